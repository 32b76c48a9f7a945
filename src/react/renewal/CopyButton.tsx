import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { RenewalMessages } from '../../messages/enRenewal.js';

type CopyButtonProps = {
  readonly name: string;
  /** Returns the text to copy. Called on each click. */
  readonly text: () => string;
  readonly words: RenewalMessages['copy'];
  readonly isQuiet?: boolean;
};

const CLEAR_MS = 10_000;

/** Copies a text and reports the result. If the browser denies it, shows the text in a selected field. */
export function CopyButton({ name, text, words, isQuiet = false }: CopyButtonProps): ReactNode {
  const [copied, setCopied] = useState<{ readonly text: string; readonly done: boolean; readonly count: number } | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (copied === null) return undefined;
    if (!copied.done) {
      field.current?.select();
      return undefined;
    }
    // Another copy makes the result wrong.
    const timer = setTimeout(() => setCopied(null), CLEAR_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    const copiedText = text();
    const done = await writeToClipboard(copiedText);
    setCopied((before) => ({ text: copiedText, done, count: (before?.count ?? 0) + 1 }));
  };
  return (
    <>
      <button type="button" className={isQuiet ? 'alx-button alx-quiet' : 'alx-button'} onClick={() => void copy()}>
        {name}
      </button>
      <span role="status">
        {/* A new element for each copy, so that screen readers announce the same text again. */}
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

// The clipboard exists only on HTTPS and localhost, and the browser may deny access.
async function writeToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
