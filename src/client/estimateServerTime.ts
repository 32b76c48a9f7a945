import { DAY_MS, MINUTE_MS, SECOND_MS } from '../lib/time.js';
import { GRACE_PERIOD_MS } from '../license/License.js';
import type { LicenseReport } from '../license/parseLicense.js';

const TOLERANCE = 5 * MINUTE_MS;
const SAME_GRACE_END = MINUTE_MS;

/** What speaks for an instant, in milliseconds since 1970; the first that is there is believed, within the bounds of the answer. */
export type TimeEvidence = {
  /** The answer's own `Date` header. */
  readonly date: number | null;
  /** The last confirmed instant, moved on by the monotonic clock. */
  readonly confirmed: number | null;
  /** The clock of this machine. */
  readonly local: number;
  /** The grace end that the API has told for this `expires_at` before. */
  readonly graceEndsAt: number | null;
};

/** What time it was for the API when it answered. */
export type ServerTime = {
  /** Milliseconds since 1970; `null` where the evidence contradicts the answer and nothing decides. */
  readonly now: number | null;
  readonly graceEndsAt: number | null;
  /** Whether time has to stand still until the next answer, because it was bounded from above. */
  readonly frozen: boolean;
  /** Whether the instant may serve as evidence for answers to come. */
  readonly confirmed: boolean;
  /** Whether the evidence was more than 5 minutes outside of what the answer allows. */
  readonly clockOff: boolean;
};

type Interval = readonly [from: number, to: number];

/**
 * Bounds *now* by what the licensing code said of it: the clocks of browsers and proxies are not trusted, the answer is.
 *
 * @see docs/contract.md, What time it is
 */
export function estimateServerTime({ license, reported }: LicenseReport, evidence: TimeEvidence): ServerTime {
  const candidate = evidence.date ?? evidence.confirmed ?? evidence.local;
  const certain = evidence.date !== null || evidence.confirmed !== null;
  const { expiresAt } = license;
  if (expiresAt === null) {
    return { now: candidate, graceEndsAt: null, frozen: false, confirmed: certain, clockOff: false };
  }
  const graceSeconds = reported.graceRemainingSeconds;
  if (graceSeconds !== null && graceSeconds > 0) {
    return readGrace(expiresAt, graceSeconds * SECOND_MS, candidate, evidence);
  }
  const graceEndsAt = evidence.graceEndsAt ?? expiresAt + GRACE_PERIOD_MS;
  const possible = intervalsOf(expiresAt, graceEndsAt, reported.daysRemaining, graceSeconds);
  // Once in grace, the last day is over.
  const intervals = evidence.graceEndsAt === null ? possible : possible.slice(-1);
  const now = clamp(candidate, intervals);
  // Without word of the grace period, the last day and what follows it are one.
  const isParted = intervals.length > 1 && graceSeconds !== null;
  const undecided = isParted && !certain && now !== candidate;
  if (undecided) return { now: null, graceEndsAt, frozen: false, confirmed: false, clockOff: true };
  const beyondGrace = reported.daysRemaining !== null && reported.daysRemaining < 0;
  const dateAgrees = beyondGrace && evidence.date !== null && evidence.date >= expiresAt;
  const clockOff = Math.abs(now - candidate) > TOLERANCE && !dateAgrees;
  return { now, graceEndsAt, frozen: now < candidate, confirmed: certain && !clockOff, clockOff };
}

// In grace the remaining seconds tell the instant, unless `Date` shows that the API grants another length of grace.
function readGrace(expiresAt: number, graceLeft: number, candidate: number, { date, graceEndsAt }: TimeEvidence): ServerTime {
  const counted = expiresAt + GRACE_PERIOD_MS - graceLeft;
  const otherLength = date !== null && date >= expiresAt && Math.abs(date - counted) > TOLERANCE;
  const now = otherLength ? date : Math.max(counted, expiresAt);
  const told = now + graceLeft;
  const near = [expiresAt + GRACE_PERIOD_MS, graceEndsAt].find((end) => end !== null && Math.abs(told - end) <= SAME_GRACE_END);
  return {
    now,
    graceEndsAt: near ?? told,
    frozen: false,
    confirmed: true,
    clockOff: expiresAt - candidate > TOLERANCE,
  };
}

// Where *now* can lie while the answer says "not in grace", or says nothing about grace.
function intervalsOf(expiresAt: number, graceEndsAt: number, days: number | null, graceSeconds: number | null): Interval[] {
  const beyond: Interval = graceSeconds === null ? [expiresAt, Infinity] : [graceEndsAt, Infinity];
  if (days === null) return graceSeconds === null ? [[-Infinity, Infinity]] : [[-Infinity, expiresAt], beyond];
  if (days >= 1) return [[expiresAt - (days + 1) * DAY_MS, expiresAt - (days - 1) * DAY_MS]];
  return days === 0 ? [[expiresAt - DAY_MS, expiresAt], beyond] : [beyond];
}

function clamp(instant: number, intervals: readonly Interval[]): number {
  const nearest = intervals.map(([from, to]) => (instant < from ? from : instant < to ? instant : to - 1));
  return nearest.reduce((best, next) => (Math.abs(next - instant) < Math.abs(best - instant) ? next : best));
}
