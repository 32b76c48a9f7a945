import { MINUTE_MS, SECOND_MS } from '../lib/time.js';
import type { LicenseError } from '../license/LicenseError.js';
import type { LicenseState } from '../license/licenseStatus.js';

// Shortly before and after a change, an administrator may be renewing.
const NEAR = 60 * MINUTE_MS;

/** The longest `Retry-After` that counts, in milliseconds: an hour. */
export const MAX_RETRY_AFTER_MS = 60 * MINUTE_MS;

const BETWEEN_POLLS: Record<LicenseState, number> = {
  active: 15 * MINUTE_MS,
  expiring: 5 * MINUTE_MS,
  grace: 2 * MINUTE_MS,
  expired: 5 * MINUTE_MS,
  unlicensed: 5 * MINUTE_MS,
  unknown: 5 * MINUTE_MS,
  scheduled: 15 * MINUTE_MS,
};

/** The input of {@link pollInterval}. It is constant from one response to the next. */
export type PollSituation = {
  readonly state: LicenseState;
  /** Milliseconds from the last response to the next change of state; `null` for never. */
  readonly untilChange: number | null;
  /** Milliseconds from the last change of state to the last response; `null` for never. */
  readonly sinceChange: number | null;
  /** The error of the last check; `null` if it succeeded. */
  readonly error: LicenseError | null;
  /** The number of failures in a row. */
  readonly failures: number;
  /** From 0 to 1. */
  readonly jitter: number;
};

/**
 * Returns the milliseconds from the last response to the next poll, or `false` for none. Near a change it is a minute, and failures back off.
 */
export function pollInterval({ state, untilChange, sinceChange, error, failures, jitter }: PollSituation): number | false {
  if (error) return afterFailure(error, failures, jitter);
  const isNear = (untilChange ?? Infinity) < NEAR || (sinceChange ?? Infinity) < NEAR;
  return (isNear ? MINUTE_MS : BETWEEN_POLLS[state]) * (0.9 + 0.2 * jitter);
}

function afterFailure(error: LicenseError, failures: number, jitter: number): number | false {
  if (isFinal(error)) return false;
  const backoff = Math.min(5 * SECOND_MS * 2 ** Math.min(failures - 1, 10), 5 * MINUTE_MS) * (0.75 + 0.5 * jitter);
  const asked = Math.min(error.retryAfterMs ?? 0, MAX_RETRY_AFTER_MS);
  return Math.max(backoff, asked + asked * 0.1 * jitter);
}

/** Returns true for 401 and 403: polling stops until the session changes. */
export function isFinal({ code }: LicenseError): boolean {
  return code === 'unauthorized' || code === 'forbidden';
}
