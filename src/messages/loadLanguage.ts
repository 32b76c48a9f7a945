import { createWordLoader } from './createWordLoader.js';
import { languageOf } from './languageOf.js';
import type { Language } from './Messages.js';

/** Loads the built-in languages except English, without the texts of the renewal. */
export const languages = createWordLoader<Language>(
  new Map([
    ['ar', () => import('./ar.js').then(({ ar }) => ar)],
    ['de', () => import('./de.js').then(({ de }) => de)],
    ['fr', () => import('./fr.js').then(({ fr }) => fr)],
    ['ja', () => import('./ja.js').then(({ ja }) => ja)],
  ]),
);

/**
 * Loads a language in advance, for the first paint and for server rendering. For server rendering, await it both before the server renders and
 * before the page hydrates. Never rejects: if the language is not built in or fails to load, the texts are English.
 *
 * @param locale A BCP 47 tag, as in the `locale` prop of the provider.
 * @example await loadLanguage('de-AT'); hydrateRoot(root, <App />);
 */
export async function loadLanguage(locale: string): Promise<void> {
  await languages.load(languageOf(locale));
}
