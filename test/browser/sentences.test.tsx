import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../support/allMessages.js';
import { sentencesOf } from '../support/sentences.js';

const written = import.meta.glob<string>('../../docs/sentences/*.md', { query: '?raw', import: 'default', eager: true });

describe('docs/sentences', () => {
  it.each(LANGUAGES)('matches the sentences that a browser creates in %s', (language) => {
    expect(sentencesOf(language)).toBe(written[`../../docs/sentences/${language}.md`]);
  });
});
