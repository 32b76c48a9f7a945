import { describe, expect, it } from 'vitest';
import type { License } from '../../../src/license/License.js';
import { licenseStatus } from '../../../src/license/licenseStatus.js';

const DAY = 86_400_000;
const E = Date.UTC(2027, 4, 1);
const G = E + 7 * DAY;
const license: License = { tier: 'enterprise', entitlements: ['oidc'], expiresAt: E, graceEndsAt: G };

describe('licenseStatus', () => {
  it.each([
    ['long before', E - 300 * DAY, 'active', E - 7 * DAY],
    ['a second before the reminder', E - 7 * DAY - 1_000, 'active', E - 7 * DAY],
    ['a millisecond before the reminder', E - 7 * DAY - 1, 'active', E - 7 * DAY],
    ['when the reminder starts', E - 7 * DAY, 'expiring', E],
    ['a second before the expiry', E - 1_000, 'expiring', E],
    ['a millisecond before the expiry', E - 1, 'expiring', E],
    ['at the expiry', E, 'grace', G],
    ['a second before the grace ends', G - 1_000, 'grace', G],
    ['a millisecond before the grace ends', G - 1, 'grace', G],
    ['when the grace ends', G, 'expired', null],
    ['long after', G + 300 * DAY, 'expired', null],
  ])('returns the state and the next change %s', (_, now, state, changesAt) => {
    expect(licenseStatus(license, now)).toEqual({ state, changesAt });
  });

  it('changes at the grace end that the API reports', () => {
    const short = { ...license, graceEndsAt: E + 3 * DAY };
    expect(licenseStatus(short, E + 3 * DAY - 1)).toEqual({ state: 'grace', changesAt: E + 3 * DAY });
    expect(licenseStatus(short, E + 3 * DAY).state).toBe('expired');
  });

  it('is unknown without a license, and without a time for a license with an expiry', () => {
    expect(licenseStatus(null, E)).toEqual({ state: 'unknown', changesAt: null });
    expect(licenseStatus(license, null)).toEqual({ state: 'unknown', changesAt: null });
  });

  it('needs no time for a license without an expiry, or for no license', () => {
    const endless = { ...license, expiresAt: null, graceEndsAt: null };
    expect(licenseStatus(endless, null)).toEqual({ state: 'active', changesAt: null });
    expect(licenseStatus({ ...endless, tier: null, entitlements: [] }, null)).toEqual({ state: 'unlicensed', changesAt: null });
  });

  it('is scheduled until the license starts', () => {
    const preview = { ...license, notBefore: E - 30 * DAY };
    expect(licenseStatus(preview, E - 30 * DAY - 1)).toEqual({ state: 'scheduled', changesAt: E - 30 * DAY });
    expect(licenseStatus(preview, E - 30 * DAY).state).toBe('active');
  });
});
