import { attempt } from '../../lib/attempt.js';

/**
 * Returns the absolute URL of the license page; `undefined` if it is invalid. Without a `licenseHref`, returns the path of this page: its query may
 * contain private data of the app.
 */
export function licensePageUrl(licenseHref: string | undefined): string | undefined {
  return attempt(() => new URL(licenseHref ?? location.pathname, location.href).href);
}
