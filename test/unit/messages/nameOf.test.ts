import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../src/messages/createFormat.js';
import { nameMessages } from '../../../src/messages/en.js';
import { entitlementList, tierInSentence, tierName } from '../../../src/messages/nameOf.js';

const format = createFormat('en-GB', 'UTC');
const LONG = 'x'.repeat(100_000);

describe('names from a license', () => {
  it('are cut in a sentence if they are too long', () => {
    const list = entitlementList(nameMessages, ['scim', LONG], format);
    expect(list).toMatch(/^SCIM provisioning and \u2068x{63}…\u2069$/);
    expect(tierInSentence(nameMessages, LONG)).toBe(`${'x'.repeat(63)}…`);
  });

  it('are shown in full if they fit, or if they stand alone', () => {
    expect(tierInSentence(nameMessages, 'y'.repeat(64))).toBe('y'.repeat(64));
    expect(tierName(nameMessages, LONG)).toBe(LONG);
  });

  it('lose bidirectional controls and stacked marks, and are never cut within a character', () => {
    const inSentence = (id: string) => entitlementList(nameMessages, [id], format);
    expect(inSentence('a\u2069\u202Eb\u2066')).toBe('\u2068ab\u2069');
    expect(inSentence(`Z${'\u0310'.repeat(60)}a\u0316\u0323`)).toBe('\u2068Za\u0316\u0323\u2069');
    expect(inSentence(`${'x'.repeat(62)}\u{1F4DA}yz`)).toBe(`\u2068${'x'.repeat(62)}\u{1F4DA}…\u2069`);
  });

  it('are shown unchanged if every object has a property of that name', () => {
    for (const tier of ['constructor', 'toString', '__proto__']) expect(tierName(nameMessages, tier)).toBe(tier);
  });
});
