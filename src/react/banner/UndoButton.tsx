import { type ReactNode, useEffect, useRef } from 'react';

type UndoButtonProps = {
  readonly word: string;
  readonly undo: () => void;
  /** Called after 10 seconds, but not while the pointer or the keyboard focus is in the banner. Must be stable. */
  readonly onEnd: () => void;
};

const UNDO_MS = 10_000;
const RETRY_MS = 1_000;

/** Undoes a snooze. */
export function UndoButton({ word, undo, onEnd }: UndoButtonProps): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const banner = button.current?.closest('[data-license-part]');
    let timer = setTimeout(function end() {
      // `:focus-visible`, because a click on the snooze moves the focus here, too.
      if (banner?.matches(':hover, :has(:focus-visible)')) timer = setTimeout(end, RETRY_MS);
      else onEnd();
    }, UNDO_MS);
    return () => clearTimeout(timer);
  }, [onEnd]);
  return (
    // The second click of a double click on the snooze must not undo it.
    <button ref={button} type="button" className="alx-button alx-quiet" onClick={({ detail }) => detail < 2 && undo()}>
      {word}
    </button>
  );
}
