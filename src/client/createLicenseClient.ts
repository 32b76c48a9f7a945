import type { License } from '../contract/License.js';
import { isLicenseError, LicenseError } from '../contract/LicenseError.js';
import type { EntitlementRoutes } from '../contract/paymentClues.js';
import { createServerClock, type ServerClock } from './createServerClock.js';
import { fetchLicense } from './fetchLicense.js';

/** Where the Alexandria API is, who asks, and how. */
export type LicenseClientOptions = {
  /** The API's base URL, path prefix included: `https://alexandria.example`, `/gateway`, or `''` for the page's own origin. */
  readonly baseUrl: string;
  /** Who is signed in, such as a user id; keeps what is cached for one person from another. Never the token. */
  readonly scope: string;
  /** The host's own fetch, which adds what the API needs. Default: the global one, looked up at each request. */
  readonly fetch?: typeof fetch;
  /** The value of the `Authorization` header, such as `Bearer …`. Asked for each request, sent to the base URL only, never kept. */
  readonly authorization?: () => string | null | Promise<string | null>;
  /** Default: `same-origin`. */
  readonly credentials?: RequestCredentials;
  /** Milliseconds until a check without a complete answer fails as `timeout`. Default: 10,000. */
  readonly timeoutMs?: number;
  /** Which of the host's routes need which entitlement, below the base URL; `/scim/v2/` stands for all below it. */
  readonly entitlementRoutes?: EntitlementRoutes;
};

/** Asks one Alexandria API for its license on behalf of one person, and keeps its clock. */
export type LicenseClient = {
  readonly baseUrl: string;
  readonly scope: string;
  /** Tells this client from every other one; random. */
  readonly id: string;
  readonly clock: ServerClock;
  readonly entitlementRoutes: EntitlementRoutes;
  /** The last good answer; `null` before the first, and after a 403. */
  license(): License | null;
  /** Asks whoever polls for this client to check at once. */
  requestCheck(): void;
  /** Calls `listener` for each such request; returns the undo. */
  onCheckRequested(listener: () => void): () => void;
  /** How many checks have failed in a row. */
  failures(): number;
  /**
   * One `GET /admin/license`.
   * @throws {LicenseError} with a `CheckFailure` as its code; or the signal's reason when it aborts.
   */
  check(signal?: AbortSignal): Promise<License>;
};

/**
 * Creates the client that `LicenseProvider` and `licenseQueryOptions` take. Create one for each signed-in person.
 *
 * @throws {LicenseError} `invalid_option`, naming the option.
 * @example
 * const client = createLicenseClient({ baseUrl: '/api', scope: user.id, authorization: () => `Bearer ${session.token}` });
 */
export function createLicenseClient(options: LicenseClientOptions): LicenseClient {
  const { scope, credentials = 'same-origin', timeoutMs = 10_000, authorization } = options;
  const baseUrl = readBaseUrl(options.baseUrl);
  if (typeof scope !== 'string' || scope === '') throw invalid('scope', 'a non-empty string that names the person, never a token');
  if (!(timeoutMs > 0 && timeoutMs <= 600_000)) throw invalid('timeoutMs', 'milliseconds from 1 to 600,000');
  if (!['omit', 'same-origin', 'include'].includes(credentials)) throw invalid('credentials', 'omit, same-origin or include');
  for (const name of ['fetch', 'authorization'] as const) {
    if (options[name] !== undefined && typeof options[name] !== 'function') throw invalid(name, 'a function');
  }
  const clock = createServerClock();
  let failures = 0;
  let license: License | null = null;
  const pollers = new Set<() => void>();

  return {
    baseUrl,
    scope,
    id: Math.random().toString(36).slice(2),
    clock,
    entitlementRoutes: options.entitlementRoutes ?? {},
    license: () => license,
    requestCheck: () => {
      for (const check of [...pollers]) check();
    },
    onCheckRequested(listener) {
      pollers.add(listener);
      return () => pollers.delete(listener);
    },
    failures: () => failures,
    async check(signal) {
      const fetch = options.fetch ?? globalThis.fetch.bind(globalThis);
      const request = { url: `${baseUrl}/admin/license`, fetch, credentials, timeoutMs, authorization };
      try {
        const { report, date } = await fetchLicense(request, signal);
        failures = 0;
        license = clock.observe(report, date);
        return license;
      } catch (error) {
        if (isLicenseError(error)) failures += 1;
        if (isLicenseError(error) && error.code === 'forbidden') {
          license = null;
          clock.reset();
        }
        throw error;
      }
    },
  };
}

function readBaseUrl(baseUrl: unknown): string {
  const expected = 'an http or https URL, a path that starts with a slash, or an empty string';
  if (typeof baseUrl !== 'string' || !/^($|\/(?!\/)|https?:\/\/)/i.test(baseUrl)) throw invalid('baseUrl', expected);
  let url: URL;
  try {
    url = new URL(baseUrl, 'https://origin.invalid');
  } catch {
    throw invalid('baseUrl', expected);
  }
  if (url.username || url.password || url.search || url.hash) {
    throw invalid('baseUrl', 'a URL without user, password, query and fragment');
  }
  return baseUrl.replace(/\/+$/, '');
}

function invalid(option: string, expected: string): LicenseError {
  return new LicenseError('invalid_option', `createLicenseClient: ${option} must be ${expected}.`);
}
