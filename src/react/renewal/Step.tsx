import { type ReactNode, useId } from 'react';
import type { HeadingTag } from '../headingBelow.js';
import { Icon } from '../Icon.js';

type StepProps = {
  readonly number: string;
  readonly title: string;
  readonly Heading: HeadingTag;
  readonly isOpen: boolean;
  readonly isDone: boolean;
  /** The text below the title of a folded step. */
  readonly summary: string | null;
  /** The name of the button that opens the step. */
  readonly show: string;
  readonly open: () => void;
  readonly children: ReactNode;
};

/** Shows a step of the renewal. A folded step stays mounted, so that it keeps its input. */
export function Step({ number, title, Heading, isOpen, isDone, summary, show, open, children }: StepProps): ReactNode {
  const [titleId, buttonId] = [useId(), useId()];
  return (
    <li aria-labelledby={titleId} aria-current={isOpen ? 'step' : undefined}>
      <div className="alx-step-head" data-done={isDone}>
        <span className="alx-step-mark" aria-hidden="true">
          {isDone ? <Icon name="check" /> : <span>{number}</span>}
        </span>
        <Heading id={titleId} tabIndex={-1}>
          {title}
        </Heading>
        {!isOpen && (
          <button type="button" id={buttonId} className="alx-button alx-quiet" aria-labelledby={`${buttonId} ${titleId}`} onClick={open}>
            {show}
          </button>
        )}
        {!isOpen && summary !== null && <p className="alx-muted">{summary}</p>}
      </div>
      <div className="alx-step-body" hidden={!isOpen}>
        {children}
      </div>
    </li>
  );
}
