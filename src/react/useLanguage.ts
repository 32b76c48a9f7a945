import { useMemo } from 'react';
import { createFormat, type Format } from '../messages/createFormat.js';
import { directionOf, languageOf } from '../messages/languageOf.js';
import { languages } from '../messages/loadLanguage.js';
import type { Language } from '../messages/Messages.js';
import { warnOnce } from '../client/warnOnce.js';
import { developmentWarnings } from './development/developmentWarnings.js';
import { useLoadedWords } from './useLoadedWords.js';

/** What the roots of the parts carry, so that screen readers pronounce their words, and what is written from the right mirrors itself. */
export type LanguageAttributes = { readonly lang: string; readonly dir: 'ltr' | 'rtl' };

export const ENGLISH: LanguageAttributes = { lang: 'en', dir: 'ltr' };

type Speech = {
  readonly language: LanguageAttributes;
  /** `null` for the English ones. */
  readonly words: Language | null;
  /** `null` while the words are being loaded. */
  readonly format: Format | null;
};

/**
 * The language of the page, in the time zone of this machine.
 *
 * @param locale What the host asks for.
 * @param own The language of the host's own words, where it is none of ours.
 * @param zone Differs when the time zone does.
 */
export function useLanguage(locale: string | undefined, own: string | undefined, zone: string): Speech {
  const wanted = useMemo(() => {
    try {
      return choose(locale, own);
    } catch {
      if (process.env.NODE_ENV !== 'production') warnOnce(...developmentWarnings['no-locale']);
      return 'en';
    }
  }, [locale, own]);
  const spoken = useLoadedWords(languages, wanted);
  // A server doesn't know which English the browser's is, and what it has rendered must be hydrated as it stands.
  const lang = (locale ?? own) === undefined ? 'en' : (spoken?.locale ?? wanted);
  const language = useMemo(() => ({ lang, dir: directionOf(lang) }), [lang]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `Intl` keeps the zone that it has found
  const format = useMemo(() => spoken && createFormat(spoken.locale), [spoken, zone]);
  return { language, words: spoken?.words ?? null, format };
}

// One language for all that stands in a sentence: without words of the locale's, its dates would stand among English ones.
function choose(locale: string | undefined, own: string | undefined): string {
  const [tag = 'en', spoken = tag] = Intl.getCanonicalLocales([locale ?? own ?? defaultLocale(), ...(own === undefined ? [] : [own])]);
  const language = languageOf(tag);
  if (own !== undefined) return language === languageOf(spoken) ? tag : spoken;
  return language === 'en' || languages.has(language) ? tag : 'en';
}

function defaultLocale(): string {
  const preferred = globalThis.navigator?.language ?? 'en';
  return preferred.startsWith('en') ? preferred : 'en';
}
