import { describe, expect, it } from 'vitest';
import type { License } from '../../../src/license/License.js';
import { type RefusalContext, refusalReason, visibleReason } from '../../../src/payment-required/refusalReason.js';

const EXPIRY = Date.UTC(2027, 4, 1);
const license: License = { tier: 'enterprise', entitlements: ['oidc'], expiresAt: EXPIRY, graceEndsAt: EXPIRY + 604_800_000 };
const unlicensed: License = { tier: null, entitlements: [], expiresAt: null, graceEndsAt: null };
const admin: RefusalContext = { member: false, license, state: 'active', freshness: 'fresh', check: 'answered', superseded: false };

describe('refusalReason', () => {
  it.each([
    [null, 'unknown', 'oidc', 'unknown'],
    // A license without a state proves nothing, nor does a state without a license.
    [license, 'unknown', 'oidc', 'unknown'],
    [null, 'active', 'oidc', 'unknown'],
    [unlicensed, 'unlicensed', 'oidc', 'no-license'],
    [unlicensed, 'unlicensed', null, 'no-license'],
    [license, 'expired', null, 'unknown'],
    [license, 'active', 'scim', 'not-included'],
    [license, 'expired', 'scim', 'not-included'],
    [license, 'expired', 'oidc', 'lapsed'],
    [license, 'grace', 'oidc', 'disputed'],
    [license, 'expiring', 'oidc', 'disputed'],
  ] as const)('maps license %j in state %s and entitlement %j to %s', (currentLicense, state, entitlement, reason) => {
    expect(refusalReason(currentLicense, state, entitlement)).toBe(reason);
  });
});

describe('visibleReason', () => {
  const notLoaded: Partial<RefusalContext> = { license: null, state: 'unknown' };
  it.each<[string, string | null, Partial<RefusalContext>, string | null]>([
    ['returns unknown for a member if the 402 names an entitlement', 'oidc', { ...notLoaded, member: true }, 'unknown'],
    ['returns unknown for a member even if the license is known', 'oidc', { member: true, state: 'expired' }, 'unknown'],
    ['returns null for a member if the 402 names no entitlement', null, { ...notLoaded, member: true }, null],
    ['returns null for a 402 without an entitlement while the license is active', null, {}, null],
    ['returns null for a 402 without an entitlement if no license could be loaded', null, { ...notLoaded, freshness: 'timeout' }, null],
    ['returns unknown for a 402 without an entitlement if the license has lapsed', null, { state: 'expired' }, 'unknown'],
    [
      'returns no-license for a 402 without an entitlement if there is no license',
      null,
      { license: unlicensed, state: 'unlicensed' },
      'no-license',
    ],
    ['returns null if the license has changed and covers the entitlement', 'oidc', { superseded: true }, null],
    ['returns not-included if the license has changed but does not cover the entitlement', 'scim', { superseded: true }, 'not-included'],
    ['returns null for a covered entitlement while the license check is pending', 'oidc', { check: 'pending' }, null],
    ['returns unknown for a covered entitlement if the license check failed', 'oidc', { check: 'failed' }, 'unknown'],
    ['returns disputed for a covered entitlement after the license check succeeded', 'oidc', {}, 'disputed'],
    [
      'returns not-included for an entitlement that is not covered, before the license check ends',
      'scim',
      { check: 'pending' },
      'not-included',
    ],
    ['returns lapsed for a lapsed entitlement even if the license check failed', 'oidc', { state: 'expired', check: 'failed' }, 'lapsed'],
    ['returns null before the first response to a license request', 'oidc', { ...notLoaded, freshness: 'pending' }, null],
    ['returns unknown if the first license request failed', 'oidc', { ...notLoaded, freshness: 'server-error' }, 'unknown'],
    [
      'returns lapsed for a lapsed entitlement while a license request is pending',
      'oidc',
      { state: 'expired', freshness: 'pending' },
      'lapsed',
    ],
  ])('%s', (_, entitlement, context, expected) => {
    expect(visibleReason(entitlement, { ...admin, ...context })).toBe(expected);
  });
});
