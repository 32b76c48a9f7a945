import { type ReactNode, useState } from 'react';
import type { RenewalMessages } from '../../messages/enRenewal.js';

type CopyButtonProps = {
  readonly text: string;
  /** The element that shows the text; it is selected where the browser doesn't let a page copy. */
  readonly sourceId: string;
  readonly words: Pick<RenewalMessages['apply'], 'copy' | 'copied' | 'notCopied'>;
};

/** Copies a text, and says whether it has. */
export function CopyButton({ text, sourceId, words }: CopyButtonProps): ReactNode {
  const [copied, setCopied] = useState<{ readonly text: string; readonly done: boolean } | null>(null);
  const copy = async () => {
    setCopied({ text, done: (await write(text)) || select(sourceId) });
  };
  // What was copied before says nothing of another text.
  const told = copied?.text === text ? (copied.done ? words.copied : words.notCopied) : null;
  return (
    <>
      <button type="button" className="alx-button" onClick={() => void copy()}>
        {words.copy}
      </button>
      <span role="status" className="alx-muted">
        {told}
      </span>
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

/** Selects the text on the page, and has the browser copy it the old way, where it still does. */
function select(id: string): boolean {
  const source = document.getElementById(id);
  if (source) document.getSelection()?.selectAllChildren(source);
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  }
}
