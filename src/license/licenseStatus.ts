import { DAY_MS } from '../lib/time.js';
import { GRACE_PERIOD_MS, type License } from './License.js';

/**
 * What the license is worth at an instant; `scheduled` stands only in the preview of a key.
 * Source: docs/contract.md, States.
 */
export type LicenseState = 'active' | 'expiring' | 'grace' | 'expired' | 'unlicensed' | 'unknown' | 'scheduled';

/** A state, and until when it stands. */
export type LicenseStatus = {
  /** What the license is worth. */
  readonly state: LicenseState;
  /** When it becomes another one by itself, in milliseconds since 1970; `null` for never. */
  readonly changesAt: number | null;
};

/** How long before the expiry the reminder starts, in milliseconds: 7 days. */
export const REMINDER_PERIOD_MS = 7 * DAY_MS;

/**
 * Derives the state from a license and the time. Half-open: active < E - 7 d <= expiring < E <= grace < G <= expired.
 *
 * @param license `null` while none is known.
 * @param now The API's clock, milliseconds since 1970; `null` while it isn't known, and then a license that ends is `unknown`.
 * @example licenseStatus(license, Date.now()).state // 'grace'
 * @see docs/contract.md, States
 */
export function licenseStatus(license: License | null, now: number | null): LicenseStatus {
  if (license === null) return { state: 'unknown', changesAt: null };
  const { expiresAt, notBefore } = license;
  const scheduled = notBefore !== undefined && now !== null && now < notBefore;
  if (scheduled) return { state: 'scheduled', changesAt: notBefore };
  if (expiresAt === null) {
    return { state: license.entitlements.length === 0 ? 'unlicensed' : 'active', changesAt: null };
  }
  if (now === null) return { state: 'unknown', changesAt: null };
  const remindsAt = expiresAt - REMINDER_PERIOD_MS;
  const graceEndsAt = license.graceEndsAt ?? expiresAt + GRACE_PERIOD_MS;
  if (now < remindsAt) return { state: 'active', changesAt: remindsAt };
  if (now < expiresAt) return { state: 'expiring', changesAt: expiresAt };
  if (now < graceEndsAt) return { state: 'grace', changesAt: graceEndsAt };
  return { state: 'expired', changesAt: null };
}
