import { type LicenseSnapshot, NO_SNAPSHOT, readLocalClocks } from '../../src/client/LicenseSnapshot.js';
import { pollInterval } from '../../src/client/pollInterval.js';
import { expectEqual, type Outcome } from './Case.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

// Requests per day, far from any change. `expiresIn` is the time until the expiry.
const ROWS: readonly (readonly [name: string, expiresIn: number | null, atMost: number])[] = [
  ['active', 300 * DAY, 110],
  ['expiring', 3 * DAY, 330],
  ['grace', -3 * DAY, 830],
  ['expired', -30 * DAY, 330],
  ['unlicensed', null, 330],
];

/** Counts the requests of one admin who keeps the dashboard open all day, with real intervals on a virtual clock. */
export async function pollingCases(): Promise<Outcome[]> {
  const count = (expiresIn: number | null, hours: number) => {
    const snapshot = snapshotOf(expiresIn);
    let [requests, at] = [0, 0];
    // The jitter runs through its whole range.
    for (; at < hours * HOUR; requests += 1) at += pollInterval(snapshot, null, (requests % 11) / 10);
    return requests;
  };
  const far = ROWS.map(([name, expiresIn, atMost]) => {
    const requests = count(expiresIn, 24);
    return expectEqual(
      'polling',
      `requests a day of one admin while ${name}, far from any change`,
      `at most ${atMost}`,
      requests,
      requests <= atMost,
    );
  });
  const near = count(-7 * DAY - 60_000, 1);
  return [...far, expectEqual('polling', 'requests in the hour after the license has lapsed', 'at most 67', near, near <= 67)];
}

function snapshotOf(expiresIn: number | null): LicenseSnapshot {
  const serverTime = Date.UTC(2027, 0, 1);
  const expiresAt = expiresIn === null ? null : serverTime + expiresIn;
  const graceEndsAt = expiresAt === null ? null : expiresAt + 7 * DAY;
  const license = { tier: 'enterprise', entitlements: expiresAt === null ? [] : ['oidc'], expiresAt, graceEndsAt };
  return { ...NO_SNAPSHOT, license, serverTime, isFrozen: false, readAt: readLocalClocks() };
}
