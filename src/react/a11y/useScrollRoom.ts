import { type RefObject, useEffect } from 'react';

/**
 * Lets the user scroll the end of the page clear of an overlay at the lower edge. Adds room to each large scroll container that the user scrolls, and
 * removes it when the overlay disappears.
 */
export function useScrollRoom(overlay: RefObject<HTMLElement | null>, isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return undefined;
    const removals = new Map<Element, () => void>();
    const onScroll = ({ target }: Event) => {
      const element = overlay.current;
      if (element === null || !isLargeScroller(target) || element.contains(target)) return;
      const { top } = element.getBoundingClientRect();
      const container = target instanceof Document ? document.body : target;
      // The overlay of a second provider adds no further room.
      if (top < innerHeight / 2 || removals.has(container) || container.hasAttribute(ATTRIBUTE)) return;
      removals.set(container, target instanceof Document ? addSpacer(innerHeight - top) : addPadding(target, innerHeight - top));
    };
    document.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => {
      document.removeEventListener('scroll', onScroll, { capture: true });
      for (const remove of removals.values()) remove();
    };
  }, [overlay, isShown]);
}

const ATTRIBUTE = 'data-license-room';

// A list or a text field is not the page.
function isLargeScroller(target: EventTarget | null): target is HTMLElement | Document {
  return target instanceof Document || (target instanceof HTMLElement && target.clientHeight > innerHeight / 2);
}

// Padding would have no effect below content that overflows `height: 100%`.
function addSpacer(height: number): () => void {
  const spacer = document.createElement('div');
  spacer.style.blockSize = `${height}px`;
  document.body.append(spacer);
  document.body.setAttribute(ATTRIBUTE, '');
  return () => {
    spacer.remove();
    document.body.removeAttribute(ATTRIBUTE);
  };
}

function addPadding(scroller: HTMLElement, height: number): () => void {
  const before = scroller.style.paddingBlockEnd;
  scroller.style.paddingBlockEnd = `calc(${getComputedStyle(scroller).paddingBlockEnd} + ${height}px)`;
  scroller.setAttribute(ATTRIBUTE, '');
  const ours = scroller.style.paddingBlockEnd;
  return () => {
    scroller.removeAttribute(ATTRIBUTE);
    // The app may have changed the padding meanwhile.
    if (scroller.style.paddingBlockEnd === ours) scroller.style.paddingBlockEnd = before;
  };
}
