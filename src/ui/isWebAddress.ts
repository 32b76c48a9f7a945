/**
 * Whether an address that a host may have taken from somewhere else stays on the web: one of the page's own site, or an `http:` or `https:` one. A
 * scheme ends with the first colon, unless a path, a query or a fragment has begun before it.
 */
export function isWebAddress(address: string): boolean {
  return /^(https?:|[^:/?#]*([/?#]|$))/i.test(address);
}
