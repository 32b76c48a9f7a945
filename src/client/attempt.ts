/** Runs what must neither become the host's error nor hide a 402, such as a callback of the host's; `undefined` where it throws. */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
