import { useState } from 'react';

/** `useState` whose value belongs to a key: with another key, the state starts again. */
export function useStateFor<T>(key: unknown, initial: () => T): readonly [value: T, setValue: (value: T) => void] {
  const [held, setHeld] = useState(() => ({ key, value: initial() }));
  let current = held;
  if (!Object.is(held.key, key)) {
    current = { key, value: initial() };
    setHeld(current);
  }
  return [current.value, (value) => setHeld((latest) => (Object.is(latest.key, key) ? { key, value } : latest))];
}
