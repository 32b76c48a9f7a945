import { useEffect } from 'react';
import type { DemoState } from './demoState.js';
import { shellWords } from './shellWords.js';

/** Sets theme, language, direction and title of the document, as a host does. Returns the direction. */
export function useDocument({ theme, lang, dir, page }: DemoState): 'ltr' | 'rtl' {
  const direction = dir === 'auto' ? (lang === 'ar' ? 'rtl' : 'ltr') : dir;
  useEffect(() => {
    Object.assign(document.documentElement, { lang, dir: direction });
    document.documentElement.dataset['theme'] = theme;
    document.title = `${shellWords[lang][page]} · Alexandria (demo)`;
  }, [theme, lang, direction, page]);
  return direction;
}
