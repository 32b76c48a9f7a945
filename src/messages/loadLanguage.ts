import { createWordLoader } from './createWordLoader.js';
import { languageOf } from './languageOf.js';
import type { Language } from './Messages.js';

/** The languages beside English, as far as the first load needs them. */
export const languages = createWordLoader<Language>(
  new Map([
    ['ar', () => import('./ar.js').then(({ ar }) => ar)],
    ['de', () => import('./de.js').then(({ de }) => de)],
    ['fr', () => import('./fr.js').then(({ fr }) => fr)],
    ['ja', () => import('./ja.js').then(({ ja }) => ja)],
  ]),
);

/**
 * Loads a language before it is needed, so that its words are there with the first paint, and on the server. Wait for it on
 * both sides then: before the server renders, and before the page is hydrated. It never rejects: where the words can't be
 * loaded, or there are none, English stands in.
 *
 * @param locale A BCP 47 tag, as the provider takes it.
 * @example await loadLanguage('de-AT'); hydrateRoot(root, <App />);
 */
export async function loadLanguage(locale: string): Promise<void> {
  await languages.load(languageOf(locale));
}
