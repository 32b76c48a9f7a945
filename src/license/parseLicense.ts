import { isRecord } from '../lib/guards.js';
import { GRACE_PERIOD_MS, type License, type ReportedTime } from './License.js';
import { LicenseError } from './LicenseError.js';
import { parseInstant } from './parseInstant.js';

/** A readable response: the license, and the numbers that limit the API's time. */
export type LicenseReport = { readonly license: License; readonly reported: ReportedTime };

// More days than the years 0 to 9999 have, and more seconds than a century has, would leave the range of a Date.
const MAX_DAYS = 4e6;
const MAX_SECONDS = 3.2e9;

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
  const expires = body['expires_at'];
  const expiresAt = expires === null ? null : parseInstant(expires);
  if (expiresAt === undefined) throw unreadable('expires_at must be null or an RFC 3339 date with a zone');
  const tier = body['tier'];
  const unlicensed = expiresAt === null && entitlements.length === 0;
  if (typeof tier !== 'string' && !(unlicensed && tier == null)) throw unreadable('tier must be a string');
  const daysRemaining = readWhole(body, 'days_remaining', MAX_DAYS);
  const graceRemaining = readWhole(body, 'grace_remaining_seconds', MAX_SECONDS);
  return {
    license: {
      tier: tier ?? null,
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

function readEntitlements(value: unknown): readonly string[] {
  if (!Array.isArray(value) || !value.every((id) => typeof id === 'string' && id !== '')) {
    throw unreadable('entitlements must be an array of non-empty strings');
  }
  return [...new Set<string>(value)];
}

function readWhole(body: Record<string, unknown>, field: string, max: number): number | null {
  const value = body[field];
  if (value == null) return null;
  if (typeof value !== 'number' || !(Math.abs(value) <= max)) throw unreadable(`${field} must be a number in range`);
  return Math.floor(value);
}

function unreadable(why: string): LicenseError {
  return new LicenseError(
    'unreadable',
    `The answer of GET /admin/license can't be read: ${why}. Check that the base URL leads to the Alexandria API.`,
  );
}
