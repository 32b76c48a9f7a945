/**
 * Why the last check of the license brought no readable answer.
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

/** One of the ways in which a check of the license can fail; also the `code` of the {@link LicenseError} it throws. */
export type CheckFailure = (typeof CHECK_FAILURES)[number];

/** How far the state on the screen can be trusted: confirmed by the last check, still waiting for one, or why it failed. */
export type Freshness = 'fresh' | 'pending' | CheckFailure;
