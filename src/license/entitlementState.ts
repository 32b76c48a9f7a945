import { ENTITLEMENTS } from './entitlements.js';
import type { License } from './License.js';
import type { LicenseState } from './licenseStatus.js';

/** The state of a feature: in force, in force until the grace period ends, off since then, not licensed, or not known yet. */
export type EntitlementState = 'included' | 'ending' | 'off' | 'not-included' | 'unknown';

/** An entitlement of the catalog or the license, with its state. */
export type EntitlementRow = { readonly id: string; readonly state: EntitlementState };

/** Returns the state of an entitlement. `licensed` is true if the license contains it. */
export function entitlementState(licensed: boolean, state: LicenseState): EntitlementState {
  if (state === 'unknown') return 'unknown';
  if (!licensed) return 'not-included';
  if (state === 'grace') return 'ending';
  return state === 'expired' ? 'off' : 'included';
}

/** Returns the entitlements of the catalog, in its order, then those that only the license contains. */
export function entitlementRows(license: License | null, state: LicenseState): readonly EntitlementRow[] {
  const licensed = new Set(license?.entitlements);
  return Array.from(new Set([...ENTITLEMENTS, ...licensed]), (id) => ({
    id,
    state: entitlementState(licensed.has(id), state),
  }));
}
