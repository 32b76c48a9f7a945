import type { CheckFailure } from '../license/freshness.js';
import { LicenseError } from '../license/LicenseError.js';

/** The error of the license query: why the last check failed, and when the next one may be sent. */
export class CheckError extends LicenseError {
  declare readonly code: CheckFailure;

  constructor(
    { code, message, retryAfterMs }: LicenseError & { readonly code: CheckFailure },
    /** The number of failures in a row. */
    readonly failures: number,
    /** When polling goes on, as an instant of `performance.now()`. `refresh()` sets it to 0 after a 401 or 403. */
    public retryAt: number,
  ) {
    super(code, message, retryAfterMs);
  }
}

/** Returns true for 401 and 403: polling stops until `refresh()`. */
export function isFinal({ code }: LicenseError): boolean {
  return code === 'unauthorized' || code === 'forbidden';
}

/** Returns true if no request may be sent: after a 401 or 403, and before the end of a 429's `Retry-After`. */
export function isHeld(error: CheckError | null | undefined): boolean {
  return error != null && (isFinal(error) || error.code === 'rate-limited') && performance.now() < error.retryAt;
}
