import type { Freshness } from '../license/freshness.js';
import type { License } from '../license/License.js';
import { entitlementState } from '../license/entitlementState.js';
import type { LicenseState } from '../license/licenseStatus.js';

/**
 * The reason of a 402:
 * - `not-included`: the license does not contain the feature.
 * - `lapsed`: the license contains it, and the grace period is over.
 * - `no-license`: there is no license.
 * - `disputed`: the license contains it and is in force, by a check that began after the 402.
 * - `unknown`: the check failed, the 402 named no feature although there is a license, or the user is a member.
 *
 * Source: docs/contract.md, 402.
 */
export type RefusalReason = 'not-included' | 'lapsed' | 'no-license' | 'disputed' | 'unknown';

/** Returns the reason for an entitlement under a license in a state. `null`: the 402 named no entitlement. */
export function refusalReason(license: License | null, state: LicenseState, entitlement: string | null): RefusalReason {
  if (license === null || state === 'unknown') return 'unknown';
  if (state === 'unlicensed') return 'no-license';
  if (entitlement === null) return 'unknown';
  const worth = entitlementState(license.entitlements.includes(entitlement), state);
  if (worth === 'not-included') return 'not-included';
  return worth === 'off' ? 'lapsed' : 'disputed';
}

/** The circumstances that decide whether a refusal is shown. */
export type RefusalContext = {
  /** Members see no state and no reason. */
  readonly member: boolean;
  readonly license: License | null;
  readonly state: LicenseState;
  readonly freshness: Freshness;
  /** The outcome of the license check that began after the 402. */
  readonly check: 'pending' | 'failed' | 'answered';
  /** True if the license has changed since the 402. */
  readonly superseded: boolean;
};

/**
 * Returns the reason to show for a refused entitlement (`null`: the 402 named none). Returns `null` if nothing is shown, or nothing yet.
 *
 * @see docs/contract.md, 402
 */
export function visibleReason(
  entitlement: string | null,
  { member, license, state, freshness, check, superseded }: RefusalContext,
): RefusalReason | null {
  if (member) return entitlement === null ? null : 'unknown';
  // A 402 that names nothing means a lapse only while all licensed features are off.
  if (entitlement === null && state !== 'expired' && state !== 'unlicensed') return null;
  const reason = refusalReason(license, state, entitlement);
  // A renewal has put the feature in force, and the API has not refused it since.
  if (reason === 'disputed' && superseded) return null;
  // The license may have lapsed a moment ago, so the next check decides.
  if (reason === 'disputed' && check !== 'answered') return check === 'failed' ? 'unknown' : null;
  return reason === 'unknown' && freshness === 'pending' ? null : reason;
}
