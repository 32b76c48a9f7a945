import { useEffect, useRef, useState } from 'react';
import { scrollTo } from '../a11y/scrollTo.js';

export const STEPS = ['get', 'check', 'apply', 'confirm'] as const;

export type StepName = (typeof STEPS)[number];

/** Returns the open step. `show` opens a step, moves the focus into it, and scrolls as little as possible. */
export function useSteps() {
  const [openStep, setOpenStep] = useState<StepName>('get');
  const [furthest, setFurthest] = useState(0);
  const hasUserChosen = useRef(false);
  const listRef = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only opening a step moves the focus
  useEffect(() => {
    if (!hasUserChosen.current) return;
    const step = listRef.current?.querySelector('[aria-current="step"]');
    // A user who opens the second step is about to paste.
    const field = step?.querySelector<HTMLElement>('textarea:not([readonly])');
    const heading = step?.querySelector<HTMLElement>('[tabindex="-1"]');
    const target = field ?? heading;
    target?.focus({ preventScroll: true });
    // The step first, then the target, because the step may be taller than the window.
    scrollTo(step, 'nearest');
    scrollTo(target, 'nearest');
  }, [openStep]);
  return {
    openStep,
    show(step: StepName) {
      hasUserChosen.current = true;
      setOpenStep(step);
      setFurthest(Math.max(furthest, STEPS.indexOf(step)));
    },
    /** Returns true if the user has gone on to a later step. */
    isPast: (step: StepName) => furthest > STEPS.indexOf(step),
    listRef,
  };
}
