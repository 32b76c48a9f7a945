import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../support/allMessages.js';
import { sentencesOf } from '../support/sentences.js';

const written = import.meta.glob<string>('../../docs/sentences/*.md', { query: '?raw', import: 'default', eager: true });

describe('what docs/sentences says', () => {
  it.each(LANGUAGES)('is what a browser says, too, in %s', (language) => {
    expect(sentencesOf(language)).toBe(written[`../../docs/sentences/${language}.md`]);
  });
});
