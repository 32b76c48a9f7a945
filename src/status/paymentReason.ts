import type { License } from '../contract/License.js';
import { entitlementState } from './entitlementState.js';
import type { LicenseState } from './licenseStatus.js';

/**
 * Why a request was answered 402, as far as the license tells: the feature isn't part of it; it is, but the grace period
 * is over; there is no license; it is part of a license in force all the same; or nobody knows.
 * Source: docs/contract.md, 402.
 */
export type PaymentReason = 'not-included' | 'lapsed' | 'no-license' | 'disputed' | 'unknown';

/** The reason for one entitlement (`null` where the answer named none), under a license that is in `state`. */
export function paymentReason(license: License | null, state: LicenseState, entitlement: string | null): PaymentReason {
  if (license === null || state === 'unknown') return 'unknown';
  if (state === 'unlicensed') return 'no-license';
  if (entitlement === null) return 'unknown';
  const worth = entitlementState(license.entitlements.includes(entitlement), state);
  if (worth === 'not-included') return 'not-included';
  return worth === 'off' ? 'lapsed' : 'disputed';
}
