import { useEffect, useRef, useState } from 'react';

/** A text to announce once, with a key that identifies it. */
export type Announcement = { readonly key: string; readonly text: string };

/**
 * Announces each text once while its key stays in the list, and again if the key returns. Joins texts that arrive together. Returns the text of a live
 * region. `occasion` changes with each announcement.
 */
export function useAnnouncement(news: readonly Announcement[]): { readonly occasion: string | null; readonly text: string } {
  const [said, setSaid] = useState({ occasion: null as string | null, text: '' });
  const known = useRef<ReadonlySet<string>>(new Set());
  const lastKeys = useRef<readonly string[]>([]);
  const latest = useRef(news);
  useEffect(() => {
    latest.current = news;
  });
  const keys = JSON.stringify(news.map(({ key }) => key));
  useEffect(() => {
    const fresh = latest.current.filter(({ key }) => !known.current.has(key));
    known.current = new Set<string>(JSON.parse(keys));
    if (fresh.length > 0) {
      lastKeys.current = fresh.map(({ key }) => key);
      // Some texts are titles without a period.
      const text = fresh
        .map((each) => each.text)
        .join('. ')
        .replace('.. ', '. ');
      setSaid(({ occasion }) => ({ occasion: String(Number(occasion) + 1), text }));
    } else if (!lastKeys.current.some((key) => known.current.has(key))) {
      // A user who reads the live region later must not find an outdated text.
      setSaid((before) => (before.text === '' ? before : { occasion: null, text: '' }));
    }
  }, [keys]);
  return said;
}
