/**
 * The body of `GET /admin/license` as it crosses the wire.
 * Source: docs/contract.md, GET /admin/license.
 */
export type LicenseBody = {
  /** Such as `enterprise`; `null` only without a license. */
  readonly tier: string | null;
  /** Entitlement ids. Without a license, empty. */
  readonly entitlements: readonly string[];
  /** RFC 3339 with a zone; `null` for a license without end and for no license. */
  readonly expires_at: string | null;
  /** Whole days until `expires_at`, rounded down. It only bounds the clock and is never displayed. */
  readonly days_remaining: number | null;
  /** Seconds until the grace period ends; above 0 only in grace. */
  readonly grace_remaining_seconds: number | null;
};
