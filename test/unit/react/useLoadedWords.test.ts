// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createWordLoader } from '../../../src/messages/createWordLoader.js';
import { useLoadedWords } from '../../../src/react/useLoadedWords.js';

it('returns words that another component loaded between render and effect', async () => {
  const loader = createWordLoader(new Map([['de', () => Promise.resolve('Wörter')]]));
  await loader.load('de');
  let isThere = false;
  const late = {
    ...loader,
    get: (language: string) => (isThere ? loader.get(language) : undefined),
    load(language: string) {
      isThere = true;
      return loader.load(language);
    },
  };
  const { result } = renderHook(() => useLoadedWords(late, 'de-AT'));
  expect(result.current).toEqual({ locale: 'de-AT', words: 'Wörter' });
});
