import { type RefObject, useEffect, useState } from 'react';
import { focusedElement } from './focusedElement.js';
import { eventTargetsAround } from './eventTargetsAround.js';

/** The edge of the window at which an overlay stands, in reading order. */
export type Edge = 'start' | 'end';

// Smooth scrolling to a focused element ends sooner.
const SCROLLING_MS = 1_000;

// The overlays on the page, also those in shadow roots.
const overlays = new Set<Element>();

/**
 * Moves an overlay to the other edge of the window if it would cover the focused element (WCAG 2.4.11). Also puts the overlay of a
 * second provider on the page at the other side.
 */
export function useAvoidObscuringFocus(overlay: RefObject<HTMLElement | null>, isShown: boolean): Edge {
  const [edge, setEdge] = useState<Edge>('end');
  // The next overlay starts at the end again.
  if (!isShown && edge !== 'end') setEdge('end');
  useEffect(() => {
    const element = overlay.current;
    if (!isShown || element === null) return undefined;
    // Set on the element at once, because the other overlay may belong to another copy of the package.
    element.dataset['side'] ??= otherOverlays(element).some(isAtSideEnd) ? 'start' : 'end';
    overlays.add(element);
    return () => {
      overlays.delete(element);
    };
  }, [overlay, isShown]);
  useEffect(() => {
    if (!isShown) return undefined;
    let frame = 0;
    let focusedAt = -Infinity;
    const moveAway = () => {
      const [focused, element] = [focusedElement(), overlay.current];
      if (element === null || focused === null || element.contains(focused)) return;
      const [box, own] = [focused.getBoundingClientRect(), element.getBoundingClientRect()];
      if (isBehind(box, own) && !isOtherEdgeTaken(element, own))
        setEdge((now) => (isClearAtOtherEdge(now, box, own) ? (now === 'end' ? 'start' : 'end') : now));
    };
    // The browser scrolls to the focused element after the event.
    const schedule = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(moveAway);
    };
    schedule();
    const onFocus = ({ timeStamp }: Event) => {
      focusedAt = timeStamp;
      schedule();
    };
    const onScroll = ({ timeStamp }: Event) => {
      // Later, the user scrolls, and the overlay must not jump.
      if (timeStamp - focusedAt < SCROLLING_MS) schedule();
    };
    const targets = eventTargetsAround(overlay.current);
    for (const target of targets) {
      target.addEventListener('focusin', onFocus);
      target.addEventListener('scroll', onScroll, { capture: true, passive: true });
    }
    addEventListener('resize', schedule);
    return () => {
      for (const target of targets) {
        target.removeEventListener('focusin', onFocus);
        target.removeEventListener('scroll', onScroll, { capture: true });
      }
      removeEventListener('resize', schedule);
      cancelAnimationFrame(frame);
    };
  }, [overlay, isShown]);
  return edge;
}

// In a narrow window the overlay of a second provider stands at the other edge.
function isOtherEdgeTaken(element: Element, own: DOMRect): boolean {
  return otherOverlays(element).some((other) => {
    const { left, right } = other.getBoundingClientRect();
    return left < own.right && right > own.left;
  });
}

function otherOverlays(element: Element): readonly Element[] {
  return [...overlays, ...document.querySelectorAll('.alx-notices')].filter((other) => other !== element);
}

function isAtSideEnd(overlay: Element): boolean {
  return overlay.matches('[data-side="end"]');
}

// False if both edges would cover the element, as in a low window: the overlay then stays. Assumes equal insets.
function isClearAtOtherEdge(edge: Edge, { y, height }: DOMRect, overlay: DOMRect): boolean {
  const middle = y + height / 2;
  return edge === 'end' ? middle > innerHeight - overlay.top : middle < innerHeight - overlay.bottom;
}

// A part of an element that is taller than the overlay stays visible.
function isBehind({ x, y, width, height }: DOMRect, overlay: DOMRect): boolean {
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  return height <= overlay.height && middleY > overlay.top && middleY < overlay.bottom && middleX > overlay.left && middleX < overlay.right;
}
