import { useCallback, useState } from 'react';

/** Like `useState`, but starts again when the key changes. The setter of an earlier key does nothing. */
export function useStateFor<T>(key: unknown, initial: () => T): readonly [value: T, setValue: (value: T) => void] {
  const [held, setHeld] = useState(() => ({ key, value: initial() }));
  let current = held;
  if (!Object.is(held.key, key)) {
    current = { key, value: initial() };
    setHeld(current);
  }
  const setValue = useCallback((value: T) => setHeld((latest) => (Object.is(latest.key, key) ? { key, value } : latest)), [key]);
  return [current.value, setValue];
}
