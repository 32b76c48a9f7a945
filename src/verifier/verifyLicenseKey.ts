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

/** What a license key is held against. */
export type VerifyOptions = ExpectedClaims & {
  /** The public keys that are trusted; `kid` tells them apart. There is no default. */
  readonly keys: readonly TrustedKey[];
  /** The instant for which the state is derived, in milliseconds since 1970. */
  readonly now: number;
};

/** A license key whose signature is good. That it is in force is a matter of `state`. */
export type VerifiedLicense = {
  /** What the key says. */
  readonly claims: LicenseClaims;
  /** The same as instants, as the panel shows it. */
  readonly license: License;
  /** The answer that the API would give with this key. */
  readonly body: LicenseBody;
  /** What it is worth at `now`. */
  readonly state: LicenseState;
  /** Whether the mock API's key has signed it: then it unlocks nothing else. */
  readonly demo: boolean;
};

/**
 * Verifies a license key: the signature counts before the claims, and they before what it is worth at `now`. A key in
 * grace or beyond is a valid key with that state.
 *
 * @param licenseKey The signed JWT, without white space around it.
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
  // Web Crypto is at work in another thread, and this one reads meanwhile. What it has read, or why it couldn't, counts once the signature is good.
  const reading = readLater(token, options);
  reading.catch(() => undefined);
  const { demo } = await verifying;
  if (options.keys.length > 1 && (demo || (await Promise.all(options.keys.map(isDemo))).includes(true))) throw demoKeyBesideRealOnes();
  const claims = await reading;
  const body = licenseFromClaims(claims, options.now);
  const license = licenseOf(claims);
  return { claims, license, body, state: licenseStatus(license, options.now).state, demo };
}

/** The license that a key with these claims puts in force. */
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
 * What a license key says, with nothing verified: to be shown as such where {@link verifyLicenseKey} ends with `unverifiable`.
 *
 * @throws {LicenseError} `malformed_token` or `invalid_claims`.
 * @example if (error.code === 'unverifiable') showUnverified(readUnverifiedClaims(key))
 */
export function readUnverifiedClaims(licenseKey: string): LicenseClaims {
  return readClaims(parseJsonObject(readToken(licenseKey).payload, 'its payload'), {});
}

async function readLater({ payload }: Token, expected: ExpectedClaims): Promise<LicenseClaims> {
  await null;
  return readClaims(parseJsonObject(payload, 'its payload'), expected);
}

// A key that can't be used is of no use to anybody.
async function isDemo(key: TrustedKey): Promise<boolean> {
  try {
    return (await importKey(key, algorithmOf(key))).demo;
  } catch {
    return false;
  }
}

// The last instant that a Date can hold.
const MAX_INSTANT = 8.64e15;
