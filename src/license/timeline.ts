import { DAY_MS } from '../lib/time.js';
import { GRACE_PERIOD_MS, type License } from './License.js';
import { REMINDER_PERIOD_MS } from './licenseStatus.js';

/** The periods of a license with an end, in order. Each has the name of its state. */
export const PERIODS = ['active', 'expiring', 'grace', 'expired'] as const;

/** When the second to fourth period begins, in milliseconds since 1970: reminder, expiry, end of grace. */
export type Timeline = readonly [remindsAt: number, expiresAt: number, graceEndsAt: number];

// The marker moves in steps of this size, because smaller ones cannot be seen.
const STEPS = 200;

// The first and the last period have an open end. Their scale is logarithmic: half of the length is 90 days, so that years fit.
const HALF_WAY_MS = 90 * DAY_MS;

/**
 * Returns the boundaries of the periods; `null` for a license without end.
 *
 * @see docs/contract.md, States
 */
export function timelineOf({ expiresAt, graceEndsAt }: License): Timeline | null {
  return expiresAt === null ? null : [expiresAt - REMINDER_PERIOD_MS, expiresAt, graceEndsAt ?? expiresAt + GRACE_PERIOD_MS];
}

/**
 * Returns the place of an instant, and when it changes (`null` for never). The integer part is the index of the period, the fraction its
 * progress.
 *
 * @param now Milliseconds since 1970.
 * @example timelinePlace(timeline, expiresAt + 302_400_000)[0] // 2.5: half of a grace period of 7 days
 */
export function timelinePlace(
  [remindsAt, expiresAt, graceEndsAt]: Timeline,
  now: number,
): readonly [place: number, movesAt: number | null] {
  const stepped = (period: number, share: number, instantOf: (share: number) => number) => {
    const step = Math.floor(share * STEPS);
    // Rounding can put a step at its own instant. The change must be later than now.
    const movesAt = Math.max(Math.ceil(instantOf((step + 1) / STEPS)), Math.floor(now) + 1);
    return [period + step / STEPS, Number.isFinite(movesAt) ? movesAt : null] as const;
  };
  if (now < remindsAt)
    return stepped(0, HALF_WAY_MS / (HALF_WAY_MS + remindsAt - now), (share) => remindsAt + HALF_WAY_MS * (1 - 1 / share));
  if (now >= graceEndsAt) {
    return stepped(3, 1 - HALF_WAY_MS / (HALF_WAY_MS + now - graceEndsAt), (share) => graceEndsAt + HALF_WAY_MS * (1 / (1 - share) - 1));
  }
  const [period, from, to] = now < expiresAt ? [1, remindsAt, expiresAt] : [2, expiresAt, graceEndsAt];
  return stepped(period, (now - from) / (to - from), (share) => from + share * (to - from));
}
