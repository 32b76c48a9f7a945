/** The address of the real API that the dev server proxies to; `null` while the demo runs on mocks. */
declare const __ALEXANDRIA_API__: string | null;

/** Whether the demo runs on mocks, so that its controls can move time and change the license. */
export const ON_MOCKS = __ALEXANDRIA_API__ === null;
