/** Returns true while the page is in a background tab or a minimized window. */
export function isHidden(): boolean {
  return globalThis.document?.visibilityState === 'hidden';
}
