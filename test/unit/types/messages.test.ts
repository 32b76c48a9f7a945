import { describe, expect, it } from 'vitest';
import type { MessageOverrides, Messages } from '../../../src/index.js';
import { allMessages } from '../../support/allMessages.js';

// `tsc --noEmit` is the test: each line below the mark must be an error.

/** What a host may write. */
const right: readonly MessageOverrides[] = [
  {},
  { panel: { title: 'Subscription' } },
  { panel: { states: { grace: 'Nachfrist' } }, names: { entitlements: { x_new: 'something new' } } },
  { banner: { graceLead: ({ ago, remaining, count }) => `${ago} ${remaining} ${count.toFixed()}` } },
  { notice: { more: (count, format) => format.plural(count, { one: 'one', other: format.number(count) }) } },
  { renewal: { check: { problems: { empty_input: '?' } }, watch: { causes: ['?'] } } },
  { language: 'it', ...allMessages.en },
];

/** What it may not. */
const wrong: readonly MessageOverrides[] = [
  // @ts-expect-error There is no such part.
  { footer: { title: '' } },
  // @ts-expect-error There is no such sentence.
  { panel: { titel: '' } },
  // @ts-expect-error Nor is there one deeper down.
  { panel: { states: { lapsed: '' } } },
  // @ts-expect-error A sentence is no number.
  { panel: { title: 7 } },
  // @ts-expect-error This one is told nothing.
  { panel: { title: (when: string) => when } },
  // @ts-expect-error This one is told of no days.
  { banner: { graceLead: ({ days }) => `${days}` } },
  // @ts-expect-error This one is given no number.
  { panel: { expires: (when: number) => `${when}` } },
  // @ts-expect-error A sentence is no element.
  { panel: { checked: () => ({ type: 'b' }) } },
];

const { banner, names, notice, panel, renewal } = allMessages.en;
// @ts-expect-error A language without a renewal is none.
const withoutAPart: Messages = { banner, names, notice, panel };
const { retry: _, ...forgetful } = notice;
// @ts-expect-error Nor is one that has forgotten a sentence.
const withoutASentence: Messages = { banner, names, notice: forgetful, panel, renewal };

describe('messages of a host', () => {
  it('are held against the types by the compiler', () => {
    expect([right, wrong, withoutAPart, withoutASentence]).not.toContain(undefined);
  });
});
