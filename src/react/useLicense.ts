import type { Freshness } from '../license/freshness.js';
import type { License } from '../license/License.js';
import type { LicenseState } from '../license/licenseStatus.js';
import { useLicenseContext } from './LicenseContext.js';

/** What a host can know of the license. */
export type LicenseView = {
  /** `unknown` for members, without a provider, and until the first answer. It flips at its instant, without a poll. */
  readonly state: LicenseState;
  /** How far the state can be trusted; `pending` for members. */
  readonly freshness: Freshness;
  /** The last good answer; `null` for members, and while there is none. */
  readonly license: License | null;
  /** Asks the API at once; never rejects, and tells whether a license was read. Members ask nothing. */
  readonly refresh: () => Promise<boolean>;
};

/**
 * The license, its state by the API's clock, and how fresh it is. Never throws.
 *
 * @example const { state } = useLicense(); if (state === 'grace') …
 */
export function useLicense(): LicenseView {
  const { state, freshness, license, refresh } = useLicenseContext();
  return { state, freshness, license, refresh };
}
