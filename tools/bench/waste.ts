// How ours is made slower on purpose, so that it is seen whether the figures tell.

/** Does a thing, and wastes time after it. */
export function slowedBy<A extends unknown[], R>(ms: number, call: (...given: A) => R): (...given: A) => R {
  return (...given) => {
    const result = call(...given);
    waste(ms);
    return result;
  };
}

/** Keeps the processor busy. */
export function waste(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end; );
}
