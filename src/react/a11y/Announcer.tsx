import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLicenseContext } from '../LicenseContext.js';

const CLEAR_MS = 10_000;

/** The text is announced when `occasion` changes. A countdown that changes only the text is not announced again. */
export type AnnouncerProps = {
  /** Identifies the occasion. `null` announces nothing. */
  readonly occasion: string | null;
  readonly text: string;
  /** True if the screen reader may interrupt itself. */
  readonly urgent: boolean;
  readonly part: 'banner' | 'notices';
};

/** Renders two live regions. They are always mounted, because screen readers announce only changes in a region that exists. */
export function Announcer({ occasion, text, urgent, part }: AnnouncerProps): ReactNode {
  const { language } = useLicenseContext();
  const [said, setSaid] = useState({ text: '', urgent: false });
  const latest = useRef(said);
  useEffect(() => {
    latest.current = { text, urgent };
  });
  useEffect(() => {
    const silence = () => setSaid({ text: '', urgent: false });
    if (occasion === null) {
      silence();
      return undefined;
    }
    setSaid(latest.current);
    // A user who reads the live region later must not find an outdated text.
    const timer = setTimeout(silence, CLEAR_MS);
    return () => clearTimeout(timer);
  }, [occasion]);

  return (
    <div className="alx-announcer" data-license-announcer={part} {...language}>
      <div role="status">{said.urgent ? '' : said.text}</div>
      <div role="alert">{said.urgent ? said.text : ''}</div>
    </div>
  );
}
