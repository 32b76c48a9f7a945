import { useMemo } from 'react';
import { type RenewalMessages, renewalMessages } from '../../messages/enRenewal.js';
import { directionOf } from '../../messages/languageOf.js';
import { renewalLanguages } from '../../messages/renewalLanguages.js';
import { useLicenseContext } from '../LicenseContext.js';
import type { LanguageAttributes } from '../useLanguage.js';
import { useLoadedWords } from '../useLoadedWords.js';
import { useMerged } from '../useWords.js';

/** What the renewal says, and in which language: another than the page's where that could not be loaded. */
export type RenewalWords = { readonly words: RenewalMessages; readonly language: LanguageAttributes };

/** `null` while they are being loaded. */
export function useRenewalWords(): RenewalWords | null {
  const { language, messages } = useLicenseContext();
  const spoken = useLoadedWords(renewalLanguages, language.lang);
  const words = useMerged(spoken?.words ?? renewalMessages, messages.renewal);
  const locale = spoken?.locale ?? null;
  return useMemo(() => (locale === null ? null : { words, language: { lang: locale, dir: directionOf(locale) } }), [words, locale]);
}
