import type { Freshness } from '../../license/freshness.js';
import type { License } from '../../license/License.js';
import type { LicenseState } from '../../license/licenseStatus.js';

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

const MAX_ENTITLEMENTS = 100;
const MAX_ID_LENGTH = 64;
// Of a hundred entitlements with names of a usual length, and of any browser's name.
const MAX_LENGTH = 2_500;

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

// What came from the API must neither make lines of its own, nor steer a terminal, nor turn the text around, nor fill the ticket.
function plain(value: string): string {
  const text = value.replace(/[\s\p{C}]+/gu, ' ').trim();
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}
