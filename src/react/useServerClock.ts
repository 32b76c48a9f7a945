import { useSyncExternalStore } from 'react';
import { type Clock, MAX_TIMEOUT_MS } from '../client/observeLicense.js';
import type { TimedValue } from '../messages/createFormat.js';
import { useLicenseStore } from './LicenseContext.js';

/**
 * Returns a value that depends on the API's time. The component renders when the value changes, not when time does.
 *
 * @param read Takes the API's time (milliseconds since 1970; `null` before the first response and while the local clocks diverge). Returns a
 *   primitive value and the instant at which it changes by itself.
 */
export function useServerClock<T extends string | number | boolean | null>(read: (now: number | null) => TimedValue<T>): T {
  return useClock('clock', read);
}

/**
 * Returns a value that depends on the age of the last response, like {@link useServerClock}.
 *
 * @param read Takes the milliseconds since the last response; `null` before the first one.
 */
export function useResponseAge<T extends string | number | boolean | null>(read: (age: number | null) => TimedValue<T>): T {
  return useClock('age', read);
}

function useClock<T extends string | number | boolean | null>(name: 'clock' | 'age', read: (now: number | null) => TimedValue<T>): T {
  const store = useLicenseStore();
  const clock = () => store.current()[name];
  return useSyncExternalStore(
    (notify) => watch(store.subscribe, clock, (now) => read(now)[1], notify),
    () => read(clock().now())[0],
    () => read(null)[0],
  );
}

/** Calls `notify` when the store changes, and at the instant that `changesAt` returns. */
function watch(
  subscribe: (listener: () => void) => () => void,
  clock: () => Clock,
  changesAt: (now: number | null) => number | null,
  notify: () => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    // Time may pass the instant between two reads of the clock. The second round then finds the next instant.
    for (let round = 0; round < 2; round += 1) {
      const instant = changesAt(clock().now());
      const delay = instant === null ? null : clock().until(instant);
      if (delay === null) return;
      if (delay > 0) {
        timer = setTimeout(wake, Math.min(delay, MAX_TIMEOUT_MS));
        return;
      }
    }
  };
  const wake = () => {
    // Notifies last, so that a change during the wait is seen.
    wait();
    notify();
  };
  const unsubscribe = subscribe(wake);
  wait();
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
