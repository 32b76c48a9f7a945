export type Emitter<Args extends readonly unknown[] = []> = {
  /** Adds a listener and returns a function that removes it. A listener that is added twice is called twice. */
  readonly subscribe: (listener: (...args: Args) => void) => () => void;
  /** Calls every listener. If one throws, the others still run, and its error is thrown again in a separate task. */
  readonly emit: (...args: Args) => void;
};

export function createEmitter<Args extends readonly unknown[] = []>(): Emitter<Args> {
  const subscriptions = new Set<{ readonly listener: (...args: Args) => void }>();
  return {
    subscribe(listener) {
      const subscription = { listener };
      subscriptions.add(subscription);
      return () => subscriptions.delete(subscription);
    },
    emit(...args) {
      for (const { listener } of [...subscriptions]) {
        try {
          listener(...args);
        } catch (error) {
          setTimeout(() => {
            throw error;
          });
        }
      }
    },
  };
}
