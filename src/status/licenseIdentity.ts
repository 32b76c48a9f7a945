import type { License } from '../contract/License.js';

/** Tells one license from another, also where the grace end has become known more exactly; `null` for none. */
export function licenseIdentity(license: License | null): string | null {
  return license && JSON.stringify([license.tier, license.entitlements, license.expiresAt]);
}
