import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateServerTime } from '../../../src/client/estimateServerTime.js';
import { licenseStatus } from '../../../src/license/licenseStatus.js';
import { parseLicense } from '../../../src/license/parseLicense.js';
import { bodyFromClaims } from '../../../mocks/bodyFromClaims.js';
import { modelState, modelTime } from '../../support/referenceModel.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const E = Date.UTC(2027, 4, 1);
const GRACE_ENDS = E + 7 * DAY;

function report(days: number | null, graceSeconds: number | null, expiresAt: number | null = E) {
  return parseLicense({
    tier: 'enterprise',
    entitlements: ['oidc'],
    expires_at: expiresAt === null ? null : new Date(expiresAt).toISOString(),
    days_remaining: days,
    grace_remaining_seconds: graceSeconds,
  });
}

const estimate = (days: number | null, graceSeconds: number | null, candidate: number, ageMs?: number) =>
  estimateServerTime(report(days, graceSeconds), candidate, ageMs);

describe('estimateServerTime', () => {
  it.each([
    ['in grace, whatever the candidate', 0, 3 * 86_400, E - 300 * DAY, GRACE_ENDS - 3 * DAY],
    ['in grace with more than 7 days left: the expiry', 0, 14 * 86_400, E + 3 * DAY, E],
    ['days left, a candidate that fits', 20, 0, E - 20 * DAY - HOUR, E - 20 * DAY - HOUR],
    ['days left, a candidate too early', 20, 0, E - 23 * DAY, E - 21 * DAY],
    ['days left, a candidate too late', 20, 0, E - 17 * DAY, E - 19 * DAY - 1],
    ['one day left, a candidate after the expiry', 1, 0, E + 3 * DAY, E - 1],
    ['days left, grace missing', 5, null, GRACE_ENDS, E - 4 * DAY - 1],
    ['the last day', 0, 0, E - HOUR, E - HOUR],
    ['zero and zero, nearer to the last day', 0, 0, E + HOUR, E - 1],
    ['zero and zero, nearer to the end of grace', 0, 0, GRACE_ENDS - HOUR, GRACE_ENDS],
    ['zero and zero, after the grace period', 0, 0, GRACE_ENDS + 300 * DAY, GRACE_ENDS + 300 * DAY],
    ['zero and zero, long before', 0, 0, E - 99 * DAY, E - DAY],
    ['days below zero', -1, 0, E + DAY, GRACE_ENDS],
    ['days below zero, a candidate that fits', -9, 0, GRACE_ENDS + 2 * DAY, GRACE_ENDS + 2 * DAY],
    ['days missing, before the expiry', null, 0, E - 30 * DAY, E - 30 * DAY],
    ['days missing, in the grace period', null, 0, GRACE_ENDS - HOUR, GRACE_ENDS],
    ['grace missing, on the last day or later', 0, null, E + DAY, E + DAY],
    ['grace missing, days below zero', -2, null, E - 2 * DAY, E],
    ['both missing', null, null, GRACE_ENDS + 99 * DAY, GRACE_ENDS + 99 * DAY],
  ])('estimates the time: %s', (_, days, graceSeconds, candidate, now) => {
    expect(estimate(days, graceSeconds, candidate).serverTime).toBe(now);
  });

  it('prefers the earlier interval at equal distance', () => {
    const middle = (E - 1 + GRACE_ENDS) / 2;
    expect(estimate(0, 0, middle).serverTime).toBe(E - 1);
    expect(estimate(0, 0, middle + 1).serverTime).toBe(GRACE_ENDS);
  });

  it('freezes the time only if it was limited from above', () => {
    expect(estimate(20, 0, E - 17 * DAY).isFrozen).toBe(true);
    expect(estimate(20, 0, E - 23 * DAY).isFrozen).toBe(false);
    expect(estimate(20, 0, E - 20 * DAY).isFrozen).toBe(false);
    expect(estimate(0, 3 * 86_400, GRACE_ENDS + DAY).isFrozen).toBe(false);
  });

  it.each([
    ['days left', 20, 0, E - 19 * DAY - 1],
    ['in grace', 0, 3 * 86_400, GRACE_ENDS - 3 * DAY],
    ['below zero', -1, 0, GRACE_ENDS],
  ])('reports clocks that differ by more than 5 minutes: %s', (_, days, graceSeconds, now) => {
    const off = days === 20 ? 1 : -1;
    expect(estimate(days, graceSeconds, now + off * 5 * MINUTE).clocksDiffer).toBe(false);
    expect(estimate(days, graceSeconds, now + off * (5 * MINUTE + 1)).clocksDiffer).toBe(true);
  });

  it('adds the age of a cached response, and reports an age of more than 5 minutes', () => {
    const inGrace = estimate(0, 3 * 86_400, GRACE_ENDS - 3 * DAY, 3 * DAY);
    expect(inGrace).toEqual({ serverTime: GRACE_ENDS, isFrozen: false, clocksDiffer: true });
    expect(estimate(20, 0, E - 20 * DAY, 5 * MINUTE)).toEqual({
      serverTime: E - 20 * DAY + 5 * MINUTE,
      isFrozen: false,
      clocksDiffer: false,
    });
  });

  it('keeps the state expired and reports a clock difference if a cached body is three days old', () => {
    const cached = parseLicense({
      tier: 'enterprise',
      entitlements: ['oidc'],
      expires_at: new Date(E).toISOString(),
      days_remaining: 0,
      grace_remaining_seconds: 2 * 86_400,
    });
    const { serverTime, clocksDiffer } = estimateServerTime(cached, GRACE_ENDS - 2 * DAY, 3 * DAY);
    expect([licenseStatus(cached.license, serverTime).state, clocksDiffer]).toEqual(['expired', true]);
  });

  it('uses the candidate for a license without an expiry', () => {
    const { serverTime, isFrozen, clocksDiffer } = estimateServerTime(report(3, 5, null), E);
    expect([serverTime, isFrozen, clocksDiffer]).toEqual([E, false, false]);
  });
});

