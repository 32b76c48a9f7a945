import { ENDLESS_FROM_MS, GRACE_PERIOD_MS, type License } from '../license/License.js';
import type { LicenseBody } from '../license/LicenseBody.js';
import { LicenseError } from '../license/LicenseError.js';
import { type LicenseState, licenseStatus } from '../license/licenseStatus.js';
import { expiryOf, licenseFromClaims } from './licenseFromClaims.js';
import { type ExpectedClaims, type LicenseClaims, readClaims } from './readClaims.js';
import { parseJsonObject, readToken, type Token } from './readToken.js';
import { importKey } from './importKey.js';
import { algorithmOf, assertTrustedKeys, demoKeyBesideRealOnes, selectKey, type TrustedKey } from './TrustedKey.js';
import { verifyToken } from './verifySignature.js';

/** The options of {@link verifyLicenseKey}. */
export type VerifyOptions = ExpectedClaims & {
  /** The trusted public keys, distinguished by `kid`. There is no default. */
  readonly keys: readonly TrustedKey[];
  /** The time for which the state is derived, in milliseconds since 1970. */
  readonly now: number;
};

/** A license key with a valid signature. `state` shows whether the license is in force. */
export type VerifiedLicense = {
  /** The claims of the key. */
  readonly claims: LicenseClaims;
  /** The license of these claims, as the panel shows it. Times are milliseconds since 1970. */
  readonly license: License;
  /** The body that `GET /admin/license` returns for this key at `now`. */
  readonly body: LicenseBody;
  /** The state of the license at `now`. */
  readonly state: LicenseState;
  /** True if the demo key of the mock API signed it. It then unlocks only the mock API. */
  readonly demo: boolean;
};

/**
 * Verifies a license key: the signature first, then the claims. Derives the state at `now`. A key in grace or expired is valid, with that state.
 *
 * @param licenseKey The signed JWT, without surrounding white space.
 * @throws {LicenseError} `malformed_token`, `unknown_key`, `unsupported_algorithm`, `invalid_key`, `invalid_signature`,
 *   `invalid_claims`, `invalid_option` or `unverifiable`.
 * @example const { state, license } = await verifyLicenseKey(key, { keys: [alexandriaPublicKey], now: Date.now() });
 * @see docs/verifier.md
 */
export async function verifyLicenseKey(licenseKey: string, options: VerifyOptions): Promise<VerifiedLicense> {
  assertTrustedKeys(options?.keys);
  if (typeof options.now !== 'number' || !(Math.abs(options.now) <= MAX_INSTANT))
    throw new LicenseError('invalid_option', 'now must be an instant in milliseconds since 1970.');
  const token = readToken(licenseKey);
  const key = selectKey(options.keys, token.kid);
  const verifying = verifyToken(token, key);
  // Reads the claims while Web Crypto works in another thread. Their errors are thrown only after the signature is verified.
  const reading = readClaimsLater(token, options);
  reading.catch(() => undefined);
  const { demo } = await verifying;
  if (options.keys.length > 1 && (demo || (await Promise.all(options.keys.map(isDemo))).includes(true))) throw demoKeyBesideRealOnes();
  const claims = await reading;
  const body = licenseFromClaims(claims, options.now);
  const license = licenseOf(claims);
  return { claims, license, body, state: licenseStatus(license, options.now).state, demo };
}

/** Returns the license that a key with these claims puts in force. */
export function licenseOf({ tier, entitlements, exp, nbf }: LicenseClaims): License {
  const expiry = expiryOf(exp);
  const expiresAt = expiry < ENDLESS_FROM_MS ? expiry : null;
  return {
    tier,
    entitlements: [...new Set(entitlements)],
    expiresAt,
    graceEndsAt: expiresAt === null ? null : expiresAt + GRACE_PERIOD_MS,
    ...(nbf === undefined ? {} : { notBefore: nbf * 1_000 }),
  };
}

/**
 * Reads the claims of a license key without verifying it. If {@link verifyLicenseKey} throws `unverifiable`, show them as unverified.
 *
 * @throws {LicenseError} `malformed_token` or `invalid_claims`.
 * @example if (error.code === 'unverifiable') showUnverified(readUnverifiedClaims(key))
 */
export function readUnverifiedClaims(licenseKey: string): LicenseClaims {
  return readClaims(parseJsonObject(readToken(licenseKey).payload, 'its payload'), {});
}

async function readClaimsLater({ payload }: Token, expected: ExpectedClaims): Promise<LicenseClaims> {
  await null;
  return readClaims(parseJsonObject(payload, 'its payload'), expected);
}

// An unusable key verifies nothing, so it is harmless here.
async function isDemo(key: TrustedKey): Promise<boolean> {
  try {
    return (await importKey(key, algorithmOf(key))).demo;
  } catch {
    return false;
  }
}

// The largest time that `Date` supports, in milliseconds since 1970.
const MAX_INSTANT = 8.64e15;
