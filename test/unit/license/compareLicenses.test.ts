import { describe, expect, it } from 'vitest';
import type { License } from '../../../src/license/License.js';
import { compareLicenses, type OfferedLicense } from '../../../src/license/compareLicenses.js';

const DAY = 86_400_000;
const E = Date.UTC(2027, 4, 1);
const licensed = (entitlements: readonly string[], expiresAt: number | null, more: Partial<License> = {}): License => ({
  tier: 'enterprise',
  entitlements,
  expiresAt,
  graceEndsAt: expiresAt === null ? null : expiresAt + 7 * DAY,
  ...more,
});
const offer = (license: License, more: Partial<OfferedLicense> = {}): OfferedLicense => ({ license, customer: null, demo: false, ...more });
const present = licensed(['oidc', 'scim', 'vault'], E);

describe('comparing an offered license with the current one', () => {
  it('lists kept, gained and lost features, and both expiries', () => {
    const next = licensed(['scim', 'multi_tenant', 'custom'], E + 365 * DAY, { tier: 'premium' });
    expect(compareLicenses(present, offer(next, { customer: 'acme' }), E - DAY)).toEqual({
      tier: { before: 'enterprise', after: 'premium' },
      expiresAt: { before: E, after: E + 365 * DAY },
      graceEndsAt: { before: E + 7 * DAY, after: E + 372 * DAY },
      kept: ['scim'],
      gained: ['multi_tenant', 'custom'],
      lost: ['oidc', 'vault'],
      customer: 'acme',
      state: 'active',
      warnings: ['loses-entitlements'],
    });
  });

  it.each([
    ['a renewal', licensed(['oidc', 'scim', 'vault'], E + 365 * DAY), []],
    ['more features until the same day', licensed(['oidc', 'scim', 'vault', 'multi_tenant'], E), []],
    ['the same license', present, ['same-license']],
    ['the same license with its features in another order', licensed(['vault', 'oidc', 'scim'], E), ['same-license']],
    ['an earlier expiry', licensed(['oidc', 'scim', 'vault'], E - 1_000), ['expires-earlier']],
    ['fewer features and an earlier expiry', licensed(['oidc'], E - 1_000), ['expires-earlier', 'loses-entitlements']],
    ['a license without an expiry', licensed(['oidc', 'scim', 'vault'], null), []],
    ['a license that has lapsed', licensed(['oidc', 'scim', 'vault'], E - 99 * DAY), ['already-expired', 'expires-earlier']],
    ['a license in its grace period', licensed(['oidc', 'scim', 'vault'], E - 13 * DAY), ['in-grace', 'expires-earlier']],
    [
      'a license that has already lapsed and starts later',
      licensed(['oidc', 'scim', 'vault'], E - 99 * DAY, { notBefore: E }),
      ['already-expired', 'starts-later', 'never-in-force', 'expires-earlier'],
    ],
    [
      'a license that lapses before it starts',
      licensed(['oidc', 'scim', 'vault'], E, { notBefore: E + 99 * DAY }),
      ['starts-later', 'never-in-force', 'same-license'],
    ],
    ['the same license with a repeated feature', licensed(['oidc', 'oidc', 'scim', 'vault'], E), ['same-license']],
    ['a license without an expiry that starts later', licensed(['oidc', 'scim', 'vault'], null, { notBefore: E }), ['starts-later']],
    ['a license that starts later', licensed(['oidc', 'scim', 'vault'], E + DAY, { notBefore: E }), ['starts-later']],
    ['a license that has started', licensed(['oidc', 'scim', 'vault'], E + DAY, { notBefore: E - 10 * DAY }), []],
    [
      'a license that starts later, within its grace period',
      licensed(['oidc', 'scim', 'vault'], E - 13 * DAY, { notBefore: E - 9 * DAY }),
      ['in-grace', 'starts-later', 'expires-earlier'],
    ],
    [
      'a license that starts when its grace period ends',
      licensed(['oidc', 'scim', 'vault'], E - 13 * DAY, { notBefore: E - 6 * DAY }),
      ['in-grace', 'starts-later', 'never-in-force', 'expires-earlier'],
    ],
  ] as const)('returns the right warnings for %s', (_, next, warnings) => {
    expect(compareLicenses(present, offer(next), E - 10 * DAY).warnings).toEqual(warnings);
  });

  it('lists the warning about a demo key first', () => {
    expect(compareLicenses(present, offer(licensed([], E - DAY), { demo: true }), E - 10 * DAY).warnings).toEqual([
      'demo-key',
      'expires-earlier',
      'loses-entitlements',
    ]);
  });

  it.each([
    ['an unknown license', null],
    ['no license', licensed([], null, { tier: null })],
  ])('lists every feature as gained compared with %s', (_, nothing) => {
    const { gained, lost, warnings, tier } = compareLicenses(nothing, offer(present), E - 10 * DAY);
    expect({ gained, lost, warnings, tier }).toEqual({
      gained: ['oidc', 'scim', 'vault'],
      lost: [],
      warnings: [],
      tier: { before: null, after: 'enterprise' },
    });
  });

  it('warns of an earlier expiry even if the current license has no entitlements', () => {
    expect(compareLicenses(licensed([], E), offer(licensed(['oidc'], E - DAY)), E - 10 * DAY).warnings).toEqual(['expires-earlier']);
  });

  it('treats any expiry as earlier than none', () => {
    expect(compareLicenses(licensed(['oidc'], null), offer(licensed(['oidc'], E)), E - 10 * DAY).warnings).toEqual(['expires-earlier']);
  });
});
