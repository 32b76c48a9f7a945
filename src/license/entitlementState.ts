import { ENTITLEMENTS } from './entitlements.js';
import type { License } from './License.js';
import type { LicenseState } from './licenseStatus.js';

/** What an entitlement is worth: in force, in force until the grace period ends, off since then, not licensed, or not known yet. */
export type EntitlementState = 'included' | 'ending' | 'off' | 'not-included' | 'unknown';

/** One entitlement of the catalogue or of the license, and its state. */
export type EntitlementRow = { readonly id: string; readonly state: EntitlementState };

/** The state of an entitlement that the license names (`licensed`) or doesn't, while the license is in `state`. */
export function entitlementState(licensed: boolean, state: LicenseState): EntitlementState {
  if (state === 'unknown') return 'unknown';
  if (!licensed) return 'not-included';
  if (state === 'grace') return 'ending';
  return state === 'expired' ? 'off' : 'included';
}

/** Every entitlement of the catalogue, in its order, then those of the license that the catalogue doesn't know. */
export function entitlementRows(license: License | null, state: LicenseState): readonly EntitlementRow[] {
  const licensed = new Set(license?.entitlements);
  return Array.from(new Set([...ENTITLEMENTS, ...licensed]), (id) => ({
    id,
    state: entitlementState(licensed.has(id), state),
  }));
}
