import type { LicenseBody } from './LicenseBody.js';
import type { LicenseReport } from './parseLicense.js';

/** The body that `parseLicense` reads a report from: what was understood of an answer, and nothing else that it may have held. */
export function writeLicenseBody({ license, reported }: LicenseReport): LicenseBody {
  return {
    tier: license.tier,
    entitlements: license.entitlements,
    expires_at: license.expiresAt === null ? null : new Date(license.expiresAt).toISOString(),
    days_remaining: reported.daysRemaining,
    grace_remaining_seconds: reported.graceRemainingSeconds,
  };
}
