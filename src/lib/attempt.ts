/** Runs `work` and returns its result, or `undefined` if it throws. */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** Parses JSON. Returns `undefined` for text that is not JSON. */
export function parseJson(text: string): unknown {
  return attempt((): unknown => JSON.parse(text));
}
