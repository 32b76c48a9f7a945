import { ENDLESS_FROM_MS, GRACE_PERIOD_MS, type License } from '../license/License.js';
import { LicenseError } from '../license/LicenseError.js';

/** The claims of a license key. Times are seconds since 1970, as in RFC 7519. Unknown claims are omitted. */
export type LicenseClaims = {
  /** When the license expires and the grace period starts. */
  readonly exp: number;
  /** Such as `enterprise`. */
  readonly tier: string;
  /** Entitlement ids in the order of the key. May contain duplicates. */
  readonly entitlements: readonly string[];
  /** The issuer. */
  readonly iss?: string;
  /** The customer. */
  readonly sub?: string;
  /** The audience. */
  readonly aud?: string | readonly string[];
  /** When the key was issued. */
  readonly iat?: number;
  /** When the license starts. */
  readonly nbf?: number;
  /** The id of the key. */
  readonly jti?: string;
};

/** The values that claims must have. Omitted ones are not checked. */
export type ExpectedClaims = {
  /** The required `iss`. */
  readonly issuer?: string;
  /** The required `aud`. If `aud` is an array, it must contain this value. */
  readonly audience?: string;
  /** The required `sub`: the customer. */
  readonly subject?: string;
};

// The last second of the year 9999. A time in milliseconds is far larger, and is refused.
const MAX_DATE = 253_402_300_799;

/**
 * Reads the claims of a payload. Does not compare `exp` with the current time, because the grace period begins at `exp`.
 *
 * @throws {LicenseError} `invalid_claims` if a claim is missing, invalid or unexpected. The message names the claim, and never its value.
 */
export function readClaims(payload: Record<string, unknown>, { issuer, audience, subject }: ExpectedClaims): LicenseClaims {
  const text = optional(payload, isText, 'must be a non-empty string');
  const date = optional(payload, isDate, 'must be in seconds since 1970, up to the year 9999');
  const texts = optional(payload, isTexts, 'must be an array of non-empty strings');
  const audiences = optional(payload, isAudience, 'must be a non-empty string or an array of them');
  const [iss, sub, aud] = [text('iss'), text('sub'), audiences('aud')];
  if (issuer !== undefined && iss !== issuer) throw invalid('iss', 'is not the expected issuer');
  if (subject !== undefined && sub !== subject) throw invalid('sub', 'is not the expected customer');
  if (audience !== undefined && ![aud].flat().includes(audience)) throw invalid('aud', 'does not include the expected audience');
  return {
    exp: required('exp', date),
    tier: required('tier', text),
    entitlements: required('entitlements', texts),
    ...withoutUndefined({ iss, sub, aud, iat: date('iat'), nbf: date('nbf'), jti: text('jti') }),
  };
}

/**
 * Returns the license that a key with these claims puts in force.
 *
 * @example licenseFromClaims(claims).expiresAt // 1809129600000
 */
export function licenseFromClaims({ tier, entitlements, exp, nbf }: LicenseClaims): License {
  // Rounded down, because the API returns whole seconds.
  const expiry = Math.floor(exp) * 1_000;
  const isEndless = expiry >= ENDLESS_FROM_MS;
  return {
    tier,
    entitlements: [...new Set(entitlements)],
    expiresAt: isEndless ? null : expiry,
    graceEndsAt: isEndless ? null : expiry + GRACE_PERIOD_MS,
    ...(nbf === undefined ? {} : { notBefore: nbf * 1_000 }),
  };
}

type Reader<T> = (name: string) => T | undefined;

function optional<T>(payload: Record<string, unknown>, isValid: (value: unknown) => value is T, rule: string): Reader<T> {
  return (name) => {
    const value = payload[name];
    if (value === undefined || isValid(value)) return value;
    throw invalid(name, rule);
  };
}

function required<T>(name: string, read: Reader<T>): T {
  const value = read(name);
  if (value === undefined) throw invalid(name, 'is missing');
  return value;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isDate(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= MAX_DATE;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText);
}

function isAudience(value: unknown): value is string | string[] {
  return isText(value) || isTexts(value);
}

function withoutUndefined<T extends object>(claims: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> };
function withoutUndefined(claims: object): object {
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
}

function invalid(name: string, why: string): LicenseError {
  return new LicenseError('invalid_claims', `The claim ${name} of the license key ${why}. Ask for another key.`);
}
