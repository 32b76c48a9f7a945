import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLicenseContext } from '../LicenseContext.js';

/** What is announced: the text as it stands when `occasion` becomes another one. A countdown that goes on is not repeated. */
export type AnnouncerProps = {
  /** What names the occasion; `null` for none, and then nothing is said. */
  readonly occasion: string | null;
  readonly text: string;
  /** Whether it may interrupt what is being read. */
  readonly urgent: boolean;
  /** Whose it is. */
  readonly part: 'banner' | 'notices';
};

/** Two live regions that are always there: a screen reader hears what changes in them, not that they appear. */
export function Announcer({ occasion, text, urgent, part }: AnnouncerProps): ReactNode {
  const { language } = useLicenseContext();
  const [said, setSaid] = useState({ text: '', urgent: false });
  const latest = useRef(said);
  useEffect(() => {
    latest.current = { text, urgent };
  });
  useEffect(() => {
    setSaid(occasion === null ? { text: '', urgent: false } : latest.current);
  }, [occasion]);

  return (
    <div className="alx-announcer" data-license-announcer={part} {...language}>
      <div role="status">{said.urgent ? '' : said.text}</div>
      <div role="alert">{said.urgent ? said.text : ''}</div>
    </div>
  );
}
