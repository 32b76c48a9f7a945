import { type RefObject, useEffect, useState } from 'react';

/** The edge of the window at which the notices stand, by the order of the page. */
export type Edge = 'start' | 'end';

/**
 * Lets the notices change to the other edge of the window where they would hide what has the focus (WCAG 2.4.11), and stand at the
 * other side of it where those of another gateway are already.
 */
export function useAvoidObscuringFocus(notices: RefObject<HTMLElement | null>, shown: boolean): Edge {
  const [edge, setEdge] = useState<Edge>('end');
  // The next ones begin where notices belong.
  if (!shown && edge !== 'end') setEdge('end');
  useEffect(() => {
    const list = notices.current;
    if (!shown || list === null || list.dataset['side']) return;
    // Of another provider, or of another copy of the package: all that they share is the page. Noted in it at once, so that two that come
    // together don't both take one side.
    list.dataset['side'] = document.querySelector('.alx-notices[data-side="end"]') ? 'start' : 'end';
  }, [notices, shown]);
  useEffect(() => {
    let frame = 0;
    const clear = () => {
      const [target, list] = [document.activeElement, notices.current];
      if (list === null || target === null || list.contains(target)) return;
      const [box, own] = [target.getBoundingClientRect(), list.getBoundingClientRect()];
      if (isBehind(box, own)) setEdge((now) => (isClear(now, box, own) ? (now === 'end' ? 'start' : 'end') : now));
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

// Where they would hide it from the other edge as well, as in a window that is too low, they stay.
function isClear(edge: Edge, { y, height }: DOMRect, list: DOMRect): boolean {
  const middle = y + height / 2;
  return edge === 'end' ? middle > innerHeight - list.top : middle < innerHeight - list.bottom;
}

// What is higher than the notices can be seen above or below them.
function isBehind({ x, y, width, height }: DOMRect, list: DOMRect): boolean {
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  return height <= list.height && middleY > list.top && middleY < list.bottom && middleX > list.left && middleX < list.right;
}
