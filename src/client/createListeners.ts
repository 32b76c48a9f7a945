/** A set of listeners; each subscription is its own, and a listener that throws keeps none of the others from hearing. */
export type Listeners<News extends readonly unknown[] = []> = {
  readonly subscribe: (listener: (...news: News) => void) => () => void;
  readonly tell: (...news: News) => void;
};

/** No listeners yet. */
export function createListeners<News extends readonly unknown[] = []>(): Listeners<News> {
  const subscriptions = new Set<{ readonly listener: (...news: News) => void }>();
  return {
    subscribe(listener) {
      const subscription = { listener };
      subscriptions.add(subscription);
      return () => subscriptions.delete(subscription);
    },
    tell(...news) {
      for (const { listener } of [...subscriptions]) {
        try {
          listener(...news);
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
