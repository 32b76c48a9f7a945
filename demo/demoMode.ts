/** The base URL of the real API that the dev server proxies to; `null` if the demo runs on mocks. */
declare const __ALEXANDRIA_API__: string | null;

/** True if the demo runs on mocks, so its controls can change the time and the license. */
export const ON_MOCKS = __ALEXANDRIA_API__ === null;
