import type { Freshness } from '../../license/freshness.js';
import type { License } from '../../license/License.js';
import type { LicenseState } from '../../license/licenseStatus.js';

/** The data for a support ticket. */
export type SupportFacts = {
  readonly license: License | null;
  readonly state: LicenseState;
  readonly freshness: Freshness;
  /** The API's time, in milliseconds since 1970; `null` if unknown. */
  readonly now: number | null;
  readonly baseUrl: string;
  readonly userAgent: string;
  readonly timeZone: string;
};

const MAX_ENTITLEMENTS = 100;
const MAX_ID_LENGTH = 64;
// Enough for 100 entitlements with ids of a usual length, and for the user agent of any browser.
const MAX_LENGTH = 2_500;

/**
 * Returns the text for a support ticket: the license and the result of the last check. Always English. Contains no key, no token and no customer.
 */
export function supportDetails({ license, state, freshness, now, baseUrl, userAgent, timeZone }: SupportFacts): string {
  const instant = (at: number | null | undefined) => (at === null || at === undefined ? 'none' : new Date(at).toISOString());
  const lines: readonly (readonly [string, string])[] = [
    ['state', state],
    ['last check', freshness],
    ['tier', license?.tier ?? 'none'],
    ['entitlements', listOf(license?.entitlements ?? [])],
    ['expires_at', instant(license?.expiresAt)],
    ['grace ends', instant(license?.graceEndsAt)],
    ['time of the API', instant(now)],
    ['base URL', baseUrl === '' ? '(same origin)' : baseUrl],
    ['browser', userAgent],
    ['time zone', timeZone],
  ];
  return ['Alexandria license', ...lines.map(([name, value]) => `${name}: ${plain(value)}`)].join('\n');
}

function listOf(ids: readonly string[]): string {
  const listed = ids
    .slice(0, MAX_ENTITLEMENTS)
    .map((id) => id.slice(0, MAX_ID_LENGTH))
    .join(' ')
    .slice(0, MAX_LENGTH - 50);
  const rest = ids.length - MAX_ENTITLEMENTS;
  return listed === '' ? 'none' : `${listed}${rest > 0 ? ` and ${rest} more` : ''}`;
}

// Values from the API may contain line breaks, terminal controls and bidirectional controls, and may be of any length.
function plain(value: string): string {
  const text = value.replace(/[\s\p{C}]+/gu, ' ').trim();
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}
