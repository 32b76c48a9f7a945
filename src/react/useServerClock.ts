import { useSyncExternalStore } from 'react';
import { type Clock, MAX_DELAY_MS } from '../client/observeLicense.js';
import type { TimedValue } from '../messages/createFormat.js';
import { useLicenseStore } from './LicenseContext.js';

type Primitive = string | number | boolean | null;

/**
 * Returns a value that depends on the API's time. Renders the component only when the value changes.
 *
 * @param read Receives the API's time, in milliseconds since 1970. Receives `null` before the first response and while the local clocks diverge.
 *   Returns a primitive value and the time of its next change; `null` for never.
 */
export function useServerClock<T extends Primitive>(read: (now: number | null) => TimedValue<T>): T {
  return useClock('clock', read);
}

/**
 * Returns a value that depends on the age of the last response. Renders the component only when the value changes.
 *
 * @param read Receives the milliseconds since the last response; `null` before the first one.
 */
export function useResponseAge<T extends Primitive>(read: (age: number | null) => TimedValue<T>): T {
  return useClock('age', read);
}

function useClock<T extends Primitive>(name: 'clock' | 'age', read: (now: number | null) => TimedValue<T>): T {
  const store = useLicenseStore();
  const clock = () => store.getState()[name];
  return useSyncExternalStore(
    (notify) => subscribeToClock(store.subscribe, clock, (now) => read(now)[1], notify),
    () => read(clock().now())[0],
    () => read(null)[0],
  );
}

/** Calls `notify` when the store changes, and at the instant that `changesAt` returns. */
function subscribeToClock(
  subscribe: (listener: () => void) => () => void,
  clock: () => Clock,
  changesAt: (now: number | null) => number | null,
  notify: () => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const schedule = () => {
    clearTimeout(timer);
    // The instant may pass between `now()` and `until()`, so it is computed once more. Two attempts at most: `changesAt` may stay in the past.
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const instant = changesAt(clock().now());
      const delay = instant === null ? null : clock().until(instant);
      if (delay === null) return;
      if (delay > 0) {
        timer = setTimeout(onChange, Math.min(delay, MAX_DELAY_MS));
        return;
      }
    }
  };
  const onChange = () => {
    // Notifies last, because the value may change during `schedule()`.
    schedule();
    notify();
  };
  const unsubscribe = subscribe(onChange);
  schedule();
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
