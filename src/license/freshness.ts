/**
 * The reasons why a check returned no license.
 * Source: docs/contract.md, Freshness.
 */
export const CHECK_FAILURES = [
  'offline',
  'unreachable',
  'unauthorized',
  'forbidden',
  'not-found',
  'rate-limited',
  'server-error',
  'timeout',
  'unreadable',
] as const;

/** Why a check failed. Also the `code` of its {@link LicenseError}. */
export type CheckFailure = (typeof CHECK_FAILURES)[number];

/** Whether the last check confirmed the state, a check is still awaited, or why the last one failed. */
export type Freshness = 'fresh' | 'pending' | CheckFailure;
