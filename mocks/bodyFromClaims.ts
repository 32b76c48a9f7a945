import { DAY_MS } from '../src/lib/time.js';
import { GRACE_PERIOD_MS } from '../src/license/License.js';
import type { LicenseBody } from '../src/license/LicenseBody.js';
import type { LicenseClaims } from '../src/verifier/claims.js';

/** The body of an API without a license. */
export const UNLICENSED: LicenseBody = { tier: null, entitlements: [], expires_at: null, days_remaining: 0, grace_remaining_seconds: 0 };

/**
 * Returns the body of `GET /admin/license` for a key with these claims.
 *
 * @param now The time of the response, in milliseconds since 1970.
 * @see docs/contract.md, GET /admin/license
 */
export function bodyFromClaims({ tier, entitlements, exp, nbf }: LicenseClaims, now: number): LicenseBody {
  // Until `nbf`, the API runs without a license.
  if (nbf !== undefined && now < nbf * 1_000) return UNLICENSED;
  const expiresAt = Math.floor(exp) * 1_000;
  return {
    tier,
    entitlements: [...entitlements],
    expires_at: new Date(expiresAt).toISOString().replace('.000Z', 'Z'),
    days_remaining: Math.max(0, Math.floor((expiresAt - now) / DAY_MS)),
    grace_remaining_seconds: now < expiresAt ? 0 : Math.max(0, Math.ceil((expiresAt + GRACE_PERIOD_MS - now) / 1_000)),
  };
}
