import type { License } from './License.js';
import { licenseIdentity } from './licenseIdentity.js';
import { type LicenseState, licenseStatus } from './licenseStatus.js';

/** The license of a checked key. */
export type OfferedLicense = {
  /** The license that the key would put in force. */
  readonly license: License;
  /** The customer (`sub`); `null` if the key names none. */
  readonly customer: string | null;
  /** True if the demo key of the mock API signed it. */
  readonly demo: boolean;
};

/** A warning about an offered license. */
export type LicenseWarning =
  | 'demo-key'
  | 'already-expired'
  | 'in-grace'
  | 'starts-later'
  | 'never-in-force'
  | 'same-license'
  | 'expires-earlier'
  | 'loses-entitlements';

/** A value before and after. */
export type Change<T> = {
  /** In the current license; `null` without one. */
  readonly before: T | null;
  /** In the offered license. */
  readonly after: T;
};

/** The differences between the current license and an offered one. */
export type LicenseComparison = {
  /** Such as `enterprise`. */
  readonly tier: Change<string | null>;
  /** Milliseconds since 1970; `null` for a license without end. */
  readonly expiresAt: Change<number | null>;
  /** Milliseconds since 1970; `null` for a license without end. */
  readonly graceEndsAt: Change<number | null>;
  /** Entitlements in both licenses. */
  readonly kept: readonly string[];
  /** Entitlements only in the offered license. */
  readonly gained: readonly string[];
  /** Entitlements only in the current license. */
  readonly lost: readonly string[];
  /** The customer of the offered license; `null` if the key names none. */
  readonly customer: string | null;
  /** The state of the offered license today. */
  readonly state: LicenseState;
  /** Warnings, the gravest first; empty for a plain renewal. */
  readonly warnings: readonly LicenseWarning[];
};

/**
 * Compares the license of a key with the current one.
 *
 * @param present The current license; `null` if there is none, or none is known yet.
 * @param now Milliseconds since 1970.
 * @example compareLicenses(license, { license: verified.license, customer: verified.claims.sub ?? null, demo: verified.demo }, now).warnings
 * @see docs/verifier.md, Comparing
 */
export function compareLicenses(present: License | null, offered: OfferedLicense, now: number): LicenseComparison {
  const { license, customer, demo } = offered;
  const { state } = licenseStatus(license, now);
  // Without `notBefore`: a key that starts later may also be in grace or expired.
  const { tier, entitlements, expiresAt, graceEndsAt } = license;
  const { state: end } = licenseStatus({ tier, entitlements, expiresAt, graceEndsAt }, now);
  const before = new Set(present?.entitlements);
  const after = new Set(entitlements);
  const lost = [...before].filter((id) => !after.has(id));
  // A license without end ends later than any other. Without a current license, nothing ends earlier.
  const isLicensed = present !== null && (present.entitlements.length > 0 || present.expiresAt !== null);
  const endsEarlier = isLicensed && (license.expiresAt ?? Infinity) < (present.expiresAt ?? Infinity);
  const warnings: Record<LicenseWarning, boolean> = {
    'demo-key': demo,
    'already-expired': end === 'expired',
    'in-grace': end === 'grace',
    'starts-later': state === 'scheduled',
    'never-in-force': license.notBefore !== undefined && graceEndsAt !== null && license.notBefore >= graceEndsAt,
    'same-license': licenseIdentity(present) === licenseIdentity(license),
    'expires-earlier': endsEarlier,
    'loses-entitlements': lost.length > 0,
  };
  return {
    tier: { before: present?.tier ?? null, after: tier },
    expiresAt: { before: present?.expiresAt ?? null, after: expiresAt },
    graceEndsAt: { before: present?.graceEndsAt ?? null, after: graceEndsAt },
    kept: [...after].filter((id) => before.has(id)),
    gained: [...after].filter((id) => !before.has(id)),
    lost,
    customer,
    state,
    warnings: LICENSE_WARNINGS.filter((warning) => warnings[warning]),
  };
}

const LICENSE_WARNINGS: readonly LicenseWarning[] = [
  'demo-key',
  'already-expired',
  'in-grace',
  'starts-later',
  'never-in-force',
  'same-license',
  'expires-earlier',
  'loses-entitlements',
];
