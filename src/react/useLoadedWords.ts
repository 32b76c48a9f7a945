import { useEffect, useRef, useState } from 'react';
import type { WordLoader } from '../messages/createWordLoader.js';
import { languageOf } from '../messages/languageOf.js';

/** Messages and their locale. `words` is `null` for English, and for a language that is not built in. */
export type LoadedMessages<T> = { readonly locale: string; readonly words: T | null };

/**
 * Returns the messages of a locale, and loads them if needed. Falls back to English if loading fails. Returns `null` until the first messages are
 * loaded. Keeps the previous messages while others load.
 */
export function useLoadedWords<T>(loader: WordLoader<T>, locale: string): LoadedMessages<T> | null {
  const language = languageOf(locale);
  const [, setLoaded] = useState(() => loader.get(language));
  useEffect(() => {
    const update = () => setLoaded(loader.get(language));
    const loading = loader.load(language);
    // If nothing is left to load, another component may have loaded it since the render.
    if (loading) void loading.then(update);
    else update();
  }, [loader, language]);

  const words = loader.get(language);
  const last = useRef<LoadedMessages<T> | null>(null);
  if (words !== undefined) {
    // A known language without messages failed to load.
    const spokenLocale = words === null && loader.has(language) ? 'en' : locale;
    if (last.current?.words !== words || last.current.locale !== spokenLocale) last.current = { locale: spokenLocale, words };
  }
  return last.current;
}
