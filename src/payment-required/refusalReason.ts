import type { Freshness } from '../license/freshness.js';
import type { License } from '../license/License.js';
import { entitlementState } from '../license/entitlementState.js';
import type { LicenseState } from '../license/licenseStatus.js';

/**
 * Why a request was answered 402, as far as the license tells: the feature isn't part of it; it is, but the grace period
 * is over; there is no license; it is part of a license in force all the same; or nobody knows.
 * Source: docs/contract.md, 402.
 */
export type RefusalReason = 'not-included' | 'lapsed' | 'no-license' | 'disputed' | 'unknown';

/** The reason for one entitlement (`null` where the answer named none), under a license that is in `state`. */
export function refusalReason(license: License | null, state: LicenseState, entitlement: string | null): RefusalReason {
  if (license === null || state === 'unknown') return 'unknown';
  if (state === 'unlicensed') return 'no-license';
  if (entitlement === null) return 'unknown';
  const worth = entitlementState(license.entitlements.includes(entitlement), state);
  if (worth === 'not-included') return 'not-included';
  return worth === 'off' ? 'lapsed' : 'disputed';
}

/** What is known while a 402 is to be explained. */
export type RefusalContext = {
  /** Members have no state and learn no reason. */
  readonly member: boolean;
  readonly license: License | null;
  readonly state: LicenseState;
  readonly freshness: Freshness;
  /** What became of the check of the license that the 402 started: one that began after it. */
  readonly check: 'pending' | 'failed' | 'answered';
  /** Whether another license is in force than when it came. */
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
  // An answer that names nothing tells something only where every licensed feature is off.
  if (entitlement === null && state !== 'expired' && state !== 'unlicensed') return null;
  const reason = refusalReason(license, state, entitlement);
  // A renewal has put it in force; nobody has refused anything under this license.
  if (reason === 'disputed' && superseded) return null;
  // The license may have lapsed a moment ago: nothing is said before a check, and less where that fails.
  if (reason === 'disputed' && check !== 'answered') return check === 'failed' ? 'unknown' : null;
  return reason === 'unknown' && freshness === 'pending' ? null : reason;
}
