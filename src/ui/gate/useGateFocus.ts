import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Keeps the focus where the gate is, when what holds it is taken away: on the explanation when it shuts, on the children
 * when it opens.
 */
export function useGateFocus(off: boolean): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const wasOff = useRef(off);
  // Before this render is committed: what has the focus now may be gone after it.
  const active = typeof document === 'undefined' ? null : document.activeElement;
  const explanation = place.current;
  const before = explanation?.contains(active) ? explanation.previousElementSibling : null;
  const parent = explanation?.contains(active) ? explanation.parentElement : null;
  useLayoutEffect(() => {
    const turned = off !== wasOff.current;
    wasOff.current = off;
    if (!turned || active === null || active.isConnected) return;
    const next = off ? place.current : before === null ? parent?.firstElementChild : before.nextElementSibling;
    if (next instanceof HTMLElement) focusOn(next);
  });
  return place;
}

// The host's element is left as it was once it has lost the focus.
function focusOn(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  if (document.activeElement === element) return;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
}
