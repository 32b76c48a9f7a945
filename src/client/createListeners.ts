/** A set of listeners; each subscription is its own, and a listener that throws keeps none of the others from hearing. */
export type Listeners = { readonly subscribe: (listener: () => void) => () => void; readonly tell: () => void };

/** No listeners yet. */
export function createListeners(): Listeners {
  const subscriptions = new Set<{ readonly listener: () => void }>();
  return {
    subscribe(listener) {
      const subscription = { listener };
      subscriptions.add(subscription);
      return () => subscriptions.delete(subscription);
    },
    tell() {
      for (const { listener } of [...subscriptions]) {
        try {
          listener();
        } catch (error) {
          // Reported as any uncaught error is.
          setTimeout(() => {
            throw error;
          });
        }
      }
    },
  };
}
