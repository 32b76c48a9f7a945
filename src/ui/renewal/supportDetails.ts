import type { Freshness } from '../../contract/freshness.js';
import type { License } from '../../contract/License.js';
import type { LicenseState } from '../../status/licenseStatus.js';

/** What a support ticket needs; instants are milliseconds since 1970. */
export type SupportFacts = {
  readonly license: License | null;
  readonly state: LicenseState;
  readonly freshness: Freshness;
  /** The API's time, as far as it is known. */
  readonly now: number | null;
  readonly baseUrl: string;
  readonly userAgent: string;
  readonly timeZone: string;
};

/**
 * The block for a support ticket, in English for whoever reads it: what the license body says, and how it was read. No key, no token,
 * and no customer.
 */
export function supportDetails({ license, state, freshness, now, baseUrl, userAgent, timeZone }: SupportFacts): string {
  const instant = (at: number | null | undefined) => (at === null || at === undefined ? 'none' : new Date(at).toISOString());
  const lines: readonly (readonly [string, string])[] = [
    ['state', state],
    ['last check', freshness],
    ['tier', license?.tier ?? 'none'],
    ['entitlements', license && license.entitlements.length > 0 ? license.entitlements.join(' ') : 'none'],
    ['expires_at', instant(license?.expiresAt)],
    ['grace ends', instant(license?.graceEndsAt)],
    ['time of the API', instant(now)],
    ['base URL', baseUrl === '' ? '(same origin)' : baseUrl],
    ['browser', userAgent],
    ['time zone', timeZone],
  ];
  // What came from the API must not make lines of its own.
  return ['Alexandria license', ...lines.map(([name, value]) => `${name}: ${value.replace(/\s+/g, ' ')}`)].join('\n');
}
