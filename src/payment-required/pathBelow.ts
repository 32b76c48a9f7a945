import { attempt } from '../lib/attempt.js';

/**
 * Returns the decoded path of a URL below the base URL, with a leading slash, without query and trailing slash. Returns `null` if the URL is not
 * below the base URL.
 */
export function pathBelow(baseUrl: string, url: string): string | null {
  const base = parseUrl(`${baseUrl}/`);
  const target = parseUrl(url);
  if (!base || target?.origin !== base.origin || !`${target.pathname}/`.startsWith(base.pathname)) return null;
  const path = target.pathname.slice(base.pathname.length);
  const decoded = attempt(() => decodeURIComponent(path)) ?? path;
  return `/${decoded}`.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
}

/** Parses a URL, relative to the page if there is one. Returns `undefined` if it is invalid. */
export function parseUrl(url: string): URL | undefined {
  return attempt(() => new URL(url, globalThis.location?.href ?? 'http://localhost/'));
}
