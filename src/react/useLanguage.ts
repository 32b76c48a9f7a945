import { useMemo } from 'react';
import { createFormat, type Format } from '../messages/createFormat.js';
import { directionOf, languageOf } from '../messages/languageOf.js';
import { languages } from '../messages/loadLanguage.js';
import type { Language } from '../messages/Messages.js';
import { warnOnce } from '../client/warnOnce.js';
import { developmentWarnings } from './development/developmentWarnings.js';
import { useLoadedWords } from './useLoadedWords.js';

/** The `lang` and `dir` of each component's root, for screen readers and right-to-left layout. */
export type LanguageAttributes = { readonly lang: string; readonly dir: 'ltr' | 'rtl' };

export const ENGLISH: LanguageAttributes = { lang: 'en', dir: 'ltr' };

type LoadedLanguage = {
  readonly language: LanguageAttributes;
  /** The loaded messages; `null` for English. */
  readonly words: Language | null;
  /** `null` while messages load. */
  readonly format: Format | null;
};

/**
 * Returns the language attributes, messages and formats of a locale.
 *
 * @param locale The `locale` prop.
 * @param overrideLanguage `messages.language`: the language of the app's messages, if it is not built in.
 * @param zone Changes with the time zone, so that formats are created again.
 */
export function useLanguage(locale: string | undefined, overrideLanguage: string | undefined, zone: string): LoadedLanguage {
  const requested = useMemo(() => {
    try {
      return resolveLocale(locale, overrideLanguage);
    } catch {
      if (process.env.NODE_ENV !== 'production') warnOnce(...developmentWarnings['no-locale']);
      return 'en';
    }
  }, [locale, overrideLanguage]);
  const loaded = useLoadedWords(languages, requested);
  // The server does not know the browser's variant of English, and hydration needs the same `lang`.
  const lang = (locale ?? overrideLanguage) === undefined ? 'en' : (loaded?.locale ?? requested);
  const language = useMemo(() => ({ lang, dir: directionOf(lang) }), [lang]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `Intl` formatters keep the time zone of their creation
  const format = useMemo(() => loaded && createFormat(loaded.locale), [loaded, zone]);
  return { language, words: loaded?.words ?? null, format };
}

// Texts and dates use one language. Without messages for a locale, its dates would stand in English sentences.
function resolveLocale(locale: string | undefined, overrideLanguage: string | undefined): string {
  const tag = canonical(locale ?? overrideLanguage ?? defaultLocale());
  if (overrideLanguage !== undefined) {
    const override = canonical(overrideLanguage);
    return languageOf(tag) === languageOf(override) ? tag : override;
  }
  return languageOf(tag) === 'en' || languages.has(languageOf(tag)) ? tag : 'en';
}

function canonical(tag: string): string {
  return Intl.getCanonicalLocales(tag)[0] ?? 'en';
}

function defaultLocale(): string {
  const preferred = globalThis.navigator?.language ?? 'en';
  return preferred.startsWith('en') ? preferred : 'en';
}
