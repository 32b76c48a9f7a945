import { type RefObject, useEffect, useState } from 'react';

/** The edge of the window at which the notices stand, by the order of the page. */
export type Edge = 'start' | 'end';

/** Lets the notices change to the other edge of the window where they would hide what has the focus (WCAG 2.4.11). */
export function useClearEdge(notices: RefObject<HTMLElement | null>): Edge {
  const [edge, setEdge] = useState<Edge>('end');
  useEffect(() => {
    let frame = 0;
    const clear = () => {
      const [target, list] = [document.activeElement, notices.current];
      if (list === null || target === null || list.contains(target)) return;
      if (isBehind(target.getBoundingClientRect(), list.getBoundingClientRect())) setEdge((now) => (now === 'end' ? 'start' : 'end'));
    };
    // The browser scrolls to what has the focus after it has told of it.
    const wait = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(clear);
    };
    document.addEventListener('focusin', wait);
    return () => {
      document.removeEventListener('focusin', wait);
      cancelAnimationFrame(frame);
    };
  }, [notices]);
  return edge;
}

// What is higher than the notices can be seen above or below them.
function isBehind({ x, y, width, height }: DOMRect, list: DOMRect): boolean {
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  return height <= list.height && middleY > list.top && middleY < list.bottom && middleX > list.left && middleX < list.right;
}
