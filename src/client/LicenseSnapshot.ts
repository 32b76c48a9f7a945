import { SECOND_MS } from '../lib/time.js';
import type { License } from '../license/License.js';
import { licenseIdentity } from '../license/licenseIdentity.js';
import type { ServerTime } from './estimateServerTime.js';

/** The license and the time when it was read: the data of the license query. */
export type LicenseSnapshot = ServerTime & {
  /** `null` before the first response and after a 403. */
  readonly license: License | null;
  /** The local clocks when the response arrived. */
  readonly readAt: LocalClocks;
};

/** Two clocks of the browser, in milliseconds. */
export type LocalClocks = {
  /** `performance.now()`. It runs evenly, but may stop while the machine sleeps. */
  readonly monotonic: number;
  /** `Date.now()`. The user can set it. */
  readonly wall: number;
};

const DIVERGED_MS = 30 * SECOND_MS;
// `Date` has whole seconds, and responses take unequal times.
const SAME_TIME_MS = 2 * SECOND_MS;

/** The data before the first response. */
export const NO_SNAPSHOT: LicenseSnapshot = {
  license: null,
  serverTime: 0,
  isFrozen: true,
  clocksDiffer: false,
  readAt: { monotonic: 0, wall: 0 },
};

export function readLocalClocks(): LocalClocks {
  return { monotonic: performance.now(), wall: Date.now() };
}

/**
 * Returns the API's time in milliseconds since 1970, and `null` without a license. It follows the monotonic clock from the last response.
 *
 * @example const { data } = useQuery(licenseQueryOptions(client)); const now = serverNow(data);
 */
export function serverNow({ license, serverTime, isFrozen, readAt }: LicenseSnapshot): number | null {
  if (license === null) return null;
  return isFrozen ? serverTime : serverTime + performance.now() - readAt.monotonic;
}

/**
 * Returns true if the wall clock and the monotonic clock have diverged since the license was read: the machine slept, or its clock was set.
 */
export function haveClocksDiverged({ license, readAt }: LicenseSnapshot, at = readLocalClocks(), byMs = DIVERGED_MS): boolean {
  return license !== null && Math.abs(at.wall - readAt.wall - (at.monotonic - readAt.monotonic)) > byMs;
}

/** Returns true if both mean the same. */
export function isSameSnapshot(before: LicenseSnapshot, after: LicenseSnapshot): boolean {
  const elapsed = after.readAt.monotonic - before.readAt.monotonic;
  const drift = before.serverTime + (before.isFrozen ? 0 : elapsed) - after.serverTime;
  return (
    licenseIdentity(before.license) === licenseIdentity(after.license) &&
    before.isFrozen === after.isFrozen &&
    before.clocksDiffer === after.clocksDiffer &&
    Math.abs(drift) <= SAME_TIME_MS &&
    // A changed clock would otherwise stay diverged after each response.
    !haveClocksDiverged(before, after.readAt, DIVERGED_MS / 2)
  );
}
