import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createServerClock } from '../../../src/client/createServerClock.js';
import { parseLicense } from '../../../src/license/parseLicense.js';

const DAY = 86_400_000;
const E = Date.UTC(2027, 4, 1);

function answer(days: number, grace = 0, expiresAt = E) {
  return parseLicense({
    tier: 'enterprise',
    entitlements: ['oidc'],
    expires_at: new Date(expiresAt).toISOString(),
    days_remaining: days,
    grace_remaining_seconds: grace,
  });
}

beforeEach(() => {
  vi.useFakeTimers({ now: E - 100 * DAY });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the server clock', () => {
  it('knows no time before the first answer', () => {
    const clock = createServerClock();
    expect([clock.now(), clock.until(E), clock.age.now(), clock.clocksDiffer()]).toEqual([null, null, null, false]);
  });

  it('starts at the Date of the answer and runs by the monotonic clock', () => {
    const clock = createServerClock();
    clock.observe(answer(10), E - 10 * DAY - 5_000);
    vi.advanceTimersByTime(2_000);
    expect(clock.now()).toBe(E - 10 * DAY - 3_000);
    expect(clock.until(E)).toBe(10 * DAY + 3_000);
    expect(clock.age.now()).toBe(2_000);
    expect(clock.answeredAt()).toBe(E - 10 * DAY - 5_000);
  });

  it("does not follow the browser's clock when somebody sets it", () => {
    const clock = createServerClock();
    clock.observe(answer(10), E - 10 * DAY - 5_000);
    vi.setSystemTime(E + 300 * DAY);
    expect(clock.now()).toBe(E - 10 * DAY - 5_000);
  });

  it('goes on from the last time when a later answer has no Date', () => {
    const clock = createServerClock();
    clock.observe(answer(10), E - 10 * DAY - 5_000);
    vi.advanceTimersByTime(1_000);
    clock.observe(answer(10), null);
    expect(clock.now()).toBe(E - 10 * DAY - 4_000);
    expect(clock.clocksDiffer()).toBe(false);
  });

  it('stands still where it was bounded from above, until the next answer', () => {
    const clock = createServerClock();
    clock.observe(answer(1), E + 3 * DAY);
    vi.advanceTimersByTime(DAY);
    expect([clock.now(), clock.until(E), clock.clocksDiffer()]).toEqual([E - 1, null, true]);
    clock.observe(answer(0, 7 * 86_400), null);
    expect(clock.now()).toBe(E);
  });

  it('does not go on from the last time after the clocks have parted', () => {
    const clock = createServerClock();
    clock.observe(answer(10), E - 10 * DAY - 5_000);
    vi.setSystemTime(E - 9 * DAY - 5_000);
    clock.observe(answer(9), null);
    expect(clock.now()).toBe(E - 9 * DAY - 5_000);
  });

  it('adds the age of a cached answer', () => {
    const clock = createServerClock();
    clock.observe(answer(0, 3 * 86_400), E + 4 * DAY, 3 * DAY);
    expect([clock.now(), clock.clocksDiffer()]).toEqual([E + 7 * DAY, true]);
  });

  it('lets an answer grow old also where time stands still', () => {
    const clock = createServerClock();
    clock.observe(answer(1), E + 3 * DAY);
    vi.advanceTimersByTime(60_000);
    expect([clock.age.now(), clock.age.until(120_000)]).toEqual([60_000, 60_000]);
  });

  it('tells its listeners of answers and of a reset, until they leave', () => {
    const clock = createServerClock();
    const listener = vi.fn();
    const leave = clock.subscribe(listener);
    clock.observe(answer(10), null);
    expect(listener).not.toHaveBeenCalled();
    clock.publish();
    clock.reset();
    expect(listener).toHaveBeenCalledTimes(2);
    expect([clock.now(), clock.age.now()]).toEqual([null, null]);
    leave();
    clock.publish();
    expect(listener).toHaveBeenCalledTimes(2);
  });
});
