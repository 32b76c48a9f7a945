import type { RefObject } from 'react';
import { useIsomorphicLayoutEffect } from '../useIsomorphicLayoutEffect.js';

/**
 * Shows an element above the page, whatever its ancestors are: scrolling, clipped, transformed or filtered. In jsdom, which has no popovers, the element
 * stays a plain one.
 */
export function usePopover(ref: RefObject<HTMLElement | null>, isShown: boolean): void {
  useIsomorphicLayoutEffect(() => {
    const element = ref.current;
    if (!isShown || !element?.showPopover) return;
    // A manual popover stays open when the user clicks elsewhere, or opens another popover.
    element.popover = 'manual';
    element.showPopover();
  }, [ref, isShown]);
}
