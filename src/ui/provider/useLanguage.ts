import { useMemo, useSyncExternalStore } from 'react';
import { createFormat, type Format } from '../../messages/createFormat.js';
import { directionOf, languageOf } from '../../messages/languageOf.js';
import { languages } from '../../messages/loadLanguage.js';
import type { Language } from '../../messages/Messages.js';
import { MISUSES, tellEngineer } from '../diagnostics/tellEngineer.js';
import { useLoadedWords } from '../useLoadedWords.js';

// A bundler puts the mode in place of it, as React and TanStack Query need it, too.
declare const process: { readonly env: { readonly NODE_ENV?: string } };

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
 * The language of the page, in a time zone.
 *
 * @param locale What the host asks for.
 * @param own The language of the host's own words, where it is none of ours.
 */
export function useLanguage(locale: string | undefined, own: string | undefined, zone: string): Speech {
  // A server knows no browser: what it has rendered is hydrated as it stands.
  const preferred = useSyncExternalStore(neverChanges, preferredLocale, () => 'en');
  const wanted = useMemo(() => {
    try {
      return choose(locale, own, preferred);
    } catch {
      if (process.env.NODE_ENV !== 'production') tellEngineer(...MISUSES['no-locale']);
      return 'en';
    }
  }, [locale, own, preferred]);
  const spoken = useLoadedWords(languages, wanted);
  const lang = spoken?.locale ?? wanted;
  const language = useMemo(() => ({ lang, dir: directionOf(lang) }), [lang]);
  const format = useMemo(() => spoken && createFormat(spoken.locale, zone), [spoken, zone]);
  return { language, words: spoken?.words ?? null, format };
}

// One language for all that stands in a sentence: without words of the locale's, its dates would stand among English ones.
function choose(locale: string | undefined, own: string | undefined, preferred: string): string {
  const [tag = 'en', spoken = tag] = Intl.getCanonicalLocales([locale ?? own ?? preferred, ...(own === undefined ? [] : [own])]);
  const language = languageOf(tag);
  if (own !== undefined) return language === languageOf(spoken) ? tag : spoken;
  return language === 'en' || languages.has(language) ? tag : 'en';
}

function preferredLocale(): string {
  const { language } = navigator;
  return language.startsWith('en') ? language : 'en';
}

function neverChanges(): () => void {
  return () => undefined;
}
