export type Emitter<Args extends readonly unknown[] = []> = {
  /** Adds a listener and returns the undo. A listener that is added twice is called twice. */
  readonly subscribe: (listener: (...args: Args) => void) => () => void;
  /** Calls every listener. If one throws, its error is thrown again in a task of its own, and the others still run. */
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
