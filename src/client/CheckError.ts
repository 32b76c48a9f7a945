import { MINUTE_MS, SECOND_MS } from '../lib/time.js';
import type { CheckFailure } from '../license/freshness.js';
import { isCheckFailure, isLicenseError, type LicenseError } from '../license/LicenseError.js';

/** The error of the license query. Times are from `performance.now()`. */
export type CheckError = LicenseError & {
  /** The reason for the failed check. */
  readonly code: CheckFailure;
  /** The number of failures in a row. */
  readonly failures: number;
  /** When the next poll is due. `Infinity` after a 401 or 403, until `refresh()` resets it to 0. */
  retryAt: number;
  /** No request is sent before this time: the end of `Retry-After` after a 429, and `retryAt` after a 401 or 403. Otherwise 0. */
  heldUntil: number;
};

/** The error of `fetchLicense`. */
export type FetchError = LicenseError & { readonly code: CheckFailure };

const MAX_BACKOFF_MS = 5 * MINUTE_MS;
const MAX_RETRY_AFTER_MS = 60 * MINUTE_MS;
// The wait after a 429 without `Retry-After`, and the first back-off.
const MIN_WAIT_MS = 5 * SECOND_MS;

/**
 * Adds the retry times to an error.
 *
 * @param failures The number of failures in a row, from 1.
 * @param jitter From 0 to 1.
 */
export function toCheckError(error: FetchError, failures: number, jitter: number): CheckError {
  if (stopsPolling(error)) return Object.assign(error, { failures, retryAt: Infinity, heldUntil: Infinity });
  const now = performance.now();
  const backoff = Math.min(MIN_WAIT_MS * 2 ** (failures - 1), MAX_BACKOFF_MS) * (0.75 + 0.5 * jitter);
  const retryAfter = Math.min(error.retryAfterMs ?? 0, MAX_RETRY_AFTER_MS) * (1 + 0.1 * jitter);
  const hold = error.code === 'rate-limited' ? retryAfter || MIN_WAIT_MS : 0;
  return Object.assign(error, { failures, retryAt: now + Math.max(backoff, retryAfter, hold), heldUntil: now + hold });
}

/** Returns true for the error of a failed check. */
export function isFetchError(error: unknown): error is FetchError {
  return isLicenseError(error) && isCheckFailure(error.code);
}

/** Returns true for an error of the license query. TanStack may store others, such as a `CancelledError`. */
export function isCheckError(error: unknown): error is CheckError {
  return isFetchError(error) && 'retryAt' in error;
}

/** Returns true after a 401, a redirect or a 403: polling stops until `refresh()`. */
export function stopsPolling({ code }: LicenseError): boolean {
  return code === 'unauthorized' || code === 'forbidden';
}
