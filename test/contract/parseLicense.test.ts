import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLicenseError } from '../../src/contract/LicenseError.js';
import { parseLicense } from '../../src/contract/parseLicense.js';
import { propertyRuns } from '../support/propertyRuns.js';

const DOCUMENTED = {
  tier: 'enterprise',
  entitlements: ['multi_tenant', 'oidc', 'scim', 'audit_export', 'memcached_cache', 'vault'],
  expires_at: '2027-05-01T00:00:00Z',
  days_remaining: 359,
  grace_remaining_seconds: 0,
};

describe('parseLicense', () => {
  it('reads the documented body into instants', () => {
    expect(parseLicense(DOCUMENTED)).toEqual({
      license: {
        tier: 'enterprise',
        entitlements: DOCUMENTED.entitlements,
        expiresAt: Date.UTC(2027, 4, 1),
        graceEndsAt: Date.UTC(2027, 4, 8),
      },
      reported: { daysRemaining: 359, graceRemainingSeconds: 0 },
    });
  });

  it.each([
    ['with an offset', '2027-05-01T02:00:00+02:00', Date.UTC(2027, 4, 1)],
    ['with fractions', '2027-05-01T00:00:00.5Z', Date.UTC(2027, 4, 1) + 500],
    ['in lower case', '2027-05-01t00:00:00z', Date.UTC(2027, 4, 1)],
    ['on a leap day', '2028-02-29T00:00:00Z', Date.UTC(2028, 1, 29)],
  ])('reads an expiry %s', (_, expires_at, instant) => {
    expect(parseLicense({ ...DOCUMENTED, expires_at }).license.expiresAt).toBe(instant);
  });

  it.each([
    ['without a zone', '2027-05-01T00:00:00'],
    ['of a day alone', '2027-05-01'],
    ['on 30 February', '2027-02-30T00:00:00Z'],
    ['on 29 February of a common year', '2027-02-29T00:00:00Z'],
    ['at 24 o’clock', '2027-05-01T24:00:00Z'],
    ['that is a number', 1_809_129_600],
    ['that is text around a date', ' 2027-05-01T00:00:00Z '],
    ['that is missing', undefined],
  ])('refuses an expiry %s', (_, expires_at) => {
    expect(() => parseLicense({ ...DOCUMENTED, expires_at })).toThrow(expect.objectContaining({ code: 'unreadable' }));
  });

  it('takes an explicit null with entitlements for a license without end', () => {
    expect(parseLicense({ ...DOCUMENTED, expires_at: null }).license).toMatchObject({
      expiresAt: null,
      graceEndsAt: null,
      tier: 'enterprise',
    });
  });

  it('takes no entitlements and no expiry for no license, whatever the tier', () => {
    for (const tier of [null, undefined, '', 'none']) {
      expect(parseLicense({ ...DOCUMENTED, tier, entitlements: [], expires_at: null }).license.entitlements).toEqual([]);
    }
  });

  it.each([
    ['an array', []],
    ['null', null],
    ['a text', 'license'],
    ['an empty object', {}],
    ['no tier', { ...DOCUMENTED, tier: undefined }],
    ['a number as tier', { ...DOCUMENTED, tier: 1 }],
    ['a null tier beside entitlements', { ...DOCUMENTED, tier: null }],
    ['entitlements as text', { ...DOCUMENTED, entitlements: 'oidc' }],
    ['an entitlement that is a number', { ...DOCUMENTED, entitlements: ['oidc', 1] }],
    ['an entitlement without letters', { ...DOCUMENTED, entitlements: [''] }],
    ['1e999 days', JSON.parse(JSON.stringify(DOCUMENTED).replace('359', '1e999'))],
    ['days as text', { ...DOCUMENTED, days_remaining: '359' }],
    ['days beyond every date', { ...DOCUMENTED, days_remaining: 1e300 }],
    ['a grace beyond every date', { ...DOCUMENTED, grace_remaining_seconds: 8.64e12 }],
    ['a grace that is not a number', { ...DOCUMENTED, grace_remaining_seconds: Number.NaN }],
    ['its fields on the prototype', JSON.parse(`{"__proto__": ${JSON.stringify(DOCUMENTED)}}`)],
  ])('refuses %s', (_, body) => {
    expect(() => parseLicense(body)).toThrow(expect.objectContaining({ code: 'unreadable' }));
  });

  it('rounds fractions down, and a negative grace up to none', () => {
    expect(parseLicense({ ...DOCUMENTED, days_remaining: -0.5, grace_remaining_seconds: -3.5 }).reported).toEqual({
      daysRemaining: -1,
      graceRemainingSeconds: 0,
    });
    expect(parseLicense({ ...DOCUMENTED, grace_remaining_seconds: 1.9 }).reported.graceRemainingSeconds).toBe(1);
  });

  it('takes numbers that are missing or null as not told', () => {
    const { days_remaining: _, ...rest } = DOCUMENTED;
    expect(parseLicense({ ...rest, grace_remaining_seconds: null }).reported).toEqual({ daysRemaining: null, graceRemainingSeconds: null });
  });

  it('keeps no field that it does not know, such as a token', () => {
    const read = parseLicense({ ...DOCUMENTED, token: 'eyJ.secret.key', key: 'secret' });
    expect(JSON.stringify(read)).not.toContain('secret');
  });

  it('drops repeats of an entitlement and keeps unknown ones as they came', () => {
    expect(parseLicense({ ...DOCUMENTED, entitlements: ['x.y', 'oidc', 'x.y'] }).license.entitlements).toEqual(['x.y', 'oidc']);
  });

  it('answers anything with a license or a LicenseError that echoes nothing of it', () => {
    const fields = fc.record(
      {
        tier: fc.oneof(fc.string(), fc.anything()),
        entitlements: fc.oneof(fc.array(fc.string()), fc.anything()),
        expires_at: fc.oneof(
          fc.constant(DOCUMENTED.expires_at),
          fc.constant(null),
          fc.date({ noInvalidDate: true }).map(String),
          fc.anything(),
        ),
        days_remaining: fc.oneof(fc.double(), fc.anything()),
        grace_remaining_seconds: fc.oneof(fc.double(), fc.anything()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fields, fc.anything()), (body) => {
        try {
          const { license } = parseLicense(body);
          expect(license.expiresAt === null || Number.isFinite(license.expiresAt)).toBe(true);
        } catch (error) {
          expect(isLicenseError(error) && error.code).toBe('unreadable');
        }
      }),
      { numRuns: propertyRuns(500) },
    );
  });
});
