import { describe, expect, it } from 'vitest';
import { type PollSituation, pollInterval } from '../../../src/client/pollInterval.js';
import { LicenseError, type LicenseErrorCode } from '../../../src/license/LicenseError.js';

const MINUTE = 60_000;
const calm: PollSituation = {
  state: 'active',
  untilChange: 300 * 86_400_000,
  sinceChange: null,
  error: null,
  failures: 0,
  jitter: 0.5,
};
const failing = (code: LicenseErrorCode, failures: number, retryAfterMs?: number) =>
  pollInterval({ ...calm, error: new LicenseError(code, '', retryAfterMs), failures });

describe('pollInterval', () => {
  it('is slow while nothing is near, and faster the more there is to do', () => {
    const of = (state: PollSituation['state']) => Number(pollInterval({ ...calm, state }));
    expect(of('active')).toBe(15 * MINUTE);
    expect(of('expiring')).toBeLessThan(of('active'));
    expect(of('grace')).toBeLessThan(of('expiring'));
    expect(of('expired')).toBe(5 * MINUTE);
  });

  it('is fast in the last hour before a change', () => {
    expect(pollInterval({ ...calm, untilChange: 59 * MINUTE })).toBe(MINUTE);
    expect(pollInterval({ ...calm, untilChange: 60 * MINUTE })).toBe(15 * MINUTE);
  });

  it('is fast in the hour after a change, when a new key may be on its way', () => {
    expect(pollInterval({ ...calm, state: 'expired', untilChange: null, sinceChange: 59 * MINUTE })).toBe(MINUTE);
    expect(pollInterval({ ...calm, state: 'expired', untilChange: null, sinceChange: 60 * MINUTE })).toBe(5 * MINUTE);
  });

  it('confirms a change within a minute, and each dashboard in its own turn', () => {
    const afterChange = (jitter: number) => Number(pollInterval({ ...calm, untilChange: 30_000, jitter })) - 30_000;
    expect([0, 0.5, 1].map(afterChange)).toEqual([24_000, 30_000, 36_000]);
  });

  it('spreads dashboards that started together', () => {
    expect(pollInterval({ ...calm, jitter: 0 })).toBe(13.5 * MINUTE);
    expect(pollInterval({ ...calm, jitter: 1 })).toBeCloseTo(16.5 * MINUTE);
  });

  it('backs off while checks fail, up to five minutes', () => {
    expect([1, 2, 3, 4, 50].map((failures) => failing('server-error', failures))).toEqual([5_000, 10_000, 20_000, 40_000, 300_000]);
  });

  it('honours Retry-After within an hour', () => {
    expect(failing('rate-limited', 1, 120_000)).toBe(126_000);
    expect(failing('rate-limited', 1, 0)).toBe(5_000);
    expect(failing('server-error', 1, 10 * 3_600_000)).toBe(63 * MINUTE);
  });

  it.each(['unauthorized', 'forbidden'] as const)('pauses while %s', (code) => {
    expect(failing(code, 1)).toBe(false);
  });
});
