import { attempt } from '../lib/attempt.js';

/**
 * Returns a URL that may become a link: an http, https or mailto URL, or a URL relative to the page. An email address becomes a `mailto:` URL. Returns
 * `undefined` for all others, such as `javascript:` URLs, because the app may pass a URL from an untrusted source.
 */
export function safeHref(href: string | undefined): string | undefined {
  if (href === undefined) return undefined;
  if (/^[^\s:/@]+@[^\s:/@]+$/.test(href)) return `mailto:${href}`;
  // The parser removes line breaks and leading spaces, as browsers do.
  const url = attempt(() => new URL(href, 'https://origin.invalid'));
  return url && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? href : undefined;
}
