import { isRecord } from '../lib/guards.js';
import { ENDLESS_FROM_MS, GRACE_PERIOD_MS, type License, type ReportedTime } from './License.js';
import { LicenseError } from './LicenseError.js';
import { parseInstant } from './parseInstant.js';

/** A readable response: the license, and the numbers that limit the API's time. */
export type LicenseReport = { readonly license: License; readonly reported: ReportedTime };

// Keep computed times in the range of `Date`. The limits exceed the days of the years 0 to 9999, and the seconds of a century.
const MAX_DAYS = 4e6;
const MAX_SECONDS = 3.2e9;
const YEAR_2_MS = Date.parse('0002-01-01T00:00:00Z');

/**
 * Reads the body of `GET /admin/license`. Unknown fields are dropped, so that a field such as `token` is never kept.
 *
 * @param body The parsed JSON, untrusted.
 * @throws {LicenseError} `unreadable` if it is not the documented body.
 * @example parseLicense(await response.json()).license.expiresAt
 * @see docs/contract.md, GET /admin/license
 */
export function parseLicense(body: unknown): LicenseReport {
  if (!isRecord(body)) throw unreadable('it is not a JSON object');
  const entitlements = readEntitlements(body['entitlements']);
  const expiresAt = readExpiry(body['expires_at']);
  const tier = body['tier'] ?? '';
  if (typeof tier !== 'string') throw unreadable('tier must be a string');
  const daysRemaining = readWhole(body, 'days_remaining', MAX_DAYS);
  const graceRemaining = readWhole(body, 'grace_remaining_seconds', MAX_SECONDS);
  return {
    license: {
      tier: tier.trim() === '' ? null : tier,
      entitlements,
      expiresAt,
      graceEndsAt: expiresAt === null ? null : expiresAt + GRACE_PERIOD_MS,
    },
    reported: {
      daysRemaining,
      graceRemainingSeconds: graceRemaining === null ? null : Math.max(0, graceRemaining),
    },
  };
}

// Go encodes a nil slice as `null`.
function readEntitlements(value: unknown): readonly string[] {
  if (value === null) return [];
  if (!Array.isArray(value) || !value.every((id) => typeof id === 'string' && id !== '')) {
    throw unreadable('entitlements must be null or an array of non-empty strings');
  }
  return [...new Set<string>(value)];
}

// Go's zero time is in the year 1. It means that the license has no end.
function readExpiry(value: unknown): number | null {
  if (value === null) return null;
  const instant = parseInstant(value);
  if (instant === undefined) throw unreadable('expires_at must be null or an RFC 3339 date with a zone');
  return instant < YEAR_2_MS || instant >= ENDLESS_FROM_MS ? null : instant;
}

function readWhole(body: Record<string, unknown>, field: string, max: number): number | null {
  const value = body[field];
  if (value == null) return null;
  if (!Number.isFinite(value)) throw unreadable(`${field} must be a number`);
  // Clamps instead of refusing, because Go returns saturated durations for its zero time.
  return Math.floor(Math.max(-max, Math.min(Number(value), max)));
}

function unreadable(why: string): LicenseError {
  return new LicenseError(
    'unreadable',
    `The response of GET /admin/license cannot be read: ${why}. Check that the base URL leads to the Alexandria API.`,
  );
}
