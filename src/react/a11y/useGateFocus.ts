import { useRef } from 'react';
import { useIsomorphicLayoutEffect } from '../useIsomorphicLayoutEffect.js';
import { focusedElement } from './focusedElement.js';

type Spot = { readonly element: Element; readonly parent: Element; readonly previous: Element | null };

/**
 * Keeps the focus at the gate when it closes or opens. If that removes or disables the focused element, the element in its place gets the focus.
 */
export function useGateFocus(off: boolean): void {
  const wasOff = useRef(off);
  // Read before the commit, which may remove the focused element.
  const active = focusedElement();
  const spots = spotsOf(active);
  useIsomorphicLayoutEffect(() => {
    const turned = off !== wasOff.current;
    wasOff.current = off;
    if (!turned || active === null) return;
    if (active.matches(':disabled')) focusOn(active.parentElement);
    // Another gate that turned with this one may have found the place already.
    if (active.isConnected || document.activeElement !== document.body) return;
    const gone = spots.find(({ element }) => element === active.getRootNode());
    if (gone === undefined) return;
    const { parent, previous } = gone;
    focusOn(previous === null ? parent.firstElementChild : previous.isConnected ? previous.nextElementSibling : parent);
  });
}

function spotsOf(active: Element | null): readonly Spot[] {
  const spots: Spot[] = [];
  for (let element = active; element?.parentElement; element = element.parentElement) {
    spots.push({ element, parent: element.parentElement, previous: element.previousElementSibling });
  }
  return spots;
}

// Makes the element focusable only while it has the focus.
function focusOn(element: Element | null | undefined): void {
  if (!(element instanceof HTMLElement)) return;
  element.focus({ preventScroll: true });
  if (focusedElement() === element) return;
  const before = element.getAttribute('tabindex');
  const restore = () => (before === null ? element.removeAttribute('tabindex') : element.setAttribute('tabindex', before));
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  if (focusedElement() === element) element.addEventListener('blur', restore, { once: true });
  else restore();
}
