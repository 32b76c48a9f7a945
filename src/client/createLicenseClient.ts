import { DOCUMENTED_ROUTES, type EntitlementOf, type EntitlementRoutes } from '../license/entitlements.js';
import type { License } from '../license/License.js';
import { type CheckError, stopsPolling } from './CheckError.js';
import { createLicenseMemory, type LicenseMemory } from './createLicenseMemory.js';
import { fetchLicense, type ReceivedReport } from './fetchLicense.js';
import type { LocalClocks } from './LicenseSnapshot.js';
import { type LicenseClientOptions, validateOptions, warnOfInvalidOptions } from './validateOptions.js';

/** A client for the license of one API and one signed-in user. The query cache stores the license. */
export type LicenseClient = {
  /** The base URL, without a slash at its end. */
  readonly baseUrl: string;
  /** The scope, as passed to `createLicenseClient`. */
  readonly scope: string;
  /**
   * Fetches the license now. Never rejects. Resolves to true if the license was read. Resolves to false without a mounted `LicenseProvider`, for
   * members, and until `Retry-After` ends after a 429. Call it once the session works again after a 401 or 403: polling then resumes.
   */
  refresh(): Promise<boolean>;
  /** @internal */
  readonly internals: ClientInternals;
};

/** The part of a client that only this package uses. */
type ClientInternals = {
  /** A random id in the query key, so that clients never share a cache entry. */
  readonly id: string;
  readonly fetchLicense: (signal: AbortSignal) => Promise<ReceivedReport>;
  readonly memory: LicenseMemory;
  /** The documented route and the app's routes. */
  readonly entitlementRoutes: EntitlementRoutes;
  readonly entitlementOf: EntitlementOf | undefined;
  readonly checks: CheckLog;
  /** The observers of the mounted providers. */
  readonly observers: Set<MountedObserver>;
  /** Returns true if no request may be sent yet. */
  readonly isHeld: () => boolean;
};

/**
 * The course of the checks, without a license. It survives the query, so that no `clear()` or `resetQueries()` of the app ends a hold. Checks are
 * numbered from 1. A 402 is explained only after a check that began later than the 402.
 */
type CheckLog = {
  /** The number of the last check that began. */
  begun: number;
  /** The start of the last check, from `performance.now()`. */
  begunAt: number;
  /** The number of the last check that ended. */
  ended: number;
  /** The number of the last check that returned a license. */
  answered: number;
  /** The local clocks at the last response; `null` before the first. */
  answeredAt: LocalClocks | null;
  /** The failure of the last check; `null` if it succeeded. */
  error: CheckError | null;
  /** The API's time when the local clocks diverged; `null` after each success. */
  divergedAt: number | null;
};

type MountedObserver = {
  readonly license: () => License | null;
  readonly refresh: () => Promise<boolean>;
  /** Schedules a check after an event, such as a 402. Waits while the page is hidden. Sends nothing after a 401 or 403, or during `Retry-After`. */
  readonly scheduleRefresh: () => void;
};

/**
 * Creates the client that `LicenseProvider` and `licenseQueryOptions` take. Create one per signed-in user, outside of components.
 *
 * @throws {LicenseError} `invalid_option` if `baseUrl` or `scope` is invalid. Other invalid options only log a warning, in development.
 * @example
 * const client = createLicenseClient({ baseUrl: '/api', scope: user.id, authorization: () => `Bearer ${session.token}` });
 */
export function createLicenseClient(options: LicenseClientOptions): LicenseClient {
  const baseUrl = validateOptions(options);
  if (process.env.NODE_ENV !== 'production') warnOfInvalidOptions(options);
  const { scope, fetch, authorization, credentials = 'same-origin', timeoutMs = 10_000, storage } = options;
  const checks: CheckLog = { begun: 0, begunAt: -Infinity, ended: 0, answered: 0, answeredAt: null, error: null, divergedAt: null };
  const observers = new Set<MountedObserver>();
  return {
    baseUrl,
    scope,
    async refresh() {
      if (checks.error !== null && stopsPolling(checks.error)) checks.error.retryAt = checks.error.heldUntil = 0;
      const results = await Promise.all(Array.from(observers, (observer) => observer.refresh()));
      return results.includes(true);
    },
    internals: {
      id: Math.random().toString(36).slice(2),
      fetchLicense: (signal) => {
        const url = `${baseUrl}/admin/license`;
        return fetchLicense({ url, fetch: fetch ?? globalThis.fetch, authorization, credentials, timeoutMs }, signal);
      },
      memory: createLicenseMemory(baseUrl, scope, () => (storage === undefined ? (globalThis.localStorage ?? null) : storage)),
      entitlementRoutes: { ...DOCUMENTED_ROUTES, ...options.entitlementRoutes },
      entitlementOf: options.entitlementOf,
      checks,
      observers,
      isHeld: () => checks.error !== null && performance.now() < checks.error.heldUntil,
    },
  };
}
