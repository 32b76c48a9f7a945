import { type RefObject, useEffect, useState } from 'react';
import type { LicenseMemory } from '../../client/createLicenseMemory.js';

// More than a banner of ours takes in the narrowest column; what is stored is untrusted.
const MAX_LINES = 20;

/**
 * How many lines the banner's text took when the page was left: before the first answer it takes as many, so that the page
 * doesn't jump when its words come.
 */
export function useLines(memory: LicenseMemory, banner: RefObject<HTMLElement | null>): number {
  const [lines] = useState(() => {
    const stored = memory.banner('lines');
    return Number.isInteger(stored) ? Math.min(Math.max(Number(stored), 1), MAX_LINES) : 1;
  });
  useEffect(() => {
    const note = () => {
      const text = banner.current?.querySelector('p');
      if (text) memory.rememberBanner('lines', Math.round(text.clientHeight / Number.parseFloat(getComputedStyle(text).lineHeight)));
    };
    window.addEventListener('pagehide', note);
    return () => window.removeEventListener('pagehide', note);
  }, [memory, banner]);
  return lines;
}
