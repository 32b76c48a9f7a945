/** Loads the messages of languages on demand, and keeps them as long as the page. */
export type WordLoader<T> = {
  /** Returns true if the language has messages. */
  has(language: string): boolean;
  /** Returns the messages; `undefined` until they are loaded, `null` if the language has none or loading failed. */
  get(language: string): T | null | undefined;
  /** Loads the messages, again after a failure. Returns `undefined` if there is nothing to load. Never rejects. */
  load(language: string): Promise<void> | undefined;
};

/** Creates a loader. The keys of `imports` are ISO 639 codes. */
export function createWordLoader<T>(imports: ReadonlyMap<string, () => Promise<T>>): WordLoader<T> {
  const loaded = new Map<string, T | null>();
  return {
    has: (language) => imports.has(language),
    get: (language) => (imports.has(language) ? loaded.get(language) : null),
    load(language) {
      const load = loaded.get(language) ? undefined : imports.get(language);
      return load?.().then(
        (words) => void loaded.set(language, words),
        () => void loaded.set(language, null),
      );
    },
  };
}
