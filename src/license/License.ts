import { DAY_MS } from '../lib/time.js';

/**
 * A license. It holds instants instead of remaining times, so that unchanged responses give equal licenses.
 * Instants are milliseconds since 1970-01-01T00:00:00Z.
 */
export type License = {
  /** Such as `enterprise`; `null` without a license or a tier. */
  readonly tier: string | null;
  /** Entitlement ids in the order of the response, without duplicates. */
  readonly entitlements: readonly string[];
  /** When the license expires and the grace period starts; `null` for a license without end and for no license. */
  readonly expiresAt: number | null;
  /** When the grace period ends and the licensed features stop; `null` if `expiresAt` is. */
  readonly graceEndsAt: number | null;
  /** When the license starts. Set only in the preview of a key, never by the API. */
  readonly notBefore?: number;
};

/** The numbers of a response that limit the API's time; `null` if missing. */
export type ReportedTime = {
  /** `days_remaining`, whole. */
  readonly daysRemaining: number | null;
  /** `grace_remaining_seconds`, whole and not negative. */
  readonly graceRemainingSeconds: number | null;
};

/** From this instant on, an expiry means a license without end, in milliseconds since 1970: the year 9999. */
export const ENDLESS_FROM_MS = Date.UTC(9_999, 0, 1);

/** The length of the grace period, in milliseconds: 7 days. */
export const GRACE_PERIOD_MS = 7 * DAY_MS;
