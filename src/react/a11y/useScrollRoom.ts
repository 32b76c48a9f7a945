import { type RefObject, useEffect } from 'react';

/** Pads the end of the scroll container behind an overlay, so that its last content can scroll clear of the overlay. */
export function useScrollRoom(overlay: RefObject<HTMLElement | null>, isShown: boolean): void {
  useEffect(() => {
    if (!isShown || overlay.current === null) return undefined;
    const { left, top, width, height } = overlay.current.getBoundingClientRect();
    const scroller = findScroller(document.elementsFromPoint?.(left + width / 2, top + height / 2) ?? [], overlay.current);
    if (scroller === null) return undefined;
    const before = scroller.style.paddingBlockEnd;
    const padding = `calc(${getComputedStyle(scroller).paddingBlockEnd} + ${Math.ceil(innerHeight - top)}px)`;
    scroller.style.paddingBlockEnd = padding;
    const ours = scroller.style.paddingBlockEnd;
    return () => {
      // The app may have changed the padding meanwhile.
      if (scroller.style.paddingBlockEnd === ours) scroller.style.paddingBlockEnd = before;
    };
  }, [overlay, isShown]);
}

function findScroller(elements: readonly Element[], overlay: Element): HTMLElement | null {
  let element: Element | null = elements.find((candidate) => !overlay.contains(candidate)) ?? null;
  for (; element !== null; element = element.parentElement) {
    const isPage = element === document.documentElement;
    const overflows = element.scrollHeight > element.clientHeight;
    if (overflows && element instanceof HTMLElement && (isPage || /auto|scroll/.test(getComputedStyle(element).overflowY))) return element;
  }
  return null;
}
