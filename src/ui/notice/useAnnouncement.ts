import { useEffect, useRef, useState } from 'react';

/** What is announced, each by a key that tells it from everything else. */
export type News = { readonly key: string; readonly text: string };

/**
 * Says each piece of news once: together what comes together, nothing again while it stays, and again what comes back.
 * Gives the text for a live region; `occasion` changes with each announcement.
 */
export function useAnnouncement(news: readonly News[]): { readonly occasion: string | null; readonly text: string } {
  const [said, setSaid] = useState({ occasion: null as string | null, text: '' });
  const known = useRef<ReadonlySet<string>>(new Set());
  const latest = useRef(news);
  useEffect(() => {
    latest.current = news;
  });
  const keys = news.map(({ key }) => key).join('\n');
  useEffect(() => {
    const fresh = latest.current.filter(({ key }) => !known.current.has(key));
    known.current = new Set(latest.current.map(({ key }) => key));
    if (fresh.length > 0) setSaid({ occasion: fresh.map(({ key }) => key).join(), text: fresh.map(({ text }) => text).join(' ') });
    else if (keys === '') setSaid({ occasion: null, text: '' });
  }, [keys]);
  return said;
}
