import { describe, expect, it } from 'vitest';
import { ENTITLEMENTS } from '../../../src/license/entitlements.js';
import { entitlementRows, entitlementState } from '../../../src/license/entitlementState.js';

describe('entitlementState', () => {
  it.each([
    [true, 'active', 'included'],
    [true, 'expiring', 'included'],
    [true, 'grace', 'ending'],
    [true, 'expired', 'off'],
    [true, 'unknown', 'unknown'],
    [false, 'active', 'not-included'],
    [false, 'expired', 'not-included'],
    [false, 'unlicensed', 'not-included'],
    [false, 'unknown', 'unknown'],
  ] as const)('maps licensed = %s and the state %s to %s', (licensed, state, expected) => {
    expect(entitlementState(licensed, state)).toBe(expected);
  });

  it('lists the catalogue in its order, then the other entitlements of the license', () => {
    const license = { tier: 'x', entitlements: ['zeta', 'vault', 'alpha'], expiresAt: null, graceEndsAt: null };
    const rows = entitlementRows(license, 'active');
    expect(rows.map(({ id }) => id)).toEqual([...ENTITLEMENTS, 'zeta', 'alpha']);
    expect(rows.filter(({ state }) => state === 'included').map(({ id }) => id)).toEqual(['vault', 'zeta', 'alpha']);
  });

  it('lists the catalogue as unknown while the license is unknown', () => {
    expect(entitlementRows(null, 'unknown')).toEqual(ENTITLEMENTS.map((id) => ({ id, state: 'unknown' })));
  });
});
