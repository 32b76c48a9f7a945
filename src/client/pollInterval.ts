import type { LicenseError } from '../license/LicenseError.js';
import type { LicenseState } from '../license/licenseStatus.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

// So near to a change, before it or after, a renewal is on somebody's mind.
const NEAR = 60 * MINUTE;

/** The longest time that the API can ask to wait, in milliseconds: an hour. */
export const MAX_RETRY_AFTER_MS = 60 * MINUTE;

const BETWEEN_POLLS: Record<LicenseState, number> = {
  active: 15 * MINUTE,
  expiring: 5 * MINUTE,
  grace: 2 * MINUTE,
  expired: 5 * MINUTE,
  unlicensed: 5 * MINUTE,
  unknown: 5 * MINUTE,
  scheduled: 15 * MINUTE,
};

/** What the next poll depends on; all of it is fixed from one answer to the next. */
export type PollSituation = {
  readonly state: LicenseState;
  /** Milliseconds from the last answer to the instant at which the state changes by itself; `null` for never. */
  readonly untilChange: number | null;
  /** Milliseconds since it changed last, as far as the license tells; `null` for never. */
  readonly sinceChange: number | null;
  /** How the last check failed; `null` if it didn't. */
  readonly error: LicenseError | null;
  /** How many checks have failed in a row. */
  readonly failures: number;
  /** Whether another tab of the browser polls, so that this one has only to notice when it no longer does. */
  readonly follows: boolean;
  /** From 0 to 1; spreads the dashboards that started together. */
  readonly jitter: number;
};

/**
 * Milliseconds from the last answer to the next poll, or `false` for none: slow far from any change, once a minute near
 * one, backing off while checks fail.
 */
export function pollInterval(situation: PollSituation): number | false {
  const interval = intervalAlone(situation);
  // Every answer of the tab that polls starts this one's waiting anew.
  return interval !== false && situation.follows ? interval * 1.5 + 5 * SECOND : interval;
}

function intervalAlone({ state, untilChange, sinceChange, error, failures, jitter }: PollSituation): number | false {
  if (error) return afterFailure(error, failures, jitter);
  const isNear = (untilChange ?? Infinity) < NEAR || (sinceChange ?? Infinity) < NEAR;
  // The state flips by itself, for every dashboard in the same second: the poll that confirms it keeps to its own turn.
  return (isNear ? MINUTE : BETWEEN_POLLS[state]) * (0.9 + 0.2 * jitter);
}

function afterFailure(error: LicenseError, failures: number, jitter: number): number | false {
  // Only another session can change these, and the host tells of a new session.
  if (isFinal(error)) return false;
  const backoff = Math.min(5 * SECOND * 2 ** Math.min(failures - 1, 10), 5 * MINUTE) * (0.75 + 0.5 * jitter);
  const asked = Math.min(error.retryAfterMs ?? 0, MAX_RETRY_AFTER_MS);
  return Math.max(backoff, asked + asked * 0.1 * jitter);
}

/** Returns true for 401 and 403: polling stops until the session changes. */
export function isFinal({ code }: LicenseError): boolean {
  return code === 'unauthorized' || code === 'forbidden';
}
