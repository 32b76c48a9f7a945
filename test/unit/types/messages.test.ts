import { describe, expect, it } from 'vitest';
import type { MessageOverrides, Messages } from '../../../src/index.js';
import { allMessages } from '../../support/allMessages.js';

// `tsc --noEmit` is the test: each line below a `@ts-expect-error` must be an error.

/** Valid overrides. */
const right: readonly MessageOverrides[] = [
  {},
  { panel: { title: 'Subscription' } },
  { panel: { states: { grace: 'Nachfrist' } }, names: { entitlements: { x_new: 'something new' } } },
  { banner: { graceDetail: ({ ago, features, count }) => `${ago} ${features} ${count.toFixed()}` } },
  { notice: { more: (count, format) => format.plural(count, { one: 'one', other: format.number(count) }) } },
  { renewal: { check: { problems: { empty_input: '?' } }, watch: { causes: ['?'] } } },
  { language: 'it', ...allMessages.en },
];

/** Invalid overrides. */
const wrong: readonly MessageOverrides[] = [
  // @ts-expect-error There is no such part.
  { footer: { title: '' } },
  // @ts-expect-error There is no such message.
  { panel: { titel: '' } },
  // @ts-expect-error There is no such nested message.
  { panel: { states: { lapsed: '' } } },
  // @ts-expect-error A message is not a number.
  { panel: { title: 7 } },
  // @ts-expect-error This message gets no arguments.
  { panel: { title: (when: string) => when } },
  // @ts-expect-error This message gets no days.
  { banner: { graceLead: ({ days }) => `${days}` } },
  // @ts-expect-error This message does not get a number.
  { panel: { expires: (when: number) => `${when}` } },
  // @ts-expect-error A message does not return an element.
  { panel: { checked: () => ({ type: 'b' }) } },
];

const { banner, names, notice, panel, renewal } = allMessages.en;
// @ts-expect-error A language needs the messages of every part.
const withoutAPart: Messages = { banner, names, notice, panel };
const { retry: _, ...incomplete } = notice;
// @ts-expect-error A language needs every message.
const withoutASentence: Messages = { banner, names, notice: incomplete, panel, renewal };

describe('messages of an app', () => {
  it('are type-checked by the compiler', () => {
    expect([right, wrong, withoutAPart, withoutASentence]).not.toContain(undefined);
  });
});
