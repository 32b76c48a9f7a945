import type { License } from '../license/License.js';
import { LicenseError } from '../license/LicenseError.js';
import { licenseIdentity } from '../license/licenseIdentity.js';
import { licenseStatus } from '../license/licenseStatus.js';
import { isWarnedState } from '../license/warnedState.js';
import type { LicenseMemory } from './createLicenseMemory.js';
import type { ServerClock } from './createServerClock.js';
import { advance, type LicenseSnapshot } from './LicenseSnapshot.js';
import { isFinal, MAX_RETRY_AFTER_MS } from './pollInterval.js';
import type { Outcome } from './tabMessages.js';

/** What the last checks have brought, of this tab or another. */
export type LicenseRecord = {
  /** The last good answer; `null` before the first, and after {@link LicenseRecord.drop}. */
  license(): License | null;
  /** How many checks have failed in a row. */
  failures(): number;
  /** Whether the API wants no more requests, or none before a time that isn't over. */
  isHeldBack(): boolean;
  /** Whether there is an answer that was asked for later than at `askedAt`; of answers and failures, the newer ones count. */
  isOutdated(askedAt: number): boolean;
  take(answer: LicenseSnapshot): License;
  fail(error: LicenseError): void;
  /** What the last check has brought, as of now, where it is not older than 30 s; else `null`. */
  outcome(): Outcome | null;
  /** Forgets the license, and what is remembered of it; that the API holds us back stays. */
  drop(): void;
  /** Forgets how the last check has failed. */
  forgive(): void;
  /** Notes that a renewal was watched that took the place of `former`, which some replicas may answer with for two minutes. */
  replace(former: License): void;
  /** Whether an answer is that of such a replica: it is heard, and changes nothing. */
  isReplaced(answer: LicenseSnapshot): boolean;
};

// Younger than this, what a tab knows serves another one that opens, or that gets the focus.
const FRESH_MS = 30_000;
// Beyond that time, or after a change of this machine's clock, nothing can be said of the order.
const MAX_ORDERED_MS = 600_000;
// Replicas restart one after the other; the license before doesn't come back meanwhile.
const SETTLING_MS = 120_000;
// Where the API asks for fewer requests and says no time.
const MIN_WAIT_MS = 5_000;

/** An empty record; it keeps the clock and the memory in step. */
export function createLicenseRecord(clock: ServerClock, memory: LicenseMemory): LicenseRecord {
  let license: License | null = null;
  let last: LicenseSnapshot | null = null;
  // `at` is by the monotonic clock.
  let failed: { readonly error: LicenseError; readonly at: number } | null = null;
  let failures = 0;
  let replaced: { readonly identity: string | null; readonly at: number } | null = null;
  const age = (at: number) => performance.now() - at;
  // Another failure takes no patience back that the API has asked for.
  let heldUntil = 0;
  const isHeldBack = () => (failed !== null && isFinal(failed.error)) || performance.now() < heldUntil;
  const isReplaced = ({ report }: LicenseSnapshot) => {
    if (license === null || replaced === null || clock.suspended() || age(replaced.at) >= SETTLING_MS) return false;
    return licenseIdentity(report.license) === replaced.identity && replaced.identity !== licenseIdentity(license);
  };

  return {
    license: () => license,
    failures: () => failures,
    isHeldBack,
    isOutdated(askedAt) {
      const ahead = last === null ? 0 : last.askedAt - askedAt;
      return ahead > 0 && ahead < MAX_ORDERED_MS && !clock.suspended();
    },
    take(answer) {
      failed = null;
      failures = 0;
      heldUntil = 0;
      if (license !== null && isReplaced(answer)) return license;
      last = answer;
      license = clock.observe(answer.report, answer.date);
      const { state } = licenseStatus(license, clock.now());
      const { expiresAt } = license;
      if (state !== 'unknown') memory.rememberState(isWarnedState(state) && expiresAt !== null ? { state, expiresAt } : null);
      return license;
    },
    fail(error) {
      failures += 1;
      failed = { error, at: performance.now() };
      heldUntil = Math.max(heldUntil, performance.now() + waitOf(error));
    },
    outcome() {
      if (failed !== null && isFinal(failed.error)) return null;
      if (failed !== null && (isHeldBack() || age(failed.at) <= FRESH_MS)) {
        const { code, message, retryAfterMs } = failed.error;
        const left = retryAfterMs === undefined ? undefined : Math.max(0, retryAfterMs - age(failed.at));
        return { failure: new LicenseError(code, message, left), askedAt: Date.now() - age(failed.at) };
      }
      const ms = clock.age.now();
      return last !== null && ms !== null && ms <= FRESH_MS && !clock.suspended() ? { answer: advance(last, ms) } : null;
    },
    drop() {
      license = last = replaced = null;
      memory.clear();
      clock.reset();
    },
    forgive() {
      failed = null;
      heldUntil = 0;
    },
    isReplaced,
    replace(former) {
      replaced = { identity: licenseIdentity(former), at: performance.now() };
    },
  };
}

function waitOf({ code, retryAfterMs = 0 }: LicenseError): number {
  return code === 'rate-limited' ? Math.min(Math.max(retryAfterMs, MIN_WAIT_MS), MAX_RETRY_AFTER_MS) : 0;
}
