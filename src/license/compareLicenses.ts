import type { License } from './License.js';
import { licenseIdentity } from './licenseIdentity.js';
import { type LicenseState, licenseStatus } from './licenseStatus.js';

/** A license that a key would put in force, and what else the key says. */
export type OfferedLicense = {
  /** What the key would put in force. */
  readonly license: License;
  /** Whom it is made out to; `null` where it doesn't say. */
  readonly customer: string | null;
  /** Whether it is the mock API's. */
  readonly demo: boolean;
};

/** What to mind about an offered license, the gravest first. */
export type LicenseWarning =
  | 'demo-key'
  | 'already-expired'
  | 'in-grace'
  | 'starts-later'
  | 'never-in-force'
  | 'same-license'
  | 'expires-earlier'
  | 'loses-entitlements';

/** One fact, today and with the offered license. */
export type Change<T> = {
  /** Today; `null` without a license. */
  readonly before: T | null;
  /** With the offered license. */
  readonly after: T;
};

/** An offered license beside the present one. */
export type LicenseComparison = {
  /** As the license and the key say it, such as `enterprise`. */
  readonly tier: Change<string | null>;
  /** Milliseconds since 1970; `null` for a license without end. */
  readonly expiresAt: Change<number | null>;
  /** Milliseconds since 1970; `null` for a license without end. */
  readonly graceEndsAt: Change<number | null>;
  /** Entitlements of both. */
  readonly kept: readonly string[];
  /** Entitlements of the offered license alone. */
  readonly gained: readonly string[];
  /** Entitlements of the present license alone. */
  readonly lost: readonly string[];
  /** Whom the offered license is made out to; `null` where it doesn't say. */
  readonly customer: string | null;
  /** Which state it would have today. */
  readonly state: LicenseState;
  /** What to mind, the gravest first; empty for a plain renewal. */
  readonly warnings: readonly LicenseWarning[];
};

/**
 * Holds the license that a key would put in force against the present one.
 *
 * @param present `null` while it isn't known, or where there is none.
 * @param now Milliseconds since 1970.
 * @example compareLicenses(license, { license: verified.license, customer: verified.claims.sub ?? null, demo: verified.demo }, now).warnings
 * @see docs/verifier.md, Comparing
 */
export function compareLicenses(present: License | null, offered: OfferedLicense, now: number): LicenseComparison {
  const { license, customer, demo } = offered;
  const { state } = licenseStatus(license, now);
  // What a key that starts later will be worth then, or would be by now.
  const { tier, entitlements, expiresAt, graceEndsAt } = license;
  const { state: end } = licenseStatus({ tier, entitlements, expiresAt, graceEndsAt }, now);
  const before = new Set(present?.entitlements);
  const after = new Set(entitlements);
  const lost = [...before].filter((id) => !after.has(id));
  // What has no end ends later than everything; no license ends before it.
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
