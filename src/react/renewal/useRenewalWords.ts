import { useMemo } from 'react';
import { type RenewalMessages, renewalMessages } from '../../messages/enRenewal.js';
import { directionOf } from '../../messages/languageOf.js';
import { renewalLanguages } from '../../messages/renewalLanguages.js';
import { useLicenseContext } from '../LicenseContext.js';
import type { LanguageAttributes } from '../useLanguage.js';
import { useLoadedWords } from '../useLoadedWords.js';
import { useMerged } from '../useWords.js';

/** The texts of the renewal and their language. If the language of the page fails to load, both are English. */
export type RenewalWords = { readonly words: RenewalMessages; readonly language: LanguageAttributes };

/** Returns the texts of the renewal; `null` while they load. */
export function useRenewalWords(): RenewalWords | null {
  const { language, messages } = useLicenseContext();
  const loaded = useLoadedWords(renewalLanguages, language.lang);
  const words = useMerged(loaded?.words ?? renewalMessages, messages.renewal);
  const locale = loaded?.locale ?? null;
  return useMemo(() => (locale === null ? null : { words, language: { lang: locale, dir: directionOf(locale) } }), [words, locale]);
}
