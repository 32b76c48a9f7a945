import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateServerTime } from '../../../src/client/estimateServerTime.js';
import { parseLicense } from '../../../src/license/parseLicense.js';
import { licenseStatus } from '../../../src/license/licenseStatus.js';
import { bodyFromClaims } from '../../../mocks/bodyFromClaims.js';

const DAY = 86_400_000;
const E = Date.UTC(2027, 4, 1);
const claims = { tier: 'enterprise', entitlements: ['oidc'], exp: E / 1_000 };

describe('bodyFromClaims', () => {
  it('returns the documented body', () => {
    expect(bodyFromClaims(claims, Date.UTC(2026, 4, 6, 12))).toEqual({
      tier: 'enterprise',
      entitlements: ['oidc'],
      expires_at: '2027-05-01T00:00:00Z',
      days_remaining: 359,
      grace_remaining_seconds: 0,
    });
  });

  it.each([
    [E - DAY, 1, 0],
    [E - DAY + 1, 0, 0],
    [E - 1, 0, 0],
    [E, 0, 604_800],
    [E + 1, 0, 604_800],
    [E + 1_001, 0, 604_799],
    [E + 7 * DAY - 1, 0, 1],
    [E + 7 * DAY, 0, 0],
    [E + 99 * DAY, 0, 0],
  ])('at %i reports %i days and %i seconds of grace', (now, days_remaining, grace_remaining_seconds) => {
    expect(bodyFromClaims(claims, now)).toMatchObject({ days_remaining, grace_remaining_seconds });
  });

  it('returns the body of an API without a license until nbf, and not a moment longer', () => {
    const scheduled = { ...claims, nbf: E / 1_000 - 86_400 };
    expect(bodyFromClaims(scheduled, E - DAY - 1)).toEqual({
      tier: null,
      entitlements: [],
      expires_at: null,
      days_remaining: 0,
      grace_remaining_seconds: 0,
    });
    expect(bodyFromClaims(scheduled, E - DAY)).toMatchObject({ tier: 'enterprise', days_remaining: 1 });
  });

  it('returns bodies from which the dashboard derives the same state and the same second', () => {
    fc.assert(
      fc.property(fc.integer({ min: E - 400 * DAY, max: E + 400 * DAY }), (now) => {
        const report = parseLicense(bodyFromClaims(claims, now));
        const date = Math.floor(now / 1_000) * 1_000;
        const time = estimateServerTime(report, date);
        expect(Math.abs(time.serverTime - now)).toBeLessThan(1_000);
        expect(time.clocksDiffer).toBe(false);
        expect(licenseStatus(report.license, time.serverTime).state).toBe(licenseStatus(report.license, date).state);
      }),
    );
  });
});
