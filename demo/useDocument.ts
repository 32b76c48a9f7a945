import { useEffect } from 'react';
import type { DemoState } from './demoState.js';
import { shellWords } from './shellWords.js';

/** Has the document say theme, language, direction and page, as a host does; returns the direction. */
export function useDocument({ theme, lang, dir, page }: DemoState): 'ltr' | 'rtl' {
  const direction = dir === 'auto' ? (lang === 'ar' ? 'rtl' : 'ltr') : dir;
  useEffect(() => {
    Object.assign(document.documentElement, { lang, dir: direction });
    document.documentElement.dataset['theme'] = theme;
    document.title = `${shellWords[lang][page]} · Alexandria (demo)`;
  }, [theme, lang, direction, page]);
  return direction;
}
