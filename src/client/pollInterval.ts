import { MINUTE_MS, SECOND_MS } from '../lib/time.js';
import { type LicenseState, licenseStatus, REMINDER_PERIOD_MS } from '../license/licenseStatus.js';
import type { CheckError } from './CheckError.js';
import { type LicenseSnapshot, serverNow } from './LicenseSnapshot.js';

// Within an hour of a change, an administrator may be renewing.
const NEAR_MS = 60 * MINUTE_MS;

const POLL_INTERVAL_MS: Record<LicenseState, number> = {
  active: 15 * MINUTE_MS,
  expiring: 5 * MINUTE_MS,
  grace: 2 * MINUTE_MS,
  expired: 5 * MINUTE_MS,
  unlicensed: 5 * MINUTE_MS,
  // Without an error: the app cancelled the first check.
  unknown: 5 * SECOND_MS,
  scheduled: 15 * MINUTE_MS,
};

/**
 * Returns TanStack's `refetchInterval`, in milliseconds; `Infinity` stops polling.
 *
 * @param jitter From 0 to 1. Must stay the same until the next response or failure.
 */
export function pollInterval(snapshot: LicenseSnapshot, error: CheckError | null, jitter: number): number {
  // TanStack reads 0 as "never".
  if (error) return Math.max(error.retryAt - performance.now(), SECOND_MS);
  const { license } = snapshot;
  const now = serverNow(snapshot);
  const { state } = licenseStatus(license, now);
  const { expiresAt = null, graceEndsAt = null } = license ?? {};
  const changeTimes = expiresAt === null ? [] : [expiresAt - REMINDER_PERIOD_MS, expiresAt, graceEndsAt ?? Infinity];
  const isNear = now !== null && changeTimes.some((time) => Math.abs(time - now) < NEAR_MS);
  return (isNear ? MINUTE_MS : POLL_INTERVAL_MS[state]) * (0.9 + 0.2 * jitter);
}
