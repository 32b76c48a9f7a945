// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Clock, NOTHING_OBSERVED } from '../../../src/client/observeLicense.js';
import { createLicenseStore, LicenseContext, NO_SETTINGS } from '../../../src/react/LicenseContext.js';
import { useServerClock } from '../../../src/react/useServerClock.js';

const DAY = 86_400_000;
const E = Date.UTC(2027, 4, 1);

/** Returns a clock that starts at `now` and follows the monotonic clock, unless it is frozen. */
function clockAt(now: number, isFrozen = false): Clock {
  const start = performance.now();
  const read = () => (isFrozen ? now : now + performance.now() - start);
  return { now: read, until: (instant) => (isFrozen ? null : instant - read()) };
}

function renderAt(clock: Clock, read: (now: number | null) => readonly [string, number | null]) {
  const store = createLicenseStore(NO_SETTINGS);
  store.setObserved({ ...NOTHING_OBSERVED, clock });
  let renders = 0;
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <LicenseContext.Provider value={store}>{children}</LicenseContext.Provider>
  );
  const hook = renderHook(
    () => {
      renders += 1;
      return useServerClock(read);
    },
    { wrapper },
  );
  return {
    ...hook,
    setClock: (next: Clock) => store.setObserved({ ...NOTHING_OBSERVED, clock: next }),
    emit: () => store.setObserved({ ...NOTHING_OBSERVED, clock }),
    renders: () => renders,
  };
}

const beforeOrAfter = (now: number | null): readonly [string, number | null] =>
  now === null ? ['unknown', null] : now < E ? ['before', E] : ['after', null];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('useServerClock', () => {
  it.each([0, 1, 2, 3, 4, 5])('does not miss a change between two reads of the clock, after %i reads', (reads) => {
    // Timers can fire a little early. Here the clock passes the instant between two reads.
    let left = Number.POSITIVE_INFINITY;
    const now = () => {
      left -= 1;
      return left < 0 ? E : E - 1;
    };
    const { result } = renderAt({ now, until: (instant) => instant - now() }, beforeOrAfter);
    act(() => {
      left = reads;
      vi.advanceTimersByTime(1);
    });
    act(() => void vi.advanceTimersByTime(1));
    expect(result.current).toBe('after');
  });

  it('renders at the instant when the value changes, and not before', () => {
    const { result, renders } = renderAt(clockAt(E - 60_000), beforeOrAfter);
    const first = renders();
    act(() => void vi.advanceTimersByTime(59_999));
    expect([result.current, renders()]).toEqual(['before', first]);
    act(() => void vi.advanceTimersByTime(1));
    expect(result.current).toBe('after');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not render for a check that changes nothing', () => {
    const { renders, emit } = renderAt(clockAt(E - DAY), beforeOrAfter);
    const first = renders();
    act(() => {
      for (let poll = 0; poll < 100; poll += 1) emit();
    });
    expect(renders()).toBe(first);
  });

  it('waits for instants beyond the maximum delay of a timer', () => {
    const { result, renders } = renderAt(clockAt(E - 60 * DAY), beforeOrAfter);
    act(() => void vi.advanceTimersByTime(50 * DAY));
    expect([result.current, renders()]).toEqual(['before', 1]);
    act(() => void vi.advanceTimersByTime(10 * DAY));
    expect(result.current).toBe('after');
  });

  it('follows a response that changes the time', () => {
    const { result, setClock } = renderAt(clockAt(E - DAY), beforeOrAfter);
    act(() => setClock(clockAt(E + DAY)));
    expect(result.current).toBe('after');
  });

  it('sets no timer while the clock is frozen', () => {
    const { result } = renderAt(clockAt(E - 1, true), beforeOrAfter);
    expect(vi.getTimerCount()).toBe(0);
    act(() => void vi.advanceTimersByTime(DAY));
    expect(result.current).toBe('before');
  });

  it('sets no timer for an instant in the past', () => {
    const { renders } = renderAt(clockAt(E), () => ['same', E - DAY]);
    expect([vi.getTimerCount(), renders()]).toEqual([0, 1]);
  });

  it('clears its timer on unmount', () => {
    const { unmount } = renderAt(clockAt(E - DAY), beforeOrAfter);
    unmount();
    expect(vi.getTimerCount()).toBe(0);
  });
});
