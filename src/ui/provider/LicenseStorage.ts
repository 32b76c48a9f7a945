/**
 * Where the banner remembers that it was snoozed or collapsed. Both methods may throw, or do nothing: then it is only
 * forgotten sooner. Nothing of the license but its state and `expires_at` is ever stored, and no key or token.
 */
export type LicenseStorage = {
  get(key: string): string | null;
  set(key: string, value: string): void;
};

/** The default: the browser's `localStorage`, looked up at each use. */
export const browserStorage: LicenseStorage = {
  get: (key) => globalThis.localStorage.getItem(key),
  set: (key, value) => globalThis.localStorage.setItem(key, value),
};
