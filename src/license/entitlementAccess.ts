import type { EntitlementId } from './entitlements.js';
import { type EntitlementState, entitlementState } from './entitlementState.js';
import type { License } from './License.js';
import { licenseStatus } from './licenseStatus.js';

/** The access to a feature by the license alone. */
export type EntitlementAccess = {
  readonly state: EntitlementState;
  /** False if the feature is off or not licensed. True while the license or the time is unknown. */
  readonly isAllowed: boolean;
};

/**
 * Returns whether a license allows a feature, for route loaders and menus. It ignores 402s, which `useEntitlement` includes.
 *
 * @param license `null` if none is known.
 * @param now The API's time in milliseconds since 1970, as `serverNow` returns it; `null` if unknown.
 * @example entitlementAccess(snapshot.license, 'audit_export', serverNow(snapshot)).isAllowed
 */
export function entitlementAccess(license: License | null, entitlement: EntitlementId, now: number | null): EntitlementAccess {
  const isLicensed = license?.entitlements.includes(entitlement) ?? false;
  const state = entitlementState(isLicensed, licenseStatus(license, now).state);
  return { state, isAllowed: state !== 'off' && state !== 'not-included' };
}
