import { MINUTE_MS, SECOND_MS } from '../lib/time.js';
import { type LicenseState, licenseStatus, REMINDER_PERIOD_MS } from '../license/licenseStatus.js';
import type { CheckError } from './CheckError.js';
import { type LicenseSnapshot, serverNow } from './LicenseSnapshot.js';

// Within an hour of a change, an administrator may be renewing.
const NEAR_MS = 60 * MINUTE_MS;

const BETWEEN_POLLS: Record<LicenseState, number> = {
  active: 15 * MINUTE_MS,
  expiring: 5 * MINUTE_MS,
  grace: 2 * MINUTE_MS,
  expired: 5 * MINUTE_MS,
  unlicensed: 5 * MINUTE_MS,
  // The app cancelled the first check.
  unknown: 5 * SECOND_MS,
  scheduled: 15 * MINUTE_MS,
};

/**
 * Returns the milliseconds from the last outcome to the next poll, and `Infinity` for none.
 *
 * @param jitter From 0 to 1; the same until the next outcome.
 */
export function pollInterval(snapshot: LicenseSnapshot, error: CheckError | null, jitter: number): number {
  // TanStack reads 0 as "never".
  if (error) return Math.max(error.retryAt - performance.now(), SECOND_MS);
  const { license } = snapshot;
  const now = serverNow(snapshot);
  const { state } = licenseStatus(license, now);
  const { expiresAt = null, graceEndsAt = null } = license ?? {};
  const changes = expiresAt === null ? [] : [expiresAt - REMINDER_PERIOD_MS, expiresAt, graceEndsAt ?? Infinity];
  const isNear = now !== null && changes.some((change) => Math.abs(change - now) < NEAR_MS);
  // A frozen time never reaches the change.
  return (isNear && !snapshot.isFrozen ? MINUTE_MS : BETWEEN_POLLS[state]) * (0.9 + 0.2 * jitter);
}
