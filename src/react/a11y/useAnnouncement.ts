import { useEffect, useRef, useState } from 'react';

/** What is announced, each by a key that tells it from everything else. */
export type Announcement = { readonly key: string; readonly text: string };

/**
 * Says each piece of news once: together what comes together, nothing again while it stays, and again what comes back.
 * Gives the text for a live region; `occasion` changes with each announcement.
 */
export function useAnnouncement(news: readonly Announcement[]): { readonly occasion: string | null; readonly text: string } {
  const [said, setSaid] = useState({ occasion: null as string | null, text: '' });
  const known = useRef<ReadonlySet<string>>(new Set());
  const spoken = useRef<readonly string[]>([]);
  const latest = useRef(news);
  useEffect(() => {
    latest.current = news;
  });
  const keys = JSON.stringify(news.map(({ key }) => key));
  useEffect(() => {
    const fresh = latest.current.filter(({ key }) => !known.current.has(key));
    known.current = new Set<string>(JSON.parse(keys));
    if (fresh.length > 0) {
      spoken.current = fresh.map(({ key }) => key);
      const text = fresh.map((news) => news.text).join(' ');
      setSaid(({ occasion }) => ({ occasion: String(Number(occasion) + 1), text }));
    } else if (!spoken.current.some((key) => known.current.has(key))) {
      // What is no longer so must not be found in the region by who reads on.
      setSaid((before) => (before.text === '' ? before : { occasion: null, text: '' }));
    }
  }, [keys]);
  return said;
}
