/** A list of listeners. */
export type Emitter<Args extends readonly unknown[] = []> = {
  /** Adds a listener, also if it is there already, and returns its undo. */
  readonly subscribe: (listener: (...args: Args) => void) => () => void;
  /** Calls every listener. An error in one is reported as uncaught, and the others are still called. */
  readonly emit: (...args: Args) => void;
};

/** Creates an emitter without listeners. */
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
