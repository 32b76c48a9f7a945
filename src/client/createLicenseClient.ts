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

/** Asks one Alexandria API for its license on behalf of one person, and keeps its clock. */
export type LicenseClient = {
  /** As it was given. */
  readonly baseUrl: string;
  /** As it was given. */
  readonly scope: string;
  /** @internal Tells this client from every other one; random. */
  readonly id: string;
  /** What time it is for the API. */
  readonly clock: ServerClock;
  /** @internal What is remembered between visits. */
  readonly memory: LicenseMemory;
  /** @internal The documented routes, and those of the host. */
  readonly entitlementRoutes: EntitlementRoutes;
  /** The last good answer; `null` before the first, after a 403, and after {@link LicenseClient.forget}. */
  license(): License | null;
  /**
   * Drops the license, and what is remembered of it, as is due when the person signs out; a check that is under way ends as
   * `unauthorized`. Take the provider from the page, or give it the client of the next session: it would go on asking.
   */
  forget(): void;
  /** @internal How often it has been told to forget: what a page holds of an earlier session is of nobody. */
  sessions(): number;
  /** @internal Notes how to drop what `holder`, such as a query client, holds of the license. */
  isHeldBy(holder: object, drop: () => void): void;
  /** Has the license read again at once, as when the session is back. */
  requestCheck(): void;
  /**
   * Requests a check because of an event that only suggests a change, such as a 402. Ignored after a 401 or 403, and before `Retry-After` is over.
   * @internal
   */
  suggestCheck(): void;
  /** @internal Whether the API wants no more requests, or none before a time that isn't over. */
  isHeldBack(): boolean;
  /** @internal What has become of the checks, which are counted from 1. */
  checks(): {
    /** How many have begun. */
    readonly begun: number;
    /** Which has ended last. */
    readonly ended: number;
    /** Which was answered last. */
    readonly answered: number;
  };
  /** @internal Calls `listener` for each requested check; returns the undo. */
  onCheckRequested(listener: () => void): () => void;
  /** @internal How many checks have failed in a row. */
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
      // StrictMode mounts twice and aborts the first check in the same turn: then no request is sent for it.
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
