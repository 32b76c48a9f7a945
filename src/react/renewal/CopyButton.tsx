import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { RenewalMessages } from '../../messages/enRenewal.js';

type CopyButtonProps = {
  readonly name: string;
  /** Made when it is copied. */
  readonly text: () => string;
  readonly words: RenewalMessages['copy'];
};

/** Copies a text, and says whether it has; where the browser lets no page copy, it shows the text, selected. */
export function CopyButton({ name, text, words }: CopyButtonProps): ReactNode {
  const [copied, setCopied] = useState<{ readonly text: string; readonly done: boolean; readonly count: number } | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (copied?.done === false) field.current?.select();
  }, [copied]);
  const copy = async () => {
    const now = text();
    const done = await write(now);
    setCopied((before) => ({ text: now, done, count: (before?.count ?? 0) + 1 }));
  };
  return (
    <>
      <button type="button" className="alx-button" onClick={() => void copy()}>
        {name}
      </button>
      <span role="status">
        {/* Another element each time, so that it is said again. */}
        {copied && <span key={copied.count}>{copied.done ? words.copied : words.notCopied}</span>}
      </span>
      {copied?.done === false && (
        <textarea
          ref={field}
          className="alx-key"
          dir="ltr"
          readOnly
          rows={Math.min(copied.text.split('\n').length, 16)}
          aria-label={name}
          value={copied.text}
        />
      )}
    </>
  );
}

// Only a page on https or localhost has the clipboard, and a browser may refuse.
async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
