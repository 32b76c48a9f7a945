import { pollInterval } from '../../src/client/pollInterval.js';
import type { LicenseState } from '../../src/license/licenseStatus.js';
import { expectEqual, type Outcome } from './Case.js';

const HOUR = 3_600_000;
// Far from any change; the hour before one and the hour after are the same for all of them.
const AT_MOST: Partial<Record<LicenseState, number>> = {
  active: 110,
  expiring: 330,
  grace: 830,
  expired: 330,
  unlicensed: 330,
  unknown: 330,
};

/** How often one admin, who looks at the dashboard all day, has it ask: the real policy on a virtual clock. */
export async function pollingCases(): Promise<Outcome[]> {
  const count = (state: LicenseState, hours: number, sinceChange: number | null) => {
    const situation = { state, untilChange: null, sinceChange, error: null, failures: 0, follows: false };
    let [requests, at] = [0, 0];
    // The jitter runs through its whole range.
    for (; at < hours * HOUR; requests += 1) at += Number(pollInterval({ ...situation, jitter: (requests % 11) / 10 }));
    return requests;
  };
  const far = Object.entries(AT_MOST).map(([name, most]) => {
    const requests = count(name as LicenseState, 24, null);
    return expectEqual(
      'polling',
      `requests a day of one admin while ${name}, far from any change`,
      `at most ${most}`,
      requests,
      requests <= most,
    );
  });
  const near = count('expired', 1, 0);
  return [...far, expectEqual('polling', 'requests in the hour after the license has lapsed', 'at most 67', near, near <= 67)];
}
