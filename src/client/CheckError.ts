import type { CheckFailure } from '../license/freshness.js';
import type { LicenseError } from '../license/LicenseError.js';
import { MINUTE_MS, SECOND_MS } from '../lib/time.js';

/** The error of the license query. Instants are those of `performance.now()`. */
export type CheckError = LicenseError & {
  /** Why the check failed. */
  readonly code: CheckFailure;
  /** The number of failures in a row. */
  readonly failures: number;
  /** When the next poll is due. `Infinity` after a 401 or 403. */
  readonly retryAt: number;
  /**
   * Before this instant no request is sent, whoever asks: the end of a 429's `Retry-After`, and `Infinity` after a 401 or 403. `refresh()` sets it to
   * 0 after a 401 or 403.
   */
  heldUntil: number;
};

/** The error of {@link fetchLicense}. */
export type FetchError = LicenseError & { readonly code: CheckFailure };

const MAX_BACKOFF_MS = 5 * MINUTE_MS;
const MAX_RETRY_AFTER_MS = 60 * MINUTE_MS;
// The wait after a 429 without `Retry-After`, and the first back-off.
const MIN_WAIT_MS = 5 * SECOND_MS;

/**
 * Adds to an error when to try again.
 *
 * @param failures The number of failures in a row, from 1.
 * @param jitter From 0 to 1.
 */
export function toCheckError(error: FetchError, failures: number, jitter: number): CheckError {
  const now = performance.now();
  if (isFinal(error)) return Object.assign(error, { failures, retryAt: Infinity, heldUntil: Infinity });
  const backoff = Math.min(MIN_WAIT_MS * 2 ** Math.min(failures - 1, 10), MAX_BACKOFF_MS) * (0.75 + 0.5 * jitter);
  const retryAfter = Math.min(error.retryAfterMs ?? 0, MAX_RETRY_AFTER_MS);
  const retryAt = now + Math.max(backoff, retryAfter * (1 + 0.1 * jitter));
  return Object.assign(error, { failures, retryAt, heldUntil: error.code === 'rate-limited' ? now + (retryAfter || MIN_WAIT_MS) : 0 });
}

/** Returns true for 401 and 403: polling stops until `refresh()`. */
export function isFinal({ code }: LicenseError): boolean {
  return code === 'unauthorized' || code === 'forbidden';
}

/** Returns true if no request may be sent. */
export function isHeld(error: CheckError | null | undefined): boolean {
  return error != null && performance.now() < error.heldUntil;
}
