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
export function readClaims(payload: Record<string, unknown>, expected: ExpectedClaims): LicenseClaims {
  const claim = (name: string) => (Object.hasOwn(payload, name) ? payload[name] : undefined);
  const exp = date(claim('exp'), 'exp');
  if (exp === undefined) throw invalid('exp', 'is missing');
  const tier = text(claim('tier'), 'tier');
  if (tier === undefined) throw invalid('tier', 'is missing');
  const entitlements = claim('entitlements');
  if (!isTexts(entitlements)) throw invalid('entitlements', 'must be an array of non-empty texts');
  const aud = claim('aud');
  if (aud !== undefined && typeof aud !== 'string' && !isTexts(aud)) throw invalid('aud', 'must be a text or an array of texts');
  const iss = text(claim('iss'), 'iss');
  const sub = text(claim('sub'), 'sub');
  if (expected.issuer !== undefined && iss !== expected.issuer) throw invalid('iss', 'is not the expected issuer');
  if (expected.subject !== undefined && sub !== expected.subject) throw invalid('sub', 'is not the expected customer');
  if (expected.audience !== undefined && ![aud].flat().includes(expected.audience))
    throw invalid('aud', 'does not include the expected audience');
  return defined({
    exp,
    tier,
    entitlements,
    iss,
    sub,
    aud,
    iat: date(claim('iat'), 'iat'),
    nbf: date(claim('nbf'), 'nbf'),
    jti: text(claim('jti'), 'jti'),
  });
}

function text(value: unknown, name: string): string | undefined {
  if (value === undefined || (typeof value === 'string' && value !== '')) return value;
  throw invalid(name, 'must be a non-empty text');
}

function date(value: unknown, name: string): number | undefined {
  if (value === undefined || (typeof value === 'number' && value >= 0 && value <= MAX_DATE)) return value;
  throw invalid(name, 'must be seconds since 1970, up to the year 9999 (is it in milliseconds?)');
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== '');
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

function defined<T extends object>(value: T): Defined<T>;
function defined(value: object): object {
  const result: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) if (member !== undefined) result[name] = member;
  return result;
}

function invalid(name: string, why: string): LicenseError {
  return new LicenseError('invalid_claims', `The claim ${name} of the license key ${why}. Ask for another key.`);
}
