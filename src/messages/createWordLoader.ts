/** Words of languages that are loaded when somebody speaks them; what was loaded once stays, for the whole page. */
export type WordLoader<T> = {
  /** Whether there are words of this language. */
  has(language: string): boolean;
  /** `undefined` until they are there, `null` where there are none, or where they could not be loaded. */
  get(language: string): T | null | undefined;
  /** Loads them; again where it has failed before. Nothing where there is nothing to load. Never rejects. */
  load(language: string): Promise<void> | undefined;
};

/** A loader for some languages, by their ISO 639 code. */
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
