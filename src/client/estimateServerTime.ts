import { DAY_MS, MINUTE_MS, SECOND_MS } from '../lib/time.js';
import { GRACE_PERIOD_MS } from '../license/License.js';
import type { LicenseReport } from '../license/parseLicense.js';

const TOLERANCE_MS = 5 * MINUTE_MS;

/** The API's time when it sent a response. */
export type ServerTime = {
  /** Milliseconds since 1970. */
  readonly serverTime: number;
  /** True if the time was limited from above. It then stands still until the next response. */
  readonly isFrozen: boolean;
  /** True if the time and the candidate are more than 5 minutes apart, or the response is older than that. */
  readonly clocksDiffer: boolean;
};

type Interval = readonly [from: number, to: number];

/**
 * Estimates the API's time. The numbers in the body limit it, because the clocks of browsers and proxies are not trusted.
 *
 * @param candidate The best guess without the body, in milliseconds since 1970: the `Date` of the response, else the last known time.
 * @param ageMs The `Age` of the response: a cached body is that much older.
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

/** Returns where the time can be if the body says that the license is not in grace, or nothing about grace. */
function intervalsOf(expiresAt: number | null, days: number | null, graceSeconds: number | null): readonly Interval[] {
  if (expiresAt === null || (days === null && graceSeconds === null)) return [[-Infinity, Infinity]];
  const graceEndsAt = expiresAt + GRACE_PERIOD_MS;
  if (days !== null && days >= 1) return [[expiresAt - (days + 1) * DAY_MS, Math.min(expiresAt - (days - 1) * DAY_MS, expiresAt)]];
  if (graceSeconds === null) return [[days === 0 ? expiresAt - DAY_MS : expiresAt, Infinity]];
  const before: Interval = [days === null ? -Infinity : expiresAt - DAY_MS, expiresAt];
  const after: Interval = [graceEndsAt, Infinity];
  return days !== null && days < 0 ? [after] : [before, after];
}

/** Returns the nearest instant in one of the half-open intervals. At equal distance the earlier interval wins. */
function clampToNearest(instant: number, intervals: readonly Interval[]): number {
  const nearest = intervals.map(([from, to]) => Math.min(Math.max(instant, from), to - 1));
  return nearest.reduce((best, next) => (Math.abs(next - instant) < Math.abs(best - instant) ? next : best));
}
