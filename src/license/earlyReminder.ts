import { DAY_MS } from '../lib/time.js';
import type { License } from './License.js';

/**
 * The reminder to renew that an admin should see:
 * - `none`: not yet.
 * - `early`: the license is active, and the early reminder of the app has begun.
 * - `due`: the license is expiring, in grace or expired.
 */
export type Reminder = 'none' | 'early' | 'due';

/** The limits of the early reminder, in days before the expiry. From 7 days on, the license is expiring. */
const [MIN_DAYS, MAX_DAYS] = [8, 365];

/** Returns the number of days if it is a whole number from 8 to 365, otherwise `null`. */
export function validReminderDays(days: unknown): number | null {
  return typeof days === 'number' && Number.isInteger(days) && days >= MIN_DAYS && days <= MAX_DAYS ? days : null;
}

/** Returns when the early reminder begins, in milliseconds since 1970; `null` if no reminder is set, or if the license never expires. */
export function earlyReminderAt(license: License | null, days: number | null): number | null {
  const expiresAt = license?.expiresAt ?? null;
  return expiresAt === null || days === null ? null : expiresAt - days * DAY_MS;
}
