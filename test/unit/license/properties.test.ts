import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { License } from '../../../src/license/License.js';
import { compareLicenses } from '../../../src/license/compareLicenses.js';
import { entitlementRows } from '../../../src/license/entitlementState.js';
import { licenseIdentity } from '../../../src/license/licenseIdentity.js';
import { licenseStatus } from '../../../src/license/licenseStatus.js';
import { refusalReason } from '../../../src/payment-required/refusalReason.js';
import { isWarnedState } from '../../../src/license/warnedState.js';
import { modelState } from '../../support/referenceModel.js';
import { isUnderMutation, propertyRuns } from '../../support/propertyRuns.js';

const DAY = 86_400_000;
const E = Date.UTC(2027, 4, 1);

// Grace periods of at least one millisecond, and instants next to each boundary.
const graces = fc.oneof(fc.constant(7 * DAY), fc.integer({ min: 1, max: 60 * DAY }));
const entitlements = fc.array(fc.oneof(fc.constantFrom('oidc', 'scim', 'vault', 'custom'), fc.string({ minLength: 1 })), { maxLength: 6 });
const ending = fc
  .record({
    grace: graces,
    entitlements,
    tier: fc.string(),
    isReported: fc.boolean(),
    starts: fc.option(fc.integer({ min: -30 * DAY, max: 30 * DAY })),
  })
  .map(({ grace, isReported, starts, ...rest }) => ({
    ...rest,
    expiresAt: E,
    graceEndsAt: isReported ? E + grace : null,
    ...(starts === null ? {} : { notBefore: E + starts }),
  }));
const endless = fc.record({ entitlements, tier: fc.string() }).map((rest) => ({ ...rest, expiresAt: null, graceEndsAt: null }));
const licenses: fc.Arbitrary<License> = fc.oneof({ weight: 3, arbitrary: ending }, { weight: 1, arbitrary: endless });
const nows = ({ graceEndsAt, notBefore }: License) =>
  fc.oneof(
    fc.integer({ min: E - 400 * DAY, max: E + 400 * DAY }),
    fc
      .tuple(fc.constantFrom(E - 7 * DAY, E, graceEndsAt ?? E + 7 * DAY, notBefore ?? E), fc.constantFrom(-1, 0, 1))
      .map(([boundary, off]) => boundary + off),
  );
const situations = licenses.chain((license) => fc.tuple(fc.constant(license), nows(license)));

describe('the state of any license at any instant', () => {
  it('follows the contract, and lasts until changesAt', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(situations, ([license, now]) => {
        const { state, changesAt } = licenseStatus(license, now);
        reached.add(state);
        const { expiresAt, notBefore } = license;
        const isScheduled = notBefore !== undefined && now < notBefore;
        const due =
          expiresAt === null
            ? license.entitlements.length > 0
              ? 'active'
              : 'unlicensed'
            : modelState(now, E, license.graceEndsAt ?? E + 7 * DAY);
        expect(state).toBe(isScheduled ? 'scheduled' : due);
        if (changesAt === null) expect(['expired', 'active', 'unlicensed']).toContain(state);
        else {
          expect(changesAt).toBeGreaterThan(now);
          expect(licenseStatus(license, changesAt - 1).state).toBe(state);
          expect(licenseStatus(license, changesAt).state).not.toBe(state);
        }
        // Without a time, the state of a license with an expiry is unknown.
        if (expiresAt !== null) expect(licenseStatus(license, null)).toEqual({ state: 'unknown', changesAt: null });
      }),
      { numRuns: propertyRuns(3_000) },
    );
    if (!isUnderMutation) expect([...reached].sort()).toEqual(['active', 'expired', 'expiring', 'grace', 'scheduled', 'unlicensed']);
  });

  it('leads to one row and one refusal reason for each entitlement', () => {
    fc.assert(
      fc.property(situations, fc.string(), ([license, now], other) => {
        const { state } = licenseStatus(license, now);
        const rows = entitlementRows(license, state);
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
        for (const id of [...license.entitlements, other]) {
          const worth = rows.find((row) => row.id === id)?.state ?? 'not-included';
          const reason = refusalReason(license, state, id);
          // Features that are off have lapsed, other missing ones are not included, and all others are disputed.
          if (state === 'unlicensed') expect(reason).toBe('no-license');
          else expect(reason).toBe(worth === 'off' ? 'lapsed' : worth === 'not-included' ? 'not-included' : 'disputed');
        }
        expect(isWarnedState(state)).toBe(['expiring', 'grace', 'expired'].includes(state));
      }),
      { numRuns: propertyRuns(1_000) },
    );
  });
});

describe('any two licenses', () => {
  it('are compared without a missing or repeated feature', () => {
    fc.assert(
      fc.property(fc.option(licenses), situations, (present, [license, now]) => {
        const { kept, gained, lost, warnings } = compareLicenses(present, { license, customer: null, demo: false }, now);
        expect([...kept, ...gained].sort()).toEqual([...new Set(license.entitlements)].sort());
        expect([...kept, ...lost].sort()).toEqual([...new Set(present?.entitlements)].sort());
        expect(warnings.includes('loses-entitlements')).toBe(lost.length > 0);
        // A license has no losses compared with itself.
        const same = compareLicenses(license, { license, customer: null, demo: false }, now).warnings;
        expect(same).toContain('same-license');
        expect(same).not.toContain('expires-earlier');
        expect(same).not.toContain('loses-entitlements');
      }),
      { numRuns: propertyRuns(1_000) },
    );
  });

  it('are identical by content, whatever the order or the grace end', () => {
    fc.assert(
      fc.property(licenses, licenses, fc.integer(), (one, other, graceEndsAt) => {
        const { entitlements, expiresAt } = one;
        const reordered = { ...one, entitlements: [...entitlements].reverse().concat(entitlements), graceEndsAt };
        expect(licenseIdentity(reordered)).toBe(licenseIdentity(one));
        const contentOf = ({ tier, entitlements, expiresAt }: License) =>
          JSON.stringify([tier, [...new Set(entitlements)].sort(), expiresAt]);
        expect(licenseIdentity(one) === licenseIdentity(other)).toBe(contentOf(one) === contentOf(other));
        expect(licenseIdentity({ ...one, expiresAt: (expiresAt ?? 0) + 1 })).not.toBe(licenseIdentity(one));
      }),
      { numRuns: propertyRuns(500) },
    );
  });
});
