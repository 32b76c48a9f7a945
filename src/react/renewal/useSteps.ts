import { useEffect, useRef, useState } from 'react';

export const STEPS = ['get', 'check', 'apply', 'confirm'] as const;

export type StepName = (typeof STEPS)[number];

/** Keeps one step open. Moves the focus into a step that the user opens, and scrolls no more than needed. */
export function useSteps() {
  const [openStep, setOpenStep] = useState<StepName>('get');
  const [furthest, setFurthest] = useState(0);
  const isChosen = useRef(false);
  const listRef = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only opening a step moves the focus
  useEffect(() => {
    if (!isChosen.current) return;
    const step = listRef.current?.querySelector('[aria-current="step"]');
    // A user who opens the second step is about to paste.
    const field = step?.querySelector<HTMLElement>('textarea:not([readonly])');
    const heading = step?.querySelector<HTMLElement>('[tabindex="-1"]');
    const target = field ?? heading;
    target?.focus({ preventScroll: true });
    // First the whole step. It may be higher than the window. jsdom, in which apps run their tests, has no `scrollIntoView`.
    step?.scrollIntoView?.({ block: 'nearest' });
    target?.scrollIntoView?.({ block: 'nearest' });
  }, [openStep]);
  return {
    openStep,
    show(step: StepName) {
      isChosen.current = true;
      setOpenStep(step);
      setFurthest(Math.max(furthest, STEPS.indexOf(step)));
    },
    /** Returns true if the user has gone on to a later step. */
    isPast: (step: StepName) => furthest > STEPS.indexOf(step),
    listRef,
  };
}
