import { DAY_MS } from '../src/lib/time.js';

// All values in this file are in days before the expiry.
const HOUR = 1 / 24;
const MINUTE = HOUR / 60;
const REMINDER = 7;
const GRACE_END = -7;
const EDGES = [REMINDER, 0, GRACE_END];

/** The stops of the slider, in days left, dense near state changes. demo.css sizes its zones by their number. */
export const TIME_STOPS: readonly number[] = [
  ...[365, 180, 90, 60, 30, 21, 14, 10, 9, 8, REMINDER + HOUR, REMINDER + MINUTE],
  ...[REMINDER, 6, 5, 4, 3, 2, 1, 12 * HOUR, 6 * HOUR, HOUR, 10 * MINUTE, MINUTE],
  ...[0, -HOUR, -1, -2, -3, -4, -5, -6, GRACE_END + 12 * HOUR, GRACE_END + HOUR, GRACE_END + 10 * MINUTE, GRACE_END + MINUTE],
  ...[GRACE_END, GRACE_END - HOUR, -8, -9, -14, -37],
].map((days) => Number(days.toFixed(5)));

/** Returns the index in {@link TIME_STOPS} of the stop nearest to `days`. */
export function nearestStop(days: number): number {
  const distances = TIME_STOPS.map((stop) => Math.abs(stop - days));
  return distances.indexOf(Math.min(...distances));
}

/** Describes the days left, for the slider's value text. */
export function timeWords(days: number): string {
  if (days > REMINDER) return `${span(days)} left, active`;
  if (days > 0) return `${span(days)} left, expiring`;
  if (days === 0) return 'Grace begins now';
  if (days > GRACE_END) return `Grace, ${span(days - GRACE_END)} left`;
  return days === GRACE_END ? 'Grace ends now' : `Expired, off for ${span(GRACE_END - days)}`;
}

/** Returns how long before the expiry the mock's clock is set for `days` left, in milliseconds. */
export function millisecondsLeft(days: number): number {
  // A minute more, so that "in 3 days" is still shown a moment later. Not near a state change, which it could cross.
  const toEdge = Math.min(...EDGES.filter((edge) => edge <= days).map((edge) => days - edge));
  const margin = days > 0 && toEdge >= HOUR - MINUTE / 10 ? MINUTE : 0;
  return Math.round((days + margin) * DAY_MS);
}

function span(days: number): string {
  if (days > 2 - HOUR) return `${Number(days.toFixed(1))} days`;
  if (days > 1 - HOUR / 2) return '1 day';
  const minutes = Math.max(1, Math.round(days / MINUTE));
  const [count, unit] = minutes >= 60 ? [Math.round(minutes / 60), 'hour'] : [minutes, 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
