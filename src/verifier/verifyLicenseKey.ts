import type { License } from '../license/License.js';
import { LicenseError } from '../license/LicenseError.js';
import { type LicenseState, licenseStatus } from '../license/licenseStatus.js';
import { type ExpectedClaims, type LicenseClaims, licenseFromClaims, readClaims } from './claims.js';
import { parseJsonObject, readToken } from './readToken.js';
import { importKey } from './importKey.js';
import { assertTrustedKeys, checkKey, selectKey, type TrustedKey } from './trustedKeys.js';
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
  /** The state of the license at `now`. */
  readonly state: LicenseState;
  /** True if it was signed with the demo key, which only the mock API accepts. */
  readonly demo: boolean;
};

// The largest time that `Date` supports, in milliseconds since 1970.
const MAX_INSTANT = 8.64e15;

/**
 * Verifies a license key: the signature first, then the claims. Does not throw for an expired key: its `state` is `grace` or `expired`.
 *
 * @param licenseKey The signed JWT, without surrounding white space.
 * @throws {LicenseError} `malformed_token`, `unknown_key`, `unsupported_algorithm`, `invalid_key`, `invalid_signature`,
 *   `invalid_claims`, `invalid_option` or `unverifiable`.
 * @example const { state, license } = await verifyLicenseKey(key, { keys: [alexandriaPublicKey], now: Date.now() });
 * @see docs/verifier.md
 */
export async function verifyLicenseKey(licenseKey: string, options: VerifyOptions): Promise<VerifiedLicense> {
  assertTrustedKeys(options?.keys);
  const { keys, now } = options;
  if (typeof now !== 'number' || !(Math.abs(now) <= MAX_INSTANT))
    throw new LicenseError('invalid_option', '`now` must be a time in milliseconds since 1970, such as Date.now().');
  if (keys.length > 1 && (await Promise.all(keys.map(isDemoKey))).includes(true))
    throw new LicenseError(
      'invalid_option',
      'The demo key of ./mocks is trusted beside other keys. Anyone can sign with it, so remove it.',
    );
  const token = readToken(licenseKey);
  const { isDemo } = await verifyToken(token, selectKey(keys, token.kid));
  const claims = readClaims(parseJsonObject(token.payload, 'payload'), options);
  const license = licenseFromClaims(claims);
  return { claims, license, state: licenseStatus(license, now).state, demo: isDemo };
}

/**
 * Reads the claims of a license key without verifying it. If {@link verifyLicenseKey} throws `unverifiable`, show them as unverified.
 *
 * @throws {LicenseError} `malformed_token` or `invalid_claims`.
 * @example if (error.code === 'unverifiable') showUnverified(readUnverifiedClaims(key))
 */
export function readUnverifiedClaims(licenseKey: string): LicenseClaims {
  return readClaims(parseJsonObject(readToken(licenseKey).payload, 'payload'), {});
}

// An unusable key verifies nothing, so it is harmless here.
async function isDemoKey(key: TrustedKey): Promise<boolean> {
  try {
    return (await importKey(checkKey(key))).isDemo;
  } catch {
    return false;
  }
}
