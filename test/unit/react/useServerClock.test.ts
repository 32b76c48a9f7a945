// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createServerClock } from '../../../src/client/createServerClock.js';
import { parseLicense } from '../../../src/license/parseLicense.js';
import { useServerClock } from '../../../src/react/useServerClock.js';

const DAY = 86_400_000;
const E = Date.UTC(2027, 4, 1);

function clockAt(now: number) {
  const clock = createServerClock();
  const observe = (instant: number) => {
    clock.observe(
      parseLicense({
        tier: 'enterprise',
        entitlements: ['oidc'],
        expires_at: new Date(E).toISOString(),
        days_remaining: null,
        grace_remaining_seconds: null,
      }),
      instant,
    );
    clock.publish();
  };
  observe(now);
  return { clock, observe };
}

function renderAt(now: number, read: (now: number | null) => readonly [string, number | null]) {
  const { clock, observe } = clockAt(now);
  let renders = 0;
  const hook = renderHook(() => {
    renders += 1;
    return useServerClock(clock, read);
  });
  return { ...hook, clock, observe, renders: () => renders };
}

const beforeOrAfter = (now: number | null) =>
  (now === null ? ['?', null] : now < E ? ['before', E] : ['after', null]) as [string, number | null];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('useServerClock', () => {
  it.each([0, 1, 2, 3, 4, 5])('misses no change that comes while it is looking, after %i looks at the clock', (looks) => {
    // The timer comes a little early, as timers do, and the clock passes the instant between two looks.
    let left = Number.POSITIVE_INFINITY;
    const now = () => {
      left -= 1;
      return left < 0 ? E : E - 1;
    };
    const clock = { now, until: (instant: number) => instant - now(), subscribe: () => () => undefined };
    const { result } = renderHook(() => useServerClock(clock, beforeOrAfter));
    act(() => {
      left = looks;
      vi.advanceTimersByTime(1);
    });
    act(() => void vi.advanceTimersByTime(1));
    expect(result.current).toBe('after');
  });

  it('renders when the value changes, at its instant, and not before', () => {
    const { result, renders } = renderAt(E - 60_000, beforeOrAfter);
    const first = renders();
    act(() => void vi.advanceTimersByTime(59_999));
    expect([result.current, renders()]).toEqual(['before', first]);
    act(() => void vi.advanceTimersByTime(1));
    expect(result.current).toBe('after');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not render for an answer that changes nothing', () => {
    const { renders, observe } = renderAt(E - DAY, beforeOrAfter);
    const first = renders();
    act(() => {
      for (let poll = 0; poll < 100; poll += 1) observe(E - DAY + poll);
    });
    expect(renders()).toBe(first);
  });

  it('waits for instants that are further off than a timer can be', () => {
    const { result, renders } = renderAt(E - 60 * DAY, beforeOrAfter);
    const wait = vi.spyOn(globalThis, 'setTimeout');
    act(() => void vi.advanceTimersByTime(100));
    expect(wait).not.toHaveBeenCalled();
    wait.mockRestore();
    act(() => void vi.advanceTimersByTime(50 * DAY));
    expect([result.current, renders()]).toEqual(['before', 1]);
    act(() => void vi.advanceTimersByTime(10 * DAY));
    expect(result.current).toBe('after');
  });

  it('follows an answer that moves time', () => {
    const { result, observe } = renderAt(E - DAY, beforeOrAfter);
    act(() => void observe(E + DAY));
    expect(result.current).toBe('after');
  });

  it('sets no timer where time stands still', () => {
    const clock = createServerClock();
    const body = {
      tier: 'x',
      entitlements: ['oidc'],
      expires_at: new Date(E).toISOString(),
      days_remaining: 1,
      grace_remaining_seconds: 0,
    };
    clock.observe(parseLicense(body), E + 3 * DAY);
    const { result } = renderHook(() => useServerClock(clock, beforeOrAfter));
    expect(vi.getTimerCount()).toBe(0);
    act(() => void vi.advanceTimersByTime(DAY));
    expect(result.current).toBe('before');
  });

  it('sets no timer for an instant that is past', () => {
    const { renders } = renderAt(E, () => ['same', E - DAY]);
    expect(vi.getTimerCount()).toBe(0);
    expect(renders()).toBe(1);
  });

  it('leaves no timer and no listener behind', () => {
    const { unmount, clock } = renderAt(E - DAY, beforeOrAfter);
    unmount();
    expect(vi.getTimerCount()).toBe(0);
    expect(() => clock.reset()).not.toThrow();
  });
});
