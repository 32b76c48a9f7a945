import { type RefObject, useEffect } from 'react';
import { eventTargetsAround } from './eventTargetsAround.js';

/**
 * Lets the user scroll the end of the page clear of an overlay at the lower edge. Adds a spacer to each large scroll container that the user scrolls, and
 * removes it when the overlay disappears.
 */
export function useScrollRoom(overlay: RefObject<HTMLElement | null>, isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return undefined;
    const spacers = new Map<Element, Element>();
    const onScroll = ({ target }: Event) => {
      const { current } = overlay;
      const container = target instanceof Document ? target.body : target;
      // A list or a text field is not the page.
      const isLarge = target instanceof Document || (target instanceof HTMLElement && target.clientHeight > innerHeight / 2);
      if (current === null || !isLarge || !(container instanceof Element) || current.contains(container)) return;
      const { top } = current.getBoundingClientRect();
      // The overlay of a second provider may stand at the upper edge, or beside the first.
      if (top < innerHeight / 2 || spacers.has(container) || container.querySelector(':scope > [data-license-room]')) return;
      spacers.set(container, appendSpacer(container, roomFor(current)));
    };
    const targets = eventTargetsAround(overlay.current);
    for (const target of targets) target.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => {
      for (const target of targets) target.removeEventListener('scroll', onScroll, { capture: true });
      for (const spacer of spacers.values()) spacer.remove();
    };
  }, [overlay, isShown]);
}

// Not the bounding box, which moves while the overlay appears.
function roomFor(overlay: HTMLElement): number {
  return overlay.offsetHeight + 2 * Number.parseFloat(getComputedStyle(overlay).bottom);
}

// Not padding, which enlarges a container with a fixed height, and has no effect below content that overflows.
function appendSpacer(container: Element, height: number): Element {
  const spacer = document.createElement('div');
  spacer.dataset['licenseRoom'] = '';
  spacer.style.cssText = `block-size: ${height}px; flex: none; pointer-events: none`;
  container.append(spacer);
  return spacer;
}
