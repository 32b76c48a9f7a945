import { describe, expect, it } from 'vitest';
import { millisecondsLeft, nearestStop, TIME_STOPS, timeWords } from '../../../demo/timeStops.js';
import { licenseStatus } from '../../../src/license/licenseStatus.js';

const DAY_MS = 86_400_000;
const EXPIRY = Date.UTC(2027, 4, 1);
const license = { tier: 'enterprise', entitlements: ['scim'], expiresAt: EXPIRY, graceEndsAt: EXPIRY + 7 * DAY_MS };

// The license state that a host shows at a stop of the slider.
const stateAt = (days: number) => licenseStatus(license, EXPIRY - millisecondsLeft(days)).state;

describe('the slider that moves time', () => {
  it('has its stops in order, and one at each state change', () => {
    expect([...TIME_STOPS].sort((a, b) => b - a)).toEqual(TIME_STOPS);
    expect(TIME_STOPS).toEqual(expect.arrayContaining([7, 0, -7]));
  });

  it('has a stop one minute before each state change', () => {
    for (const edge of [7, 0, -7]) {
      const before = TIME_STOPS[TIME_STOPS.indexOf(edge) - 1] ?? Number.NaN;
      expect((before - edge) * 1_440).toBeCloseTo(1, 1);
      expect(stateAt(before)).not.toBe(stateAt(edge));
    }
  });

  it('names the state that the page shows at each stop', () => {
    const word = { active: /active/, expiring: /expiring/, grace: /^Grace(,| begins)/, expired: /^(Expired|Grace ends)/ };
    for (const stop of TIME_STOPS)
      expect(timeWords(stop)).toMatch(Object.entries(word).find(([state]) => state === stateAt(stop))?.[1] ?? /^$/);
  });

  it.each([
    [365, '365 days left, active'],
    [7, '7 days left, expiring'],
    [3.0007, '3 days left, expiring'],
    [1, '1 day left, expiring'],
    [0.25, '6 hours left, expiring'],
    [0.04167, '1 hour left, expiring'],
    [0.00069, '1 minute left, expiring'],
    [0, 'Grace begins now'],
    [-2.1, 'Grace, 4.9 days left'],
    [-6.99306, 'Grace, 10 minutes left'],
    [-7, 'Grace ends now'],
    [-9, 'Expired, off for 2 days'],
  ])('describes %f as "%s"', (days, words) => {
    expect(timeWords(days)).toBe(words);
  });

  it('adds a minute to the chosen days, unless that could cross a state change', () => {
    expect(millisecondsLeft(3)).toBe(3 * DAY_MS + 60_000);
    expect(millisecondsLeft(7)).toBe(7 * DAY_MS);
    expect(millisecondsLeft(0.00069)).toBeLessThan(60_000);
  });

  it('picks the stop nearest to the days in a link', () => {
    expect(TIME_STOPS[nearestStop(359)]).toBe(365);
    expect(TIME_STOPS[nearestStop(-9.2)]).toBe(-9);
    expect(TIME_STOPS[nearestStop(-1_000)]).toBe(-37);
  });
});
