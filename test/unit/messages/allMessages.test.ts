import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../src/messages/createFormat.js';
import { allMessages, LANGUAGES } from '../../support/allMessages.js';

/** Returns each message with its path. A message that is a function is called with the counts 1 and 6. */
function messagesOf(words: unknown, locale: string, path = ''): [path: string, said: string][] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function')
    return [1, 6].map((count) => [`${path} ${count}`, words(whatever(count, locale), createFormat(locale, 'UTC'))]);
  return Object.entries(Object(words)).flatMap(([key, value]) => messagesOf(value, locale, path === '' ? key : `${path}.${key}`));
}

/** Returns a stand-in for any argument of a message: a text, a number, or facts. Each fact has its own name as text. */
function whatever(count: number, locale: string): object {
  const given: Readonly<Record<PropertyKey, unknown>> = {
    count,
    format: createFormat(locale, 'UTC'),
    [Symbol.toPrimitive]: (hint: string) => (hint === 'number' ? count : '<what>'),
  };
  return new Proxy({}, { get: (_, name) => (name in given ? given[name] : `<${String(name)}>`) });
}

// Names, symbols, and words that are the same in two languages.
const SHARED = [
  'names.tiers.enterprise',
  'names.onDay',
  'panel.states.active',
  'panel.timeline.active',
  'notice.announced',
  'renewal.apply.methods.kubernetes',
  'renewal.apply.methods.helm',
  'renewal.apply.methods.quadlet',
  'renewal.apply.summary',
];

describe.each(LANGUAGES.filter((language) => language !== 'en'))('%s', (language) => {
  const english = new Map(messagesOf(allMessages.en, 'en'));
  const own = messagesOf(allMessages[language], language);

  it('has every English message, in its own words', () => {
    expect(own.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
    const same = own.filter(([path, said]) => said === english.get(path)).map(([path]) => path.replace(/ \d$/, ''));
    expect(same.filter((path) => !SHARED.includes(path))).toEqual([]);
  });

  it('uses the same facts as the English message', () => {
    const facts = (said: string | undefined) => [...new Set(said?.match(/<\w+>/g))].sort();
    for (const [path, said] of own) expect([path, facts(said)]).toEqual([path, facts(english.get(path))]);
  });

  it('follows its typographic rules', () => {
    for (const [path, said] of own) {
      const text = said.replace('Headers: Date', '');
      expect(text, path).not.toMatch(/ {2}|^ | $| [.,]|undefined|\[object|\.\.\./);
      // French puts a space before punctuation. Japanese and Arabic have their own punctuation.
      if (language === 'fr') expect(text, path).not.toMatch(/[^\u00a0\u202f][:;?!»](?= |$)|«[^\u00a0]|'/);
      if (language === 'ja') expect(text, path).not.toMatch(/[ぁ-んァ-ヶ一-龠][.,:;?!]/);
      if (language === 'ar') expect(text, path).not.toMatch(/[ء-ي][,;?]/);
      if (language === 'de') expect(text, path).not.toMatch(/["“](?=\w)|[a-zß]…/);
    }
  });
});
