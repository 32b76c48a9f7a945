import { importJWK, SignJWT } from 'jose';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../src/lib/time.js';
import { LicenseError } from '../src/license/LicenseError.js';
import { parseInstant } from '../src/license/parseInstant.js';
import { demoPrivateKey } from './demoKey.js';
import { DOCUMENTED_ENTITLEMENTS } from './scenarios.js';

/** The claims of a demo license key. Instants are milliseconds since 1970. */
export type MintOptions = {
  /** The instant at which the key expires. */
  readonly expiresAt: number;
  /** Default: `enterprise`. */
  readonly tier?: string;
  /** Default: all known entitlements except `backend_autoscaling`, as in the API documentation. */
  readonly entitlements?: readonly string[];
  /** The customer. */
  readonly subject?: string;
  /** The instant from which the key is in force. Default: at once. */
  readonly notBefore?: number;
  /** The instant at which the key was issued. Default: the claim is left out. */
  readonly issuedAt?: number;
};

/**
 * Signs a license key with the demo key. Only the mock API accepts it.
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
 * Parses an expiry into milliseconds since 1970. Accepts an RFC 3339 date with a zone, or an offset from `now` such as
 * `-9d`, `90m` or `+30d`.
 *
 * @throws {LicenseError} `invalid_option` if the text is neither.
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
