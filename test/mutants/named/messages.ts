// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the code of another file.

import { breaksOf, type NamedBreak } from '../NamedBreak.js';

/** What a person reads. */
export const MESSAGE_BREAKS: readonly NamedBreak[] = [
  ...breaksOf('src/messages/createFormat.ts', 'test/messages/createFormat.test.ts', [
    { name: 'shows 0 days', from: 'const size = distance >= 2 * DAY ? DAY :', to: 'const size = distance >= HOUR ? DAY :' },
    { name: 'counts up where it should count down', from: 'relative().format(ahead ? count : -count', to: 'relative().format(count' },
    { name: 'keeps its words over midnight', from: 'Math.min(changesAt, (Math.floor(now / QUARTER) + 1) * QUARTER)', to: 'changesAt' },
    { name: 'counts as English does', from: 'forms[plurals().select(count)]', to: "forms[count === 1 ? 'one' : 'other']" },
  ]),
  ...breaksOf('src/messages/createFormat.ts', 'test/messages/sentences.test.ts', [
    { name: 'counts down through zero', from: 'count > 0 ? units().format(parts) : soon', to: 'units().format(parts)' },
    { name: 'tells the local time alone', from: 'if (text === utc().format(instant)) return text;', to: 'return text;' },
  ]),
  ...breaksOf('src/messages/createFormat.ts', 'test/messages/nameOf.test.ts', [
    {
      name: 'lets a name turn the sentence around it',
      from: "`\\u2068${text.replace(/\\p{Bidi_C}|\\p{M}{4,}/gu, '')}\\u2069`",
      to: 'text',
    },
  ]),
  ...breaksOf('src/messages/nameOf.ts', 'test/messages/nameOf.test.ts', [
    { name: 'fills the page with one name', from: ".replace(/^(.{63}).{2,}/su, '$1…')", to: '' },
    { name: 'calls a tier by what every object has', from: 'Object.hasOwn(words, id)', to: 'id in words' },
  ]),
  ...breaksOf('src/messages/createWordLoader.ts', 'test/ui/languages.test.tsx', [
    {
      name: 'rejects where a language can not be loaded',
      from: '() => void loaded.set(language, null),',
      to: '(error) => Promise.reject(error),',
    },
  ]),
];
