import { type RefObject, useEffect, useState } from 'react';

/** The edge of the window at which the notices stand, by the order of the page. */
export type Edge = 'start' | 'end';

/** Lets the notices change to the other edge of the window where they would hide what has the focus (WCAG 2.4.11). */
export function useClearEdge(notices: RefObject<HTMLElement | null>): Edge {
  const [edge, setEdge] = useState<Edge>('end');
  useEffect(() => {
    const clear = ({ target }: FocusEvent) => {
      const list = notices.current;
      if (list === null || !(target instanceof Element) || list.contains(target)) return;
      if (isBehind(target.getBoundingClientRect(), list.getBoundingClientRect())) setEdge((now) => (now === 'end' ? 'start' : 'end'));
    };
    document.addEventListener('focusin', clear);
    return () => document.removeEventListener('focusin', clear);
  }, [notices]);
  return edge;
}

// What is higher than the notices can be seen above or below them.
function isBehind(target: DOMRect, { top, bottom, left, right }: DOMRect): boolean {
  return target.top >= top && target.bottom <= bottom && target.right > left && target.left < right;
}
