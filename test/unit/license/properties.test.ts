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

// Any length of grace, none of it below a millisecond, and instants beside each boundary.
const graces = fc.oneof(fc.constant(7 * DAY), fc.integer({ min: 1, max: 60 * DAY }));
const entitlements = fc.array(fc.oneof(fc.constantFrom('oidc', 'scim', 'vault', 'custom'), fc.string({ minLength: 1 })), { maxLength: 6 });
const ending = fc
  .record({
    grace: graces,
    entitlements,
    tier: fc.string(),
    told: fc.boolean(),
    starts: fc.option(fc.integer({ min: -30 * DAY, max: 30 * DAY })),
  })
  .map(({ grace, told, starts, ...rest }) => ({
    ...rest,
    expiresAt: E,
    graceEndsAt: told ? E + grace : null,
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
  it('is the one that the contract says, and stands until the instant that is told', () => {
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
        // Without a time nothing is claimed of a license that ends.
        if (expiresAt !== null) expect(licenseStatus(license, null)).toEqual({ state: 'unknown', changesAt: null });
      }),
      { numRuns: propertyRuns(3_000) },
    );
    if (!isUnderMutation) expect([...reached].sort()).toEqual(['active', 'expired', 'expiring', 'grace', 'scheduled', 'unlicensed']);
  });

  it('makes every entitlement of the catalogue and of the license one row, and one reason', () => {
    fc.assert(
      fc.property(situations, fc.string(), ([license, now], other) => {
        const { state } = licenseStatus(license, now);
        const rows = entitlementRows(license, state);
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
        for (const id of [...license.entitlements, other]) {
          const worth = rows.find((row) => row.id === id)?.state ?? 'not-included';
          const reason = refusalReason(license, state, id);
          // What is off has lapsed, what isn't part of it is told so, and what is in force is disputed.
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
  it('are compared without a feature lost or told twice', () => {
    fc.assert(
      fc.property(fc.option(licenses), situations, (present, [license, now]) => {
        const { kept, gained, lost, warnings } = compareLicenses(present, { license, customer: null, demo: false }, now);
        expect([...kept, ...gained].sort()).toEqual([...new Set(license.entitlements)].sort());
        expect([...kept, ...lost].sort()).toEqual([...new Set(present?.entitlements)].sort());
        expect(warnings.includes('loses-entitlements')).toBe(lost.length > 0);
        // Of a license and itself nothing is to be minded but that.
        const same = compareLicenses(license, { license, customer: null, demo: false }, now).warnings;
        expect(same).toContain('same-license');
        expect(same).not.toContain('expires-earlier');
        expect(same).not.toContain('loses-entitlements');
      }),
      { numRuns: propertyRuns(1_000) },
    );
  });

  it('are the same by what they say, not by the order or by how exactly the grace end is known', () => {
    fc.assert(
      fc.property(licenses, licenses, fc.integer(), (one, other, graceEndsAt) => {
        const { entitlements, expiresAt } = one;
        const reordered = { ...one, entitlements: [...entitlements].reverse().concat(entitlements), graceEndsAt };
        expect(licenseIdentity(reordered)).toBe(licenseIdentity(one));
        const says = ({ tier, entitlements, expiresAt }: License) => JSON.stringify([tier, [...new Set(entitlements)].sort(), expiresAt]);
        expect(licenseIdentity(one) === licenseIdentity(other)).toBe(says(one) === says(other));
        expect(licenseIdentity({ ...one, expiresAt: (expiresAt ?? 0) + 1 })).not.toBe(licenseIdentity(one));
      }),
      { numRuns: propertyRuns(500) },
    );
  });
});
