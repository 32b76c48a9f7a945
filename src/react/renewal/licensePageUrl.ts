import { attempt } from '../../lib/attempt.js';

/**
 * Returns the absolute URL of the license page; `undefined` if it is invalid or unknown. Falls back to this page without its
 * query, which may contain private data.
 */
export function licensePageUrl(licenseHref: string | undefined): string | undefined {
  // The path of an app with hash routing is not that of the page.
  if (licenseHref === undefined && location.hash.startsWith('#/')) return undefined;
  return attempt(() => new URL(licenseHref ?? location.pathname, location.href).href);
}
