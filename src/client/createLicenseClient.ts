import type { EntitlementRoutes } from '../license/entitlements.js';
import type { License } from '../license/License.js';
import { createLicenseMemory, type LicenseMemory } from './createLicenseMemory.js';
import { fetchLicense, type ReceivedReport } from './fetchLicense.js';
import { type LicenseClientOptions, validateOptions, warnOfInvalidOptions } from './validateOptions.js';

/** How to read the license of one API for one signed-in user. It holds no license: the query cache does. */
export type LicenseClient = {
  /** The base URL, without a slash at its end. */
  readonly baseUrl: string;
  /** The scope, as passed to `createLicenseClient`. */
  readonly scope: string;
  /**
   * Fetches the license now. Call it if the session is back after a 401 or 403: polling then resumes. Never rejects, and resolves to whether the
   * license was read: `false` without a mounted `LicenseProvider`, for members, and before the end of a 429's `Retry-After`.
   */
  refresh(): Promise<boolean>;
  /** @internal */
  readonly internals: ClientInternals;
};

/** What the other modules need of a client. */
type ClientInternals = {
  /** A random id, so that a new client inherits nothing from the query cache. */
  readonly id: string;
  readonly fetchLicense: (signal: AbortSignal) => Promise<ReceivedReport>;
  readonly memory: LicenseMemory;
  readonly entitlementRoutes: EntitlementRoutes;
  readonly checks: CheckCounts;
  /** The mounted providers. */
  readonly observers: Set<MountedObserver>;
};

/** The numbers of checks, counted from 1. A refusal is explained only after a check that began after it. */
type CheckCounts = {
  begun: number;
  /** When the last check began, as an instant of `performance.now()`. */
  begunAt: number;
  /** The last check that ended. */
  ended: number;
  /** The last check that returned a license. */
  answered: number;
};

type MountedObserver = {
  readonly license: () => License | null;
  readonly refresh: () => Promise<boolean>;
  /** Checks because of an event that suggests a change. Hidden pages wait, and nothing is sent after a 401, a 403 or a 429. */
  readonly checkSoon: () => void;
};

/**
 * Creates the client that `LicenseProvider` and `licenseQueryOptions` take. Create one for each signed-in user, outside of the render.
 *
 * @throws {LicenseError} `invalid_option` for `baseUrl` and `scope`. Other invalid options only warn, in development.
 * @example
 * const client = createLicenseClient({ baseUrl: '/api', scope: user.id, authorization: () => `Bearer ${session.token}` });
 */
export function createLicenseClient(options: LicenseClientOptions): LicenseClient {
  const baseUrl = validateOptions(options);
  if (process.env.NODE_ENV !== 'production') warnOfInvalidOptions(options);
  const { scope, fetch, authorization, credentials = 'same-origin', timeoutMs = 10_000, entitlementRoutes = {}, storage } = options;
  const observers = new Set<MountedObserver>();
  return {
    baseUrl,
    scope,
    async refresh() {
      const results = await Promise.all(Array.from(observers, (observer) => observer.refresh()));
      return results.includes(true);
    },
    internals: {
      id: Math.random().toString(36).slice(2),
      fetchLicense: (signal) => {
        const request = { url: `${baseUrl}/admin/license`, fetch: fetch ?? globalThis.fetch.bind(globalThis) };
        return fetchLicense({ ...request, authorization, credentials, timeoutMs }, signal);
      },
      memory: createLicenseMemory(baseUrl, scope, () => (storage === undefined ? (globalThis.localStorage ?? null) : storage)),
      entitlementRoutes,
      checks: { begun: 0, begunAt: -Infinity, ended: 0, answered: 0 },
      observers,
    },
  };
}
