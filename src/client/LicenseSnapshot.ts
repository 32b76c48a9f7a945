import { isRecord } from '../lib/guards.js';
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
  /** `performance.now()`. Never jumps, but may stop while the machine sleeps. */
  readonly monotonic: number;
  /** `Date.now()`. The user can set it. */
  readonly wall: number;
};

const DIVERGED_MS = 30 * SECOND_MS;
// `Date` is rounded to seconds, and response times vary.
const SAME_TIME_MS = 2 * SECOND_MS;

/** Creates a snapshot that `JSON.stringify` omits, so that no persisted query cache stores the license. */
export function createSnapshot(snapshot: LicenseSnapshot): LicenseSnapshot {
  return Object.defineProperty({ ...snapshot }, 'toJSON', { value: () => undefined });
}

/** The data before the first response and after a 403. */
export const NO_SNAPSHOT = createSnapshot({
  license: null,
  serverTime: 0,
  isFrozen: true,
  clocksDiffer: false,
  readAt: { monotonic: 0, wall: 0 },
});

export function readLocalClocks(): LocalClocks {
  return { monotonic: performance.now(), wall: Date.now() };
}

/** Returns the data of the license query, and `NO_SNAPSHOT` if the app wrote something else into the cache. */
export function readSnapshot(data: unknown): LicenseSnapshot {
  return isSnapshot(data) ? data : NO_SNAPSHOT;
}

export function isSnapshot(data: unknown): data is LicenseSnapshot {
  return isRecord(data) && 'serverTime' in data && isRecord(data['readAt']);
}

/**
 * Returns the API's time, in milliseconds since 1970; `null` without a license. Between responses it advances with `performance.now()`, unless
 * `isFrozen`.
 *
 * @example const { data } = useQuery(licenseQueryOptions(client)); const now = serverNow(data);
 */
export function serverNow({ license, serverTime, isFrozen, readAt }: LicenseSnapshot): number | null {
  if (license === null) return null;
  return isFrozen ? serverTime : serverTime + performance.now() - readAt.monotonic;
}

/**
 * Returns true if the local clocks have diverged since the response. The machine slept, or its clock was set.
 */
export function haveClocksDiverged({ license, readAt }: LicenseSnapshot, clocks = readLocalClocks(), toleranceMs = DIVERGED_MS): boolean {
  return license !== null && Math.abs(clocks.wall - readAt.wall - (clocks.monotonic - readAt.monotonic)) > toleranceMs;
}

/** Returns the snapshot's time advanced by the monotonic clock, also if it is frozen; `null` without a license and after the clocks have diverged. */
export function advancedTime(snapshot: LicenseSnapshot, clocks: LocalClocks): number | null {
  if (snapshot.license === null || haveClocksDiverged(snapshot, clocks)) return null;
  return snapshot.serverTime + clocks.monotonic - snapshot.readAt.monotonic;
}

/** Returns true if both contain the same license and their times differ by at most 2 seconds. */
export function isSameSnapshot(before: LicenseSnapshot, after: LicenseSnapshot): boolean {
  const elapsed = after.readAt.monotonic - before.readAt.monotonic;
  const drift = before.serverTime + (before.isFrozen ? 0 : elapsed) - after.serverTime;
  return (
    licenseIdentity(before.license) === licenseIdentity(after.license) &&
    before.isFrozen === after.isFrozen &&
    before.clocksDiffer === after.clocksDiffer &&
    Math.abs(drift) <= SAME_TIME_MS &&
    // A newer snapshot must replace the older one before 30 seconds of drift count as divergence. Hence half the tolerance.
    !haveClocksDiverged(before, after.readAt, DIVERGED_MS / 2)
  );
}
