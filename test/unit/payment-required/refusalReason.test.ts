import { describe, expect, it } from 'vitest';
import type { License } from '../../../src/license/License.js';
import { type RefusalContext, refusalReason, visibleReason } from '../../../src/payment-required/refusalReason.js';

const E = Date.UTC(2027, 4, 1);
const license: License = { tier: 'enterprise', entitlements: ['oidc'], expiresAt: E, graceEndsAt: E + 604_800_000 };
const unlicensed: License = { tier: null, entitlements: [], expiresAt: null, graceEndsAt: null };
const admin: RefusalContext = { member: false, license, state: 'active', freshness: 'fresh', check: 'answered', superseded: false };

describe('the reason of a 402', () => {
  it.each([
    [null, 'unknown', 'oidc', 'unknown'],
    // Without a time a license that is known says nothing, and the other way round.
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
  ] as const)('under %j while %s for %j is %s', (known, state, entitlement, reason) => {
    expect(refusalReason(known, state, entitlement)).toBe(reason);
  });
});

describe('what is told of a 402', () => {
  const none: Partial<RefusalContext> = { license: null, state: 'unknown' };
  it.each<[string, string | null, Partial<RefusalContext>, string | null]>([
    ['to a member, of a feature', 'oidc', { ...none, member: true }, 'unknown'],
    ['to a member, of a feature, though the license is known', 'oidc', { member: true, state: 'expired' }, 'unknown'],
    ['to a member, of no feature', null, { ...none, member: true }, null],
    ['of no feature while most work', null, {}, null],
    ['of no feature while nothing is known', null, { ...none, freshness: 'timeout' }, null],
    ['of no feature while all are off', null, { state: 'expired' }, 'unknown'],
    ['of no feature without a license', null, { license: unlicensed, state: 'unlicensed' }, 'no-license'],
    ['of what another license covers by now', 'oidc', { superseded: true }, null],
    ['of what another license does not cover', 'scim', { superseded: true }, 'not-included'],
    ['of what is covered, before a check', 'oidc', { check: 'pending' }, null],
    ['of what is covered, after a check that failed', 'oidc', { check: 'failed' }, 'unknown'],
    ['of what is covered, after a check', 'oidc', {}, 'disputed'],
    ['of what is not covered, before any check', 'scim', { check: 'pending' }, 'not-included'],
    ['of what has lapsed, before any check', 'oidc', { state: 'expired', check: 'failed' }, 'lapsed'],
    ['before the first answer', 'oidc', { ...none, freshness: 'pending' }, null],
    ['where the first check has failed', 'oidc', { ...none, freshness: 'server-error' }, 'unknown'],
    ['of what has lapsed, while the clocks have parted', 'oidc', { state: 'expired', freshness: 'pending' }, 'lapsed'],
  ])('%s', (_, entitlement, circumstances, told) => {
    expect(visibleReason(entitlement, { ...admin, ...circumstances })).toBe(told);
  });
});
