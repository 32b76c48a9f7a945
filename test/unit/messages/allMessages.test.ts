import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../src/messages/createFormat.js';
import { allMessages, LANGUAGES } from '../../support/allMessages.js';

/** Each sentence by its path, for one thing and for six of it. */
function saidBy(words: unknown, locale: string, path = ''): [path: string, said: string][] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function')
    return [1, 6].map((count) => [`${path} ${count}`, words(whatever(count, locale), createFormat(locale, 'UTC'))]);
  return Object.entries(Object(words)).flatMap(([key, value]) => saidBy(value, locale, path === '' ? key : `${path}.${key}`));
}

/** Whatever a message takes: a text, a number, or facts by name, each of which shows up as it is called. */
function whatever(count: number, locale: string): object {
  const given: Readonly<Record<PropertyKey, unknown>> = {
    count,
    format: createFormat(locale, 'UTC'),
    [Symbol.toPrimitive]: (hint: string) => (hint === 'number' ? count : '<what>'),
  };
  return new Proxy({}, { get: (_, name) => (name in given ? given[name] : `<${String(name)}>`) });
}

// Names, signs, and words that two languages share.
const SHARED = [
  'names.tiers.enterprise',
  'names.onDay',
  'panel.states.active',
  'panel.timeline.active',
  'notice.announced',
  'renewal.compare.gained',
  'renewal.compare.lost',
  'renewal.apply.methods.quadlet',
];

describe.each(LANGUAGES.filter((language) => language !== 'en'))('%s', (language) => {
  const english = new Map(saidBy(allMessages.en, 'en'));
  const own = saidBy(allMessages[language], language);

  it('says all that English says, in its own words', () => {
    expect(own.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
    const same = own.filter(([path, said]) => said === english.get(path)).map(([path]) => path.replace(/ \d$/, ''));
    expect(same.filter((path) => !SHARED.includes(path))).toEqual([]);
  });

  it('tells every fact that the English sentence tells', () => {
    const facts = (said: string | undefined) => [...new Set(said?.match(/<\w+>/g))].sort();
    for (const [path, said] of own) expect([path, facts(said)]).toEqual([path, facts(english.get(path))]);
  });

  it('is set as it is printed', () => {
    for (const [path, said] of own) {
      const text = said.replace('Headers: Date', '');
      expect(text, path).not.toMatch(/ {2}|^ | $| [.,]|undefined|\[object|\.\.\./);
      // French keeps its marks apart from the word; Japanese and Arabic have marks of their own.
      if (language === 'fr') expect(text, path).not.toMatch(/[^\u00a0\u202f][:;?!»](?= |$)|«[^\u00a0]|'/);
      if (language === 'ja') expect(text, path).not.toMatch(/[ぁ-んァ-ヶ一-龠][.,:;?!]/);
      if (language === 'ar') expect(text, path).not.toMatch(/[ء-ي][,;?]/);
      if (language === 'de') expect(text, path).not.toMatch(/["“](?=\w)|[a-zß]…/);
    }
  });
});
