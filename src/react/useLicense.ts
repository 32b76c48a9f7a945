import type { Freshness } from '../license/freshness.js';
import type { License } from '../license/License.js';
import type { LicenseState } from '../license/licenseStatus.js';
import type { Reminder } from '../license/earlyReminder.js';
import { useLicenseContext } from './LicenseContext.js';
import { useReminder } from './useReminder.js';

/** The result of {@link useLicense}. */
export type LicenseView = {
  /** The state at the API's time. Changes on time, without a poll. `unknown` for members, without a provider, and before the first response. */
  readonly state: LicenseState;
  /** `fresh` if the last check confirmed the state, otherwise `pending` or the failure. `pending` for members. */
  readonly freshness: Freshness;
  /** The last license; `null` for members, and before the first response. */
  readonly license: License | null;
  /**
   * `early` while the license is active and at most `remindDaysBefore` days before its expiry, `due` while it is expiring, in grace or expired,
   * otherwise `none`. `none` for members. A snooze of the banner does not change it.
   */
  readonly reminder: Reminder;
  /** Fetches the license now. Never rejects. Resolves to true if the license was read, and to false for members. */
  readonly refresh: () => Promise<boolean>;
};

/**
 * Returns the license, its state at the API's time, whether a renewal is due, and how fresh the license is. Never throws.
 *
 * @example const { state } = useLicense(); if (state === 'grace') …
 */
export function useLicense(): LicenseView {
  const { state, freshness, license, refresh } = useLicenseContext();
  const reminder = useReminder();
  return { state, freshness, license, reminder, refresh };
}
