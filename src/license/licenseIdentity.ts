import type { License } from './License.js';

/** Returns a text that is equal for equal licenses, whatever the order of their entitlements; `null` for none. */
export function licenseIdentity(license: License | null): string | null {
  return license && JSON.stringify([license.tier, [...new Set(license.entitlements)].sort(), license.expiresAt]);
}
