import { type ReactNode, useRef, useState } from 'react';
import type { RenewalMessages } from '../../messages/enRenewal.js';
import { CopyButton } from './CopyButton.js';

const FOLDED_LINES = 8;

type CommandsProps = { readonly command: string; readonly words: RenewalMessages };

/** Shows commands with a button that copies them. Folds more than 8 lines. The rest stays in the page, so that a selection contains it. */
export function Commands({ command, words: { apply, copy } }: CommandsProps): ReactNode {
  const [isUnfolded, setUnfolded] = useState(false);
  const code = useRef<HTMLElement>(null);
  const isFolded = !isUnfolded && command.split('\n').length > FOLDED_LINES;
  const unfold = () => {
    setUnfolded(true);
    // The button disappears.
    code.current?.focus();
  };
  return (
    <div className="alx-command" data-folded={isFolded}>
      <div className="alx-actions">
        {/* Another command resets the result of the last copy. */}
        <CopyButton key={command} name={copy.copy} text={() => command} words={copy} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable element must be reachable with the keyboard. */}
      <section ref={code} aria-label={apply.commands} tabIndex={0}>
        <pre dir="ltr" translate="no">
          <code>{command}</code>
        </pre>
      </section>
      {isFolded && (
        <button type="button" className="alx-link" onClick={unfold}>
          {apply.showAll}
        </button>
      )}
    </div>
  );
}
