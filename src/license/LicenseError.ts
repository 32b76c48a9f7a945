import { CHECK_FAILURES, type CheckFailure } from './freshness.js';

/**
 * The stable code of a {@link LicenseError}. Callers decide by the code and never read the message.
 *
 * - `invalid_option`, `missing_provider`: the package is embedded wrongly.
 * - {@link CheckFailure}: `GET /admin/license` returned no license.
 * - `malformed_token` to `unverifiable`: a license key or a signature was refused.
 * - the others: something else was pasted instead of a license key.
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
 * The only error that this package throws. It never contains a token, a license key or a response body.
 *
 * @example
 * try { await verifyLicenseKey(key, options) } catch (error) {
 *   if (isLicenseError(error) && error.code === 'invalid_signature') askForAnotherKey();
 * }
 */
export class LicenseError extends Error {
  /** Identical in every copy of this package. {@link isLicenseError} tests it. */
  override readonly name = 'LicenseError';

  constructor(
    /** The reason, for comparison in code. */
    readonly code: LicenseErrorCode,
    /** Describes the failure, its reason and the remedy. For engineers: users read the texts in `messages`. */
    message: string,
    /** `Retry-After`, in milliseconds. Set only with `rate-limited` and `server-error`. */
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }
}

/**
 * Returns true for a {@link LicenseError}, also one from another copy of this package on the page.
 *
 * @example if (isLicenseError(error)) report(error.code);
 */
export function isLicenseError(error: unknown): error is LicenseError {
  return error instanceof Error && error.name === 'LicenseError' && 'code' in error;
}

/** Returns true for the code of a failed check. */
export function isCheckFailure(code: unknown): code is CheckFailure {
  return (CHECK_FAILURES as readonly unknown[]).includes(code);
}
