import { DAY_MS } from '../lib/time.js';

/**
 * What the API reports, as instants: two answers that mean the same are equal, whenever they were given.
 * Instants are milliseconds since 1970-01-01T00:00:00Z.
 */
export type License = {
  /** As it came, such as `enterprise`; `null` without a license. */
  readonly tier: string | null;
  /** Entitlement ids as they came, without repeats. */
  readonly entitlements: readonly string[];
  /** When the license expires and the grace period starts; `null` for a license without end and for no license. */
  readonly expiresAt: number | null;
  /** When the grace period ends and the licensed features stop; `null` exactly when `expiresAt` is. */
  readonly graceEndsAt: number | null;
  /** Only in the preview of a key: when it starts to be in force. The API never reports it. */
  readonly notBefore?: number;
};

/** The numbers of an answer that tell what time it was for the API, each `null` where it was left out. */
export type ReportedTime = {
  /** `days_remaining`, whole. */
  readonly daysRemaining: number | null;
  /** `grace_remaining_seconds`, whole and not negative. */
  readonly graceRemainingSeconds: number | null;
};

/** The grace period that the licensing grants, in milliseconds: 7 days. */
export const GRACE_PERIOD_MS = 7 * DAY_MS;
