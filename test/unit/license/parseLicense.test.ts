import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLicenseError } from '../../../src/license/LicenseError.js';
import { parseLicense } from '../../../src/license/parseLicense.js';
import { growthOf, LINEAR } from '../../support/growthOf.js';
import { isUnderMutation, propertyRuns } from '../../support/propertyRuns.js';

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
    ['that is only a day', '2027-05-01'],
    ['on 30 February', '2027-02-30T00:00:00Z'],
    ['on 29 February of a common year', '2027-02-29T00:00:00Z'],
    ['at 24 o’clock', '2027-05-01T24:00:00Z'],
    ['that is a number', 1_809_129_600],
    ['that is a list of one', ['2027-05-01T00:00:00Z']],
    ['that is text around a date', ' 2027-05-01T00:00:00Z '],
    ['behind something else', '+2027-05-01T00:00:00Z'],
    ['before something else', '2027-05-01T00:00:00Z.'],
    ['in an invalid zone', '2027-05-01T00:00:00+01:60'],
    ['that is missing', undefined],
  ])('refuses an expiry %s', (_, expires_at) => {
    expect(() => parseLicense({ ...DOCUMENTED, expires_at })).toThrow(expect.objectContaining({ code: 'unreadable' }));
  });

  it('reads a null expiry with entitlements as a license without an expiry', () => {
    expect(parseLicense({ ...DOCUMENTED, expires_at: null }).license).toMatchObject({
      expiresAt: null,
      graceEndsAt: null,
      tier: 'enterprise',
    });
  });

  it('reads no entitlements and no expiry as no license, whatever the tier', () => {
    for (const tier of [null, undefined, '', 'none']) {
      expect(parseLicense({ ...DOCUMENTED, tier, entitlements: [], expires_at: null }).license.entitlements).toEqual([]);
    }
  });

  it.each([
    ['the year 1, Go’s zero time', '0001-01-01T00:00:00Z'],
    ['the end of the year 1', '0001-12-31T23:59:59Z'],
    ['the year 9999', '9999-01-01T00:00:00Z'],
    ['the end of the year 9999', '9999-12-31T23:59:59.999-23:59'],
  ])('reads an expiry in %s as no expiry, or as no license without entitlements', (_, expires_at) => {
    const endless = { expiresAt: null, graceEndsAt: null };
    expect(parseLicense({ ...DOCUMENTED, expires_at }).license).toMatchObject({ ...endless, entitlements: DOCUMENTED.entitlements });
    expect(parseLicense({ ...DOCUMENTED, expires_at, entitlements: null }).license).toMatchObject({ ...endless, entitlements: [] });
  });

  it('reads the last instant before the year 9999, and the first of the year 2', () => {
    const expiryOf = (expires_at: string) => parseLicense({ ...DOCUMENTED, expires_at }).license.expiresAt;
    expect(expiryOf('9998-12-31T23:59:59Z')).toBe(Date.UTC(9_999, 0, 1) - 1_000);
    expect(expiryOf('0002-01-01T00:00:00Z')).toBe(Date.parse('0002-01-01T00:00:00Z'));
  });

  it.each([[null], [undefined], [''], ['  ']])('reads a tier of %j as null, even with entitlements', (tier) => {
    expect(parseLicense({ ...DOCUMENTED, tier }).license).toMatchObject({ tier: null, expiresAt: Date.UTC(2027, 4, 1) });
  });

  it('reads entitlements of null as an empty list', () => {
    expect(parseLicense({ ...DOCUMENTED, entitlements: null }).license.entitlements).toEqual([]);
  });

  it.each([
    ['an array', []],
    ['null', null],
    ['a text', 'license'],
    ['an empty object', {}],
    ['a number as tier', { ...DOCUMENTED, tier: 1 }],
    ['no entitlements', { ...DOCUMENTED, entitlements: undefined }],
    ['entitlements as text', { ...DOCUMENTED, entitlements: 'oidc' }],
    ['an entitlement that is a number', { ...DOCUMENTED, entitlements: ['oidc', 1] }],
    ['an entitlement without letters', { ...DOCUMENTED, entitlements: [''] }],
    ['1e999 days', JSON.parse(JSON.stringify(DOCUMENTED).replace('359', '1e999'))],
    ['days as text', { ...DOCUMENTED, days_remaining: '359' }],
    ['a grace that is not a number', { ...DOCUMENTED, grace_remaining_seconds: Number.NaN }],
    ['its fields on the prototype', JSON.parse(`{"__proto__": ${JSON.stringify(DOCUMENTED)}}`)],
  ])('refuses %s', (_, body) => {
    expect(() => parseLicense(body)).toThrow(expect.objectContaining({ code: 'unreadable' }));
  });

  it.each([
    ['it is not a JSON object', []],
    ['it is not a JSON object', 'a text'],
    ['entitlements must be null or an array of non-empty strings', { ...DOCUMENTED, entitlements: 'oidc' }],
    ['expires_at must be null or an RFC 3339 date with a zone', { ...DOCUMENTED, expires_at: 'soon' }],
    ['tier must be a string', { ...DOCUMENTED, tier: 1 }],
    ['days_remaining must be a number', { ...DOCUMENTED, days_remaining: '359' }],
    ['grace_remaining_seconds must be a number', { ...DOCUMENTED, grace_remaining_seconds: false }],
  ])('includes the reason in the message: %s', (why, body) => {
    const message = `The response of GET /admin/license cannot be read: ${why}. Check that the base URL leads to the Alexandria API.`;
    expect(() => parseLicense(body)).toThrow(expect.objectContaining({ message }));
  });

  it('limits finite numbers to the range of a date', () => {
    const reported = { days_remaining: 1e300, grace_remaining_seconds: 8.64e12 };
    expect(parseLicense({ ...DOCUMENTED, ...reported }).reported).toEqual({ daysRemaining: 4e6, graceRemainingSeconds: 3.2e9 });
  });

  it('reads the zero time of Go, with the numbers that Go computes for it, as no license', () => {
    const zero = { tier: '', entitlements: null, expires_at: '0001-01-01T00:00:00Z', days_remaining: -106_751 };
    for (const grace_remaining_seconds of [-9_223_372_036, -63_902_390_400]) {
      const { license, reported } = parseLicense({ ...zero, grace_remaining_seconds });
      expect(license).toEqual({ tier: null, entitlements: [], expiresAt: null, graceEndsAt: null });
      expect(reported.graceRemainingSeconds).toBe(0);
    }
  });

  it('accepts the longest times that a date can hold', () => {
    const reported = { days_remaining: -4e6, grace_remaining_seconds: 3.2e9 };
    expect(parseLicense({ ...DOCUMENTED, ...reported }).reported).toEqual({ daysRemaining: -4e6, graceRemainingSeconds: 3.2e9 });
  });

  it('rounds fractions down, and a negative grace up to zero', () => {
    expect(parseLicense({ ...DOCUMENTED, days_remaining: -0.5, grace_remaining_seconds: -3.5 }).reported).toEqual({
      daysRemaining: -1,
      graceRemainingSeconds: 0,
    });
    expect(parseLicense({ ...DOCUMENTED, grace_remaining_seconds: 1.9 }).reported.graceRemainingSeconds).toBe(1);
  });

  it('reads missing or null numbers as null', () => {
    const { days_remaining: _, ...rest } = DOCUMENTED;
    expect(parseLicense({ ...rest, grace_remaining_seconds: null }).reported).toEqual({ daysRemaining: null, graceRemainingSeconds: null });
  });

  it('drops unknown fields, such as a token', () => {
    const read = parseLicense({ ...DOCUMENTED, token: 'eyJ.secret.key', key: 'secret' });
    expect(JSON.stringify(read)).not.toContain('secret');
  });

  it('drops repeated entitlements, and keeps unknown ones unchanged', () => {
    expect(parseLicense({ ...DOCUMENTED, entitlements: ['x.y', 'oidc', 'x.y'] }).license.entitlements).toEqual(['x.y', 'oidc']);
  });

  // Each field is usually valid, because otherwise hardly any body would be.
  const mostly = <T>(good: fc.Arbitrary<T>, bad: fc.Arbitrary<unknown> = fc.anything()) =>
    fc.oneof({ weight: 6, arbitrary: good }, { weight: 1, arbitrary: bad });
  const fields = fc.record(
    {
      tier: mostly(fc.oneof(fc.string(), fc.constant(null))),
      entitlements: mostly(
        fc.oneof(fc.array(fc.string({ minLength: 1 })), fc.constant([])),
        fc.oneof(fc.array(fc.anything()), fc.anything()),
      ),
      expires_at: mostly(
        fc.oneof(
          fc.constant(null),
          fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }).map((date) => date.toISOString()),
          fc.constantFrom('2027-05-01T02:00:00+02:00', '2028-02-29T00:00:00Z', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999-23:59'),
        ),
        fc.oneof(fc.constantFrom('2027-02-30T00:00:00Z', '2027-05-01', ''), fc.string(), fc.anything()),
      ),
      days_remaining: mostly(
        fc.oneof(fc.integer({ min: -5_000, max: 5_000 }), fc.double({ min: -1e4, max: 1e4, noNaN: true }), fc.constant(null)),
      ),
      grace_remaining_seconds: mostly(
        fc.oneof(fc.integer({ min: -9, max: 700_000 }), fc.constant(null)),
        fc.oneof(fc.double(), fc.anything()),
      ),
    },
    { requiredKeys: ['tier', 'entitlements', 'expires_at'] },
  );
  // Mostly license bodies, and some arbitrary values.
  const bodies = fc.oneof({ weight: 8, arbitrary: fields }, { weight: 1, arbitrary: fc.anything() });

  it('turns any value into a license or a LicenseError that does not echo it', () => {
    const reached = new Map<string, number>();
    fc.assert(
      fc.property(bodies, (body) => {
        let why = 'read';
        try {
          const { license, reported } = parseLicense(body);
          const { expiresAt, graceEndsAt, entitlements, tier } = license;
          expect(graceEndsAt).toBe(expiresAt === null ? null : expiresAt + 7 * 86_400_000);
          expect(Object.keys(license)).toEqual(['tier', 'entitlements', 'expiresAt', 'graceEndsAt']);
          // A Date can hold the expiry, even with the largest number of days added.
          if (expiresAt !== null) expect(new Date(expiresAt + 4e6 * 86_400_000).getTime()).not.toBeNaN();
          expect(
            entitlements.every((id) => typeof id === 'string' && id !== '') && new Set(entitlements).size === entitlements.length,
          ).toBe(true);
          expect(tier === null || (typeof tier === 'string' && tier !== '')).toBe(true);
          if (expiresAt !== null) expect(new Date(expiresAt).getUTCFullYear()).toBeLessThan(9_999);
          for (const number of [reported.daysRemaining, reported.graceRemainingSeconds])
            expect(number === null || Number.isSafeInteger(number)).toBe(true);
          expect(reported.graceRemainingSeconds ?? 0).toBeGreaterThanOrEqual(0);
        } catch (error) {
          if (!isLicenseError(error)) throw error;
          expect(error.code).toBe('unreadable');
          why = error.message;
        }
        reached.set(why, (reached.get(why) ?? 0) + 1);
      }),
      { numRuns: propertyRuns(3_000) },
    );
    if (isUnderMutation) return;
    // Bodies were read, and refused for each of the six reasons.
    expect(reached.get('read')).toBeGreaterThan(300);
    expect(reached.size).toBe(7);
  });

  it.skipIf(isUnderMutation).each<[string, (size: number) => unknown]>([
    ['entitlements', (size) => ({ ...DOCUMENTED, entitlements: Array.from({ length: size }, (_, at) => `e${at}`) })],
    ['repeats', (size) => ({ ...DOCUMENTED, entitlements: Array.from({ length: size }, () => 'oidc') })],
    ['a long date', (size) => ({ ...DOCUMENTED, expires_at: `2027-05-01T00:00:00.${'0'.repeat(size)}Z` })],
    ['a long zone', (size) => ({ ...DOCUMENTED, expires_at: `2027-05-01T00:00:00${'+00:00'.repeat(size)}` })],
    ['unknown fields', (size) => ({ ...DOCUMENTED, ...Object.fromEntries(Array.from({ length: size }, (_, at) => [`f${at}`, at])) })],
  ])('takes time in proportion to the length of the body: %s', async (_, make) => {
    const bodies = new Map<number, unknown>();
    const read = (size: number) => {
      if (!bodies.has(size)) bodies.set(size, make(size));
      try {
        parseLicense(bodies.get(size));
      } catch (error) {
        if (!isLicenseError(error)) throw error;
      }
    };
    expect(await growthOf(read, 5_000)).toBeLessThan(LINEAR);
  });
});
