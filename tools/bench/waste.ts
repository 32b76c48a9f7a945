// Slows our code down on purpose, to show that a goal can be missed.

/** Returns a function that runs `call`, then blocks for `ms` milliseconds. */
export function slowedBy<A extends unknown[], R>(ms: number, call: (...given: A) => R): (...given: A) => R {
  return (...given) => {
    const result = call(...given);
    waste(ms);
    return result;
  };
}

/** Blocks the thread for `ms` milliseconds. */
export function waste(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end; );
}
