import { DAY_MS } from '../lib/time.js';
import { GRACE_PERIOD_MS, type License } from './License.js';

/**
 * The state of a license at an instant. `scheduled` occurs only in the preview of a key.
 * Source: docs/contract.md, States.
 */
export type LicenseState = 'active' | 'expiring' | 'grace' | 'expired' | 'unlicensed' | 'unknown' | 'scheduled';

/** A state and its end. */
export type LicenseStatus = {
  /** The state at this instant. */
  readonly state: LicenseState;
  /** When the state changes, in milliseconds since 1970; `null` for never. */
  readonly changesAt: number | null;
};

/** The length of the `expiring` state, in milliseconds: 7 days. */
export const REMINDER_PERIOD_MS = 7 * DAY_MS;

/**
 * Derives the state from a license and the time. Half-open: active < E - 7 d <= expiring < E <= grace < G <= expired.
 *
 * @param license `null` if none is known.
 * @param now The API's time, in milliseconds since 1970. If `null`, a license with an end is `unknown`.
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
