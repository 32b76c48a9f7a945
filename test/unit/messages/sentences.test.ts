import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../support/allMessages.js';
import { sentencesOf } from '../../support/sentences.js';

describe('banner and panel', () => {
  it.each(LANGUAGES)('match docs/sentences/%s.md at every boundary', async (language) => {
    await expect(sentencesOf(language)).toMatchFileSnapshot(`../../../docs/sentences/${language}.md`);
  });

  it.each(LANGUAGES)('never show a negative time, zero days, or a missing value in %s', (language) => {
    const text = sentencesOf(language).replace(/2027|2028|402/g, '');
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
    expect(text).not.toMatch(/(?<![\d:٠-٩])[-−–]?[0٠] (days?|hours?|minutes?|Tage?n?|jours?|heures?|日|時間|分|أيام|يوم|ساعة|دقيقة)/);
    expect(text).not.toMatch(/[-−]\d/);
  });
});
