import { importJWK, SignJWT } from 'jose';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../src/lib/time.js';
import { ENTITLEMENTS } from '../src/license/entitlements.js';
import { LicenseError } from '../src/license/LicenseError.js';
import { parseInstant } from '../src/license/parseInstant.js';
import { demoPrivateKey } from './demoKey.js';

/** What a demo license key says; instants are milliseconds since 1970. */
export type MintOptions = {
  /** When it expires. */
  readonly expiresAt: number;
  /** Default: `enterprise`. */
  readonly tier?: string;
  /** Default: the catalogue without `backend_autoscaling`, as in the documentation of the API. */
  readonly entitlements?: readonly string[];
  /** The customer. */
  readonly subject?: string;
  /** When it starts to be in force. Default: at once. */
  readonly notBefore?: number;
  /** When it was issued. Default: it doesn't say. */
  readonly issuedAt?: number;
};

/** The entitlements of the documentation's example. */
export const DOCUMENTED_ENTITLEMENTS: readonly string[] = ENTITLEMENTS.filter((id) => id !== 'backend_autoscaling');

/**
 * Signs a license key with the demo key. Only the mock API takes it.
 *
 * @example await mintLicenseKey({ expiresAt: Date.now() - 2 * 86_400_000 }) // in grace
 */
export async function mintLicenseKey(options: MintOptions): Promise<string> {
  const { tier = 'enterprise', entitlements = DOCUMENTED_ENTITLEMENTS, subject, notBefore, issuedAt, expiresAt } = options;
  const seconds = (instant: number) => Math.floor(instant / 1_000);
  const jwt = new SignJWT({ tier, entitlements })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid: demoPrivateKey.kid ?? '' })
    .setExpirationTime(seconds(expiresAt));
  if (subject !== undefined) jwt.setSubject(subject);
  if (notBefore !== undefined) jwt.setNotBefore(seconds(notBefore));
  if (issuedAt !== undefined) jwt.setIssuedAt(seconds(issuedAt));
  return jwt.sign(await importJWK(demoPrivateKey, 'EdDSA'));
}

const UNITS: Record<string, number> = { s: SECOND_MS, m: MINUTE_MS, h: HOUR_MS, d: DAY_MS };

/**
 * Reads when a demo key expires: an offset from `now` such as `-9d`, `90m` or `+30d`, or an RFC 3339 date with a zone.
 *
 * @throws {LicenseError} `invalid_option`.
 * @example parseExpiry('-9d', Date.now())
 */
export function parseExpiry(text: string, now: number): number {
  const offset = /^([+-]?\d{1,6}(?:\.\d{1,3})?)([smhd])$/.exec(text);
  const instant = offset ? now + Number(offset[1]) * (UNITS[offset[2] ?? ''] ?? Number.NaN) : parseInstant(text);
  if (instant !== undefined) return instant;
  throw new LicenseError(
    'invalid_option',
    `"${text}" is no time: write an offset such as -9d, 90m or 30d, or a date such as 2027-05-01T00:00:00Z.`,
  );
}
