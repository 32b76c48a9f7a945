import { useSyncExternalStore } from 'react';
import type { Clock } from '../client/createServerClock.js';
import type { TimedValue } from '../messages/createFormat.js';

// Longer timeouts than this fire at once.
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * A value that depends on the API's time. The component renders again when the value changes, not when time does.
 *
 * @param read Takes the API's time (milliseconds since 1970; `null` while it isn't known), gives a primitive value and the
 *   instant at which it changes by itself.
 */
export function useServerClock<T extends string | number | boolean | null>(
  clock: Clock | null,
  read: (now: number | null) => TimedValue<T>,
): T {
  return useSyncExternalStore(
    (notify) => (clock ? watch(clock, () => read(clock.now())[1], notify) : () => undefined),
    () => read(clock?.now() ?? null)[0],
    () => read(null)[0],
  );
}

function watch(clock: Clock, changesAt: () => number | null, notify: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    // Time may pass the instant between two looks at the clock; the second time, the next instant is looked for.
    for (let look = 0; look < 2; look += 1) {
      const instant = changesAt();
      const delay = instant === null ? null : clock.until(instant);
      if (delay === null) return;
      if (delay > 0) {
        timer = setTimeout(wake, Math.min(delay, MAX_TIMEOUT_MS));
        return;
      }
    }
  };
  const wake = () => {
    // Last, so that what changes while the wait is arranged is seen.
    wait();
    notify();
  };
  const unsubscribe = clock.subscribe(wake);
  wait();
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
