import { isRecord } from '../lib/guards.js';
import { LicenseError } from '../license/LicenseError.js';
import type { EntitlementOf, EntitlementRoutes } from '../license/entitlements.js';
import type { LicenseStorage } from './createLicenseMemory.js';
import { warnOnce } from './warnOnce.js';

/** The options of `createLicenseClient`. */
export type LicenseClientOptions = {
  /** The base URL of the API, with its path prefix: `https://alexandria.example`, `/gateway`, or `''` for the origin of the page. */
  readonly baseUrl: string;
  /** The id of the signed-in user, never a token. Separates the cache and the stored banner of each user. */
  readonly scope: string;
  /** Replaces the global `fetch`. Default: the global one, looked up for each request. */
  readonly fetch?: typeof fetch;
  /** Returns the `Authorization` header, such as `Bearer …`; `null` sends none. Called for each request. Sent only to the base URL, never stored. */
  readonly authorization?: () => string | null | Promise<string | null>;
  /** The credentials mode of the request. Default: `same-origin`. */
  readonly credentials?: RequestCredentials;
  /** The timeout of a check, in milliseconds, at most 600,000. Default: 10,000. */
  readonly timeoutMs?: number;
  /** Maps each route below the base URL to its entitlement. A key with a trailing slash, such as `/scim/v2/`, covers all paths below it. */
  readonly entitlementRoutes?: EntitlementRoutes;
  /** Returns the entitlement of a 402, for APIs whose bodies the package cannot read. Called before the body and `entitlementRoutes` are read. */
  readonly entitlementOf?: EntitlementOf;
  /** Stores the last banner (state, expiry, text, dismissal) and the scope. `null` stores nothing. Default: `localStorage`. */
  readonly storage?: LicenseStorage | null;
};

/**
 * Checks the options whose mistakes show only in production, such as a missing environment variable. Returns the base URL without a slash at its end.
 *
 * @throws {LicenseError} `invalid_option`. The message names the option, and never its value.
 */
export function validateOptions({ baseUrl, scope }: LicenseClientOptions): string {
  if (typeof scope !== 'string' || scope === '') throw invalid('scope', 'a non-empty string that names the user, never a token');
  return validateBaseUrl(baseUrl);
}

/** Warns of the other invalid options. Call it only in development. */
export function warnOfInvalidOptions({
  fetch,
  authorization,
  credentials,
  timeoutMs = 1,
  entitlementRoutes = {},
  entitlementOf,
}: LicenseClientOptions): void {
  const isCallable = (value: unknown) => value === undefined || typeof value === 'function';
  const checks: readonly (readonly [option: string, isValid: boolean, expected: string])[] = [
    ['fetch', isCallable(fetch), 'a function'],
    ['authorization', isCallable(authorization), 'a function'],
    ['credentials', [undefined, 'omit', 'same-origin', 'include'].includes(credentials), 'omit, same-origin or include'],
    ['timeoutMs', timeoutMs >= 1 && timeoutMs <= 600_000, 'a number of milliseconds from 1 to 600,000'],
    ['entitlementRoutes', isRecord(entitlementRoutes), 'an object'],
    ['entitlementOf', isCallable(entitlementOf), 'a function'],
  ];
  for (const [option, isValid, expected] of checks) if (!isValid) warnOnce('invalid_option', messageOf(option, expected));
}

function validateBaseUrl(baseUrl: unknown): string {
  const expected = 'an http or https URL, a path that starts with a slash, or an empty string';
  if (typeof baseUrl !== 'string' || /[\s\\\p{C}]/u.test(baseUrl) || !/^($|\/(?!\/)|https?:\/\/)/i.test(baseUrl))
    throw invalid('baseUrl', expected);
  let url: URL;
  try {
    url = new URL(baseUrl, 'https://origin.invalid');
  } catch {
    throw invalid('baseUrl', expected);
  }
  if (url.username || url.password || /[?#]/.test(baseUrl)) {
    throw invalid('baseUrl', 'a URL without user, password, query or fragment');
  }
  return baseUrl.replace(/\/+$/, '');
}

function invalid(option: string, expected: string): LicenseError {
  return new LicenseError('invalid_option', messageOf(option, expected));
}

function messageOf(option: string, expected: string): string {
  return `createLicenseClient: ${option} must be ${expected}.`;
}
