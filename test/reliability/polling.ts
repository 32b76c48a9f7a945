import { pollInterval } from '../../src/client/pollInterval.js';
import type { LicenseState } from '../../src/status/licenseStatus.js';
import { expectEqual, type Outcome } from './Case.js';

const DAY = 86_400_000;
const STATES: readonly LicenseState[] = ['active', 'expiring', 'grace', 'expired', 'unlicensed', 'unknown'];

/** How often one admin, who looks at the dashboard all day, has it ask: the real policy on a virtual clock. */
export async function pollingCases(): Promise<Outcome[]> {
  return STATES.map((state) => {
    const situation = { state, untilChange: null, error: null, failures: 0, follows: false };
    let [requests, at] = [0, 0];
    // The jitter runs through its whole range.
    for (; at < DAY; requests += 1) at += Number(pollInterval({ ...situation, jitter: (requests % 11) / 10 }));
    return expectEqual('polling', `requests a day of one admin while ${state}`, 'at most 1440', requests, requests <= 1_440 + 1);
  });
}
