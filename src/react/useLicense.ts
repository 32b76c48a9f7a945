import type { Freshness } from '../license/freshness.js';
import type { License } from '../license/License.js';
import type { LicenseState } from '../license/licenseStatus.js';
import { useLicenseContext } from './LicenseContext.js';

/** The result of {@link useLicense}. */
export type LicenseView = {
  /** `unknown` for members, without a provider, and before the first response. It changes at its instant, without a poll. */
  readonly state: LicenseState;
  /** Whether the last check confirmed the state, or why not; `pending` for members. */
  readonly freshness: Freshness;
  /** The last license; `null` for members, and before the first response. */
  readonly license: License | null;
  /** Checks at once. Never rejects, and resolves to whether a license was read. Does nothing for members. */
  readonly refresh: () => Promise<boolean>;
};

/**
 * Returns the license, its state at the API's time, and how fresh it is. Never throws.
 *
 * @example const { state } = useLicense(); if (state === 'grace') …
 */
export function useLicense(): LicenseView {
  const { state, freshness, license, refresh } = useLicenseContext();
  return { state, freshness, license, refresh };
}
