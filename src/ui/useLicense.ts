import type { Freshness } from '../contract/freshness.js';
import type { License } from '../contract/License.js';
import type { LicenseState } from '../status/licenseStatus.js';
import { useLicenseContext } from './provider/LicenseContext.js';

/** What a host can know of the license. */
export type LicenseView = {
  /** `unknown` for members, without a provider, and until the first answer. It flips at its instant, without a poll. */
  readonly state: LicenseState;
  /** How far the state can be trusted; `pending` for members. */
  readonly freshness: Freshness;
  /** The last good answer; `null` for members, and while there is none. */
  readonly license: License | null;
  /** Asks the API at once; never rejects, and tells whether a license was read. Members ask nothing. */
  readonly checkNow: () => Promise<boolean>;
};

/**
 * The license, its state by the API's clock, and how fresh it is. Never throws.
 *
 * @example const { state } = useLicense(); if (state === 'grace') …
 */
export function useLicense(): LicenseView {
  const { state, freshness, license, checkNow } = useLicenseContext();
  return { state, freshness, license, checkNow };
}
