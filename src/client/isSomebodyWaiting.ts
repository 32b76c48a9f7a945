// Longer than a page takes until it asks for what is on it.
const OPENING_MS = 10_000;

/** Whether somebody has just opened the page, or acted on it: then what the API answers is waited for. */
export function isSomebodyWaiting(): boolean {
  return performance.now() < OPENING_MS || globalThis.navigator?.userActivation?.isActive === true;
}
