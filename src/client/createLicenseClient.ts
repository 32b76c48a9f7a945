import type { License } from '../license/License.js';
import { isLicenseError, LicenseError } from '../license/LicenseError.js';
import type { EntitlementRoutes } from '../license/entitlements.js';
import { licenseStatus } from '../license/licenseStatus.js';
import { isWarnedState } from '../license/warnedState.js';
import { createLicenseMemory, type LicenseMemory } from './createLicenseMemory.js';
import { createEmitter } from '../lib/createEmitter.js';
import { createServerClock, type ServerClock } from './createServerClock.js';
import { fetchLicense, type ReceivedReport } from './fetchLicense.js';
import { isFinal, MAX_RETRY_AFTER_MS } from './pollInterval.js';
import { type LicenseClientOptions, validateOptions } from './validateOptions.js';

// How long to wait after a 429 without `Retry-After`.
const MIN_WAIT_MS = 5_000;

/** Reads the license of one API for one signed-in user. */
export type LicenseClient = {
  /** The base URL, without a slash at its end. */
  readonly baseUrl: string;
  /** The scope, as passed to `createLicenseClient`. */
  readonly scope: string;
  /** @internal A random id, unique to this client. */
  readonly id: string;
  /** The API's time. */
  readonly clock: ServerClock;
  /** @internal The storage that survives a visit. */
  readonly memory: LicenseMemory;
  /** @internal The app's `entitlementRoutes`. */
  readonly entitlementRoutes: EntitlementRoutes;
  /** Returns the last license; `null` before the first response, after a 403, and after {@link LicenseClient.forget}. */
  license(): License | null;
  /**
   * Drops the license from memory, caches and storage. Call it when the user signs out. A check in flight rejects with `unauthorized`. Also
   * unmount the provider, or pass it the client of the next session, because it would poll again.
   */
  forget(): void;
  /** @internal Returns the session id. It increments on `forget()`. */
  sessions(): number;
  /** @internal Registers how to drop the license from `holder`, such as a query client. */
  isHeldBy(holder: object, drop: () => void): void;
  /** Requests a check at once. Also resumes polling after a 401 or 403. */
  requestCheck(): void;
  /**
   * Requests a check because of an event that only suggests a change, such as a 402. Ignored after a 401 or 403, and before `Retry-After` is over.
   * @internal
   */
  suggestCheck(): void;
  /** @internal Returns true after a 401 or 403, and before `Retry-After` is over. */
  isHeldBack(): boolean;
  /** @internal Returns the numbers of checks, counted from 1. */
  checks(): {
    /** How many checks have begun. */
    readonly begun: number;
    /** The last check that ended. */
    readonly ended: number;
    /** The last check that returned a license. */
    readonly answered: number;
  };
  /** @internal Calls `listener` for each requested check; returns the undo. */
  onCheckRequested(listener: () => void): () => void;
  /** @internal Returns the number of failures in a row. */
  failures(): number;
  /**
   * Sends one `GET /admin/license`.
   *
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
  const { baseUrl, scope, credentials, timeoutMs } = validateOptions(options);
  const { authorization, storage } = options;
  const clock = createServerClock();
  const memory = createLicenseMemory(baseUrl, scope, () => (storage === undefined ? (globalThis.localStorage ?? null) : storage));
  const requestedChecks = createEmitter();
  const holders = new Map<object, () => void>();
  const checks = { begun: 0, ended: 0, answered: 0 };
  let sessions = 0;
  let license: License | null = null;
  let lastFailure: LicenseError | null = null;
  let failures = 0;
  // An instant of `performance.now()`. A failure after a 429 does not shorten it.
  let heldUntil = 0;

  const isHeldBack = () => (lastFailure !== null && isFinal(lastFailure)) || performance.now() < heldUntil;
  const drop = () => {
    for (const dropCopy of holders.values()) dropCopy();
    license = null;
    memory.clear();
    clock.reset();
  };
  const succeed = ({ report, date, ageMs }: ReceivedReport): License => {
    lastFailure = null;
    failures = heldUntil = 0;
    license = report.license;
    clock.observe(report, date, ageMs);
    const { state } = licenseStatus(license, clock.now());
    const { expiresAt } = license;
    if (state !== 'unknown') memory.rememberState(isWarnedState(state) && expiresAt !== null ? { state, expiresAt } : null);
    return license;
  };
  const fail = (error: LicenseError): never => {
    failures += 1;
    lastFailure = error;
    heldUntil = Math.max(heldUntil, performance.now() + requiredWait(error));
    if (error.code === 'forbidden') drop();
    throw error;
  };

  return {
    baseUrl,
    scope,
    id: Math.random().toString(36).slice(2),
    clock,
    memory,
    entitlementRoutes: options.entitlementRoutes ?? {},
    license: () => license,
    forget() {
      sessions += 1;
      lastFailure = null;
      heldUntil = 0;
      drop();
    },
    sessions: () => sessions,
    isHeldBy: (holder, dropCopy) => holders.set(holder, dropCopy),
    requestCheck: requestedChecks.emit,
    suggestCheck() {
      if (!isHeldBack()) requestedChecks.emit();
    },
    isHeldBack,
    onCheckRequested: requestedChecks.subscribe,
    checks: () => checks,
    failures: () => failures,
    async check(signal) {
      const session = sessions;
      const checkSession = () => {
        if (session !== sessions) throw new LicenseError('unauthorized', 'The session has ended while the license was read.');
      };
      // StrictMode mounts twice, and aborts the first check in the same task. Waiting here keeps it from sending a request.
      await null;
      signal?.throwIfAborted();
      checkSession();
      checks.begun += 1;
      const { begun } = checks;
      const fetch = options.fetch ?? globalThis.fetch.bind(globalThis);
      try {
        const received = await fetchLicense({ url: `${baseUrl}/admin/license`, fetch, credentials, timeoutMs, authorization }, signal);
        checkSession();
        checks.ended = checks.answered = Math.max(begun, checks.answered);
        return succeed(received);
      } catch (error) {
        if (!isLicenseError(error) || session !== sessions) throw error;
        checks.ended = Math.max(begun, checks.ended);
        return fail(error);
      }
    },
  };
}

function requiredWait({ code, retryAfterMs = 0 }: LicenseError): number {
  return code === 'rate-limited' ? Math.min(Math.max(retryAfterMs, MIN_WAIT_MS), MAX_RETRY_AFTER_MS) : 0;
}
