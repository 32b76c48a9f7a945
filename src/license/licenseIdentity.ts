import type { License } from './License.js';

/** Tells one license from another, whatever the order of its entitlements, and however exactly the grace end is known; `null` for none. */
export function licenseIdentity(license: License | null): string | null {
  return license && JSON.stringify([license.tier, [...new Set(license.entitlements)].sort(), license.expiresAt]);
}
