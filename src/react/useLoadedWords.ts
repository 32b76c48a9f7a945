import { useEffect, useRef, useState } from 'react';
import type { WordLoader } from '../messages/createWordLoader.js';
import { languageOf } from '../messages/languageOf.js';

/** Words, and the locale that they are for. `words` is `null` where they are English, or a language of the host's own. */
export type Spoken<T> = { readonly locale: string; readonly words: T | null };

/**
 * The words of a locale, loaded where they have to be; English where that fails. `null` until the first are there; while
 * others are loaded, those before stay, so that nothing on the page goes meanwhile.
 */
export function useLoadedWords<T>(loader: WordLoader<T>, locale: string): Spoken<T> | null {
  const language = languageOf(locale);
  const [, look] = useState(() => loader.get(language));
  useEffect(() => {
    const lookAgain = () => look(loader.get(language));
    const loading = loader.load(language);
    // Without one, what another part has asked for may have come after the render.
    if (loading) void loading.then(lookAgain);
    else lookAgain();
  }, [loader, language]);

  const words = loader.get(language);
  const last = useRef<Spoken<T> | null>(null);
  if (words !== undefined) {
    const spoken = words === null && loader.has(language) ? 'en' : locale;
    if (last.current?.words !== words || last.current.locale !== spoken) last.current = { locale: spoken, words };
  }
  return last.current;
}
