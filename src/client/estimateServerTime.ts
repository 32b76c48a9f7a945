import { DAY_MS, MINUTE_MS, SECOND_MS } from '../lib/time.js';
import { GRACE_PERIOD_MS } from '../license/License.js';
import type { LicenseReport } from '../license/parseLicense.js';

const TOLERANCE_MS = 5 * MINUTE_MS;

/** The API's time when it sent a response. */
export type ServerTime = {
  /** Milliseconds since 1970. */
  readonly serverTime: number;
  /** True if the body proves that the candidate is too late. The time then stands still until the next response. */
  readonly isFrozen: boolean;
  /** True if the body and the candidate differ by more than 5 minutes, or if `Age` exceeds 5 minutes. */
  readonly clocksDiffer: boolean;
};

type Interval = readonly [from: number, to: number];

/**
 * Estimates the API's time. The result fits `days_remaining` and `grace_remaining_seconds`, because the clocks of browsers and proxies may be
 * wrong.
 *
 * @param candidate The `Date` header, in milliseconds since 1970. Without one, the last known API time or the local clock.
 * @param ageMs The `Age` header, in milliseconds: the age of a cached body.
 * @see docs/contract.md, What time it is
 */
export function estimateServerTime({ license, reported }: LicenseReport, candidate: number, ageMs = 0): ServerTime {
  const { expiresAt } = license;
  const graceLeft = (reported.graceRemainingSeconds ?? 0) * SECOND_MS;
  const isGrace = expiresAt !== null && graceLeft > 0;
  const now = isGrace
    ? Math.max(expiresAt, expiresAt + GRACE_PERIOD_MS - graceLeft)
    : clampToNearest(candidate, intervalsOf(expiresAt, reported.daysRemaining, reported.graceRemainingSeconds));
  return {
    serverTime: now + ageMs,
    isFrozen: !isGrace && now < candidate,
    clocksDiffer: Math.max(Math.abs(now - candidate), ageMs) > TOLERANCE_MS,
  };
}

/** Returns the times that the body allows outside of grace, in the order of the table in docs/contract.md. */
function intervalsOf(expiresAt: number | null, days: number | null, graceSeconds: number | null): readonly Interval[] {
  if (expiresAt === null || (days === null && graceSeconds === null)) return [[-Infinity, Infinity]];
  // The API may round days up or down.
  if (days !== null && days >= 1) return [[expiresAt - (days + 1) * DAY_MS, expiresAt - (days - 1) * DAY_MS]];
  if (graceSeconds === null) return [[days === 0 ? expiresAt - DAY_MS : expiresAt, Infinity]];
  // Before the expiry, or after the grace period.
  const after: Interval = [expiresAt + GRACE_PERIOD_MS, Infinity];
  if (days !== null && days < 0) return [after];
  return [[days === null ? -Infinity : expiresAt - DAY_MS, expiresAt], after];
}

/** Returns the nearest instant in one of the half-open intervals. At equal distance the earlier interval wins. */
function clampToNearest(instant: number, intervals: readonly Interval[]): number {
  const nearest = intervals.map(([from, to]) => Math.min(Math.max(instant, from), to - 1));
  return nearest.reduce((best, next) => (Math.abs(next - instant) < Math.abs(best - instant) ? next : best));
}
