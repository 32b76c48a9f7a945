import { describe, expect, it } from 'vitest';
import { entitlementAccess } from '../../../src/client.js';
import type { License } from '../../../src/license/License.js';

const DAY = 86_400_000;
const E = Date.UTC(2027, 4, 1);
const G = E + 7 * DAY;
const license: License = { tier: 'enterprise', entitlements: ['scim', 'made_up'], expiresAt: E, graceEndsAt: G };
const endless: License = { ...license, expiresAt: null, graceEndsAt: null };
const unlicensed: License = { ...endless, tier: null, entitlements: [] };

describe('entitlementAccess', () => {
  it.each([
    ['an active license includes it', license, 'scim', E - 300 * DAY, 'included', true],
    ['an active license includes it, and it is not in the catalogue', license, 'made_up', E - 300 * DAY, 'included', true],
    ['an expiring license includes it', license, 'scim', E - 1, 'included', true],
    ['the grace period has just begun', license, 'scim', E, 'ending', true],
    ['the grace period is about to end', license, 'scim', G - 1, 'ending', true],
    ['the grace period has just ended', license, 'scim', G, 'off', false],
    ['the API reports a shorter grace period, which has ended', { ...license, graceEndsAt: E + DAY }, 'scim', E + DAY, 'off', false],
    ['an active license does not include it', license, 'vault', E - 300 * DAY, 'not-included', false],
    ['a license in grace does not include it', license, 'vault', E, 'not-included', false],
    ['an expired license does not include it', license, 'vault', G, 'not-included', false],
    ['the license includes it only in another case', license, 'SCIM', E - 300 * DAY, 'not-included', false],
    ['no license is known', null, 'scim', E, 'unknown', true],
    ['neither license nor time is known', null, 'scim', null, 'unknown', true],
    ['the time is unknown', license, 'scim', null, 'unknown', true],
    ['the time is unknown, and the license does not include it', license, 'vault', null, 'unknown', true],
    ['a license without an end includes it', endless, 'scim', E, 'included', true],
    ['a license without an end includes it, and the time is unknown', endless, 'scim', null, 'included', true],
    ['a license without an end does not include it', endless, 'vault', null, 'not-included', false],
    ['the API has no license', unlicensed, 'scim', E, 'not-included', false],
    ['the API has no license, and the time is unknown', unlicensed, 'scim', null, 'not-included', false],
  ] as const)('returns the access if %s', (_, known, id, now, state, isAllowed) => {
    expect(entitlementAccess(known, id, now)).toEqual({ state, isAllowed });
  });
});
