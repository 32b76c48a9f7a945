import { CHECK_FAILURES, type CheckFailure } from './freshness.js';

/**
 * The stable code of a {@link LicenseError}. Callers decide by the code and never read the message.
 *
 * - `invalid_option`, `missing_provider`: how the package is embedded.
 * - {@link CheckFailure}: why `GET /admin/license` brought no license.
 * - `malformed_token` to `unverifiable`: why a license key, or a signature, was refused.
 * - the others: what was pasted in place of a license key.
 */
export type LicenseErrorCode =
  | CheckFailure
  | 'invalid_option'
  | 'missing_provider'
  | 'malformed_token'
  | 'unsupported_algorithm'
  | 'unknown_key'
  | 'invalid_key'
  | 'invalid_signature'
  | 'invalid_claims'
  | 'unverifiable'
  | 'empty_input'
  | 'private_key'
  | 'public_key'
  | 'encrypted_token'
  | 'session_token'
  | 'truncated_token'
  | 'json_serialization'
  | 'several_keys';

/**
 * The only error that this package throws. It never holds a token, a license key or an answer's body.
 *
 * @example
 * try { await verifyLicenseKey(key, options) } catch (error) {
 *   if (isLicenseError(error) && error.code === 'invalid_signature') askForAnotherKey();
 * }
 */
export class LicenseError extends Error {
  /** The same in every copy of this package; {@link isLicenseError} goes by it. */
  override readonly name = 'LicenseError';

  constructor(
    /** What went wrong, as one of a closed set of literals. */
    readonly code: LicenseErrorCode,
    /** What happened, why, and what to do. For engineers; what users read stands in `messages`. */
    message: string,
    /** Only with `rate-limited` and `server-error`: how long the server asked to wait, in milliseconds. */
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }
}

/**
 * Whether `error` is a {@link LicenseError}, also one of another copy of this package in the same page.
 *
 * @example if (isLicenseError(error)) report(error.code);
 */
export function isLicenseError(error: unknown): error is LicenseError {
  return error instanceof Error && error.name === 'LicenseError' && 'code' in error;
}

/** Narrows an error code to those that a check of the license can end with. */
export function isCheckFailure(code: unknown): code is CheckFailure {
  return (CHECK_FAILURES as readonly unknown[]).includes(code);
}
