import { type RefObject, useRef } from 'react';
import { useIsomorphicLayoutEffect } from '../useIsomorphicLayoutEffect.js';
import { focusedElement } from './focusedElement.js';

/**
 * Moves the focus if the focused element of a group is removed: to the first button left in the group, else back to where the focus came from.
 *
 * @returns A function to call with the element that had the focus before the group.
 */
export function useRestoreFocus(group: RefObject<HTMLElement | null>): (cameFrom: EventTarget | null) => void {
  const origin = useRef<EventTarget | null>(null);
  const moving = useRef(false);
  // Read before the commit, which may remove the focused element.
  const active = focusedElement();
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
    // `null` if the window regains the focus: keep the earlier origin.
    if (!moving.current && cameFrom instanceof Node && !group.current?.contains(cameFrom)) origin.current = cameFrom;
  };
}
