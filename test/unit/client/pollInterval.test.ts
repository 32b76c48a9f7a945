import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toCheckError } from '../../../src/client/CheckError.js';
import { type LicenseSnapshot, NO_SNAPSHOT, readLocalClocks } from '../../../src/client/LicenseSnapshot.js';
import { pollInterval } from '../../../src/client/pollInterval.js';
import type { CheckFailure } from '../../../src/license/freshness.js';
import { LicenseError } from '../../../src/license/LicenseError.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const E = Date.UTC(2027, 4, 1);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const fetchError = (code: CheckFailure, retryAfterMs?: number) => Object.assign(new LicenseError(code, '', retryAfterMs), { code });
const snapshotAt = (serverTime: number, more: Partial<LicenseSnapshot> = {}): LicenseSnapshot => ({
  license: { tier: 'enterprise', entitlements: ['oidc'], expiresAt: E, graceEndsAt: E + 7 * DAY },
  serverTime,
  isFrozen: false,
  clocksDiffer: false,
  readAt: readLocalClocks(),
  ...more,
});
const endless = { tier: 'enterprise', entitlements: ['oidc'], expiresAt: null, graceEndsAt: null };
const intervalAt = (serverTime: number, more?: Partial<LicenseSnapshot>) => pollInterval(snapshotAt(serverTime, more), null, 0.5);

describe('pollInterval', () => {
  it.each([
    ['active', E - 30 * DAY, 15],
    ['active, more than an hour before it expires soon', E - 7 * DAY - HOUR, 15],
    ['active, less than an hour before', E - 7 * DAY - 59 * MINUTE, 1],
    ['expiring', E - 3 * DAY, 5],
    ['expiring, less than an hour before the expiry', E - 59 * MINUTE, 1],
    ['grace, less than an hour after the expiry', E + 59 * MINUTE, 1],
    ['grace', E + DAY, 2],
    ['expired, less than an hour after the end of grace', E + 7 * DAY + 59 * MINUTE, 1],
    ['expired', E + 8 * DAY, 5],
  ])('follows the contract while %s', (_, serverTime, minutes) => {
    expect(intervalAt(serverTime)).toBe(minutes * MINUTE);
  });

  it('is 15 minutes for a license without an expiry, and 5 without a license', () => {
    expect(intervalAt(E, { license: endless })).toBe(15 * MINUTE);
    expect(intervalAt(E, { license: { ...endless, entitlements: [] } })).toBe(5 * MINUTE);
  });

  it('is 5 seconds if the app cancelled the first check', () => {
    expect(pollInterval(NO_SNAPSHOT, null, 0.5)).toBe(5_000);
  });

  it('follows the time since the snapshot', () => {
    const snapshot = snapshotAt(E - 7 * DAY - 2 * HOUR);
    expect(pollInterval(snapshot, null, 0.5)).toBe(15 * MINUTE);
    vi.advanceTimersByTime(HOUR + 1);
    expect(pollInterval(snapshot, null, 0.5)).toBe(MINUTE);
  });

  it('is a minute near a change, also while the time is frozen', () => {
    expect(intervalAt(E - 1, { isFrozen: true })).toBe(MINUTE);
  });

  it('spreads dashboards that started together by 10 %', () => {
    const snapshot = snapshotAt(E - 30 * DAY);
    expect(pollInterval(snapshot, null, 0)).toBe(13.5 * MINUTE);
    expect(pollInterval(snapshot, null, 1)).toBeCloseTo(16.5 * MINUTE);
  });

  it('waits until retryAt of the error, for at least a second, and forever if it is infinite', () => {
    const failed = (retryAt: number) => pollInterval(NO_SNAPSHOT, { ...toCheckError(fetchError('server-error'), 1, 0.5), retryAt }, 0.5);
    expect(failed(performance.now() + 7_000)).toBe(7_000);
    expect(failed(performance.now())).toBe(1_000);
    expect(failed(Infinity)).toBe(Infinity);
  });
});

describe('toCheckError', () => {
  const waits = (code: CheckFailure, failures: number, retryAfterMs?: number, jitter = 0.5) => {
    const { retryAt, heldUntil } = toCheckError(fetchError(code, retryAfterMs), failures, jitter);
    return { polls: retryAt - performance.now(), holds: Math.max(0, heldUntil - performance.now()) };
  };

  it('backs off from 5 seconds to 5 minutes, without blocking refresh()', () => {
    expect([1, 2, 3, 4, 50].map((failures) => waits('server-error', failures).polls)).toEqual([5_000, 10_000, 20_000, 40_000, 300_000]);
    expect(waits('server-error', 50).holds).toBe(0);
  });

  it('polls no earlier than Retry-After, which is limited to an hour', () => {
    expect(waits('rate-limited', 1, 120_000, 0).polls).toBe(120_000);
    expect(waits('rate-limited', 1, 120_000, 1).polls).toBe(132_000);
    expect(waits('server-error', 1, 10 * HOUR, 0).polls).toBe(HOUR);
  });

  it('holds all requests after a 429 until Retry-After is over, or 5 seconds without it', () => {
    expect(waits('rate-limited', 9, 3_000, 0).holds).toBe(3_000);
    expect(waits('rate-limited', 9).holds).toBe(5_000);
    expect(waits('rate-limited', 1, 10 * HOUR, 0).holds).toBe(HOUR);
    expect(waits('rate-limited', 1, undefined, 0).polls).toBe(5_000);
    expect(waits('server-error', 1, 120_000).holds).toBe(0);
  });

  it.each(['unauthorized', 'forbidden'] as const)('stops after %s', (code) => {
    expect(waits(code, 1)).toEqual({ polls: Infinity, holds: Infinity });
  });
});