// Instants around every boundary, and far from them.
const instants = fc.oneof(
  fc.integer({ min: E - 400 * DAY, max: E + 400 * DAY }),
  fc
    .tuple(fc.constantFrom(-8, -7, -2, -1, 0, 1, 6, 7, 8), fc.integer({ min: -6 * MINUTE, max: 6 * MINUTE }))
    .map(([days, off]) => E + days * DAY + off),
  fc.tuple(fc.constantFrom(-8, -7, -1, 0, 7), fc.constantFrom(-1, 0, 1, 1_000)).map(([days, off]) => E + days * DAY + off),
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

describe('estimateServerTime, as a property,', () => {
  it('agrees with the reference model', () => {
    const days = maybe(fc.integer({ min: -400, max: 400 }));
    const grace = maybe(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_300_000 })));
    const ages = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 10 * DAY }));
    fc.assert(
      fc.property(days, grace, instants, ages, (n, g, candidate, age) => {
        const { serverTime, isFrozen, clocksDiffer } = estimate(n, g, candidate, age);
        expect({ now: serverTime, stands: isFrozen, warns: clocksDiffer }).toEqual(
          modelTime({ E, n, g }, { date: candidate, last: null, local: 0, age }),
        );
      }),
      { numRuns: 3_000 },
    );
  });

  it('never reaches a state that the body excludes', () => {
    fc.assert(
      fc.property(instants, instants, (truth, candidate) => {
        const { license, reported } = parseLicense(bodyFromClaims({ tier: 'x', entitlements: ['oidc'], exp: E / 1_000 }, truth));
        const { state } = licenseStatus(license, estimateServerTime({ license, reported }, candidate).serverTime);
        const isGrace = modelState(truth, E, GRACE_ENDS) === 'grace';
        expect(state === 'grace').toBe(isGrace);
        if (truth < E - DAY) expect(['active', 'expiring']).toContain(state);
      }),
      { numRuns: 2_000 },
    );
  });
});
