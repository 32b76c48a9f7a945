import { DAY_MS } from '../lib/time.js';
import { GRACE_PERIOD_MS, type License } from './License.js';
import { REMINDER_PERIOD_MS } from './licenseStatus.js';

/** The periods of a license that ends, in their order; each is named after its state. */
export const PERIODS = ['active', 'expiring', 'grace', 'expired'] as const;

/** When each period but the first begins: the reminder, the expiry, the grace end, in milliseconds since 1970. */
export type Timeline = readonly [remindsAt: number, expiresAt: number, graceEndsAt: number];

// No place is told finer than this: the marker moves when that can be seen.
const STEPS = 200;

// Nothing says when a license began, and nothing when it is renewed: the first and the last period have an open end. They are
// drawn by the distance to the end that is known, and half of their length is 90 days, so that days count near it and years fit in.
const HALF_WAY_MS = 90 * DAY_MS;

/**
 * The boundaries of a license's periods; `null` for one without end, and for none.
 *
 * @see docs/contract.md, States
 */
export function timelineOf({ expiresAt, graceEndsAt }: License): Timeline | null {
  return expiresAt === null ? null : [expiresAt - REMINDER_PERIOD_MS, expiresAt, graceEndsAt ?? expiresAt + GRACE_PERIOD_MS];
}

/**
 * Where an instant lies, and when it will lie elsewhere (`null` for never). The whole part of a place is the index of its
 * period, half-open as the states are; the rest, from 0 to below 1, is how far through the period it is.
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
    // By rounding, a step can still seem to lie ahead at its own instant; what is waited for has to be later than now.
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
