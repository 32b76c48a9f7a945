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
    expect([clock.now(), clock.until(E), clock.age.now(), clock.note()]).toEqual([null, null, null, 'none']);
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

  it('goes on from the confirmed instant when a later answer has no Date', () => {
    const clock = createServerClock();
    clock.observe(answer(10), E - 10 * DAY - 5_000);
    vi.advanceTimersByTime(1_000);
    clock.observe(answer(10), null);
    expect(clock.now()).toBe(E - 10 * DAY - 4_000);
    expect(clock.note()).toBe('none');
  });

  it('stands still where it was bounded from above, until the next answer', () => {
    const clock = createServerClock();
    clock.observe(answer(1), E + 3 * DAY);
    vi.advanceTimersByTime(DAY);
    expect([clock.now(), clock.until(E), clock.note()]).toEqual([E - 1, null, 'off']);
    clock.observe(answer(0, 7 * 86_400), null);
    expect(clock.now()).toBe(E);
  });

  it('remembers the grace end that it was told, for that expiry alone', () => {
    const clock = createServerClock();
    expect(clock.observe(answer(0, 3_600), E + 2 * DAY).graceEndsAt).toBe(E + 2 * DAY + 3_600_000);
    expect(clock.observe(answer(0, 0), E + 3 * DAY).graceEndsAt).toBe(E + 2 * DAY + 3_600_000);
    expect(clock.observe(answer(300, 0, E + 365 * DAY), E + 64 * DAY).graceEndsAt).toBe(E + 372 * DAY);
  });

  it('never goes back to the last day of a license that it has seen in grace', () => {
    const clock = createServerClock();
    clock.observe(answer(0, 6 * 86_400), null);
    clock.observe(answer(0, 0), null);
    expect(clock.now()).toBe(E + 7 * DAY);
  });

  it('keeps one grace end where another length of grace is told with the seconds of a Date', () => {
    const clock = createServerClock();
    const first = clock.observe(answer(0, 3_600), E + 2 * DAY);
    expect(clock.observe(answer(0, 3_541), E + 2 * DAY + 60_000)).toEqual(first);
  });

  it('keeps the confirmed instant over an answer that confirmed nothing', () => {
    const clock = createServerClock();
    clock.observe(answer(10), E - 10 * DAY - 5_000);
    clock.observe(answer(10), E + 3 * DAY);
    vi.advanceTimersByTime(1_000);
    clock.observe(answer(10), null);
    expect(clock.now()).toBe(E - 10 * DAY - 4_000);
  });

  it('lets an answer grow old also where time stands still', () => {
    const clock = createServerClock();
    clock.observe(answer(1), E + 3 * DAY);
    vi.advanceTimersByTime(60_000);
    expect([clock.age.now(), clock.age.until(120_000)]).toEqual([60_000, 60_000]);
  });

  it('answers two polls in grace with the same license', () => {
    const clock = createServerClock();
    const first = clock.observe(answer(0, 5 * 86_400), E + 2 * DAY);
    expect(clock.observe(answer(0, 5 * 86_400 - 60), E + 2 * DAY + 60_000)).toEqual(first);
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

  it('says that nothing decides where the answer fits two times and the local clock neither', () => {
    const clock = createServerClock();
    clock.observe(answer(0), null);
    expect([clock.now(), clock.note()]).toEqual([null, 'undecided']);
  });
});
