import { describe, expect, it } from 'vitest';
import { createFormat } from '../../src/messages/createFormat.js';
import { nameMessages } from '../../src/messages/en.js';
import { entitlementList, tierInSentence, tierName } from '../../src/messages/nameOf.js';

const format = createFormat('en-GB', 'UTC');
const LONG = 'x'.repeat(100_000);

describe('names that a license brings', () => {
  it('are cut in a sentence, where they would fill the page', () => {
    const list = entitlementList(nameMessages, ['scim', LONG], format);
    expect(list).toMatch(/^SCIM provisioning and \u2068x{63}…\u2069$/);
    expect(tierInSentence(nameMessages, LONG)).toBe(`${'x'.repeat(63)}…`);
  });

  it('stand in full where they fit, and where they stand alone', () => {
    expect(tierInSentence(nameMessages, 'y'.repeat(64))).toBe('y'.repeat(64));
    expect(tierName(nameMessages, LONG)).toBe(LONG);
  });

  it('are shown as they came where every object has something of that name', () => {
    for (const tier of ['constructor', 'toString', '__proto__']) expect(tierName(nameMessages, tier)).toBe(tier);
  });
});
