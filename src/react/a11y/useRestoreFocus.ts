import { type RefObject, useRef } from 'react';
import { useIsomorphicLayoutEffect } from '../useIsomorphicLayoutEffect.js';

/**
 * Keeps the focus from falling to the page when what holds it is taken away: it goes to the next button of the same group,
 * else back to where it came from.
 */
export function useRestoreFocus(group: RefObject<HTMLElement | null>): (cameFrom: EventTarget | null) => void {
  const origin = useRef<EventTarget | null>(null);
  const moving = useRef(false);
  // Before this render is committed: what has the focus now may be gone after it.
  const active = typeof document === 'undefined' ? null : document.activeElement;
  const held = active !== null && group.current?.contains(active) === true;
  useIsomorphicLayoutEffect(() => {
    if (!held || active.isConnected) return;
    const next = group.current?.querySelector<HTMLElement>('button') ?? origin.current;
    if (!(next instanceof HTMLElement)) return;
    moving.current = true;
    next.focus({ preventScroll: true });
    moving.current = false;
  });
  return (cameFrom) => {
    if (!moving.current && !(cameFrom instanceof Node && group.current?.contains(cameFrom))) origin.current = cameFrom;
  };
}
