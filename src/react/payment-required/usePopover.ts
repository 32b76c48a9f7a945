import type { RefObject } from 'react';
import { attempt } from '../../lib/attempt.js';
import { useIsomorphicLayoutEffect } from '../useIsomorphicLayoutEffect.js';

/**
 * Shows an element above the page, whatever its ancestors are: scrolling, clipped, transformed or filtered. In jsdom, which has no popovers, and in a
 * detached container the element stays a plain one.
 */
export function usePopover(ref: RefObject<HTMLElement | null>, isShown: boolean): void {
  useIsomorphicLayoutEffect(() => {
    const element = ref.current;
    if (!isShown || !element?.isConnected || !element.showPopover) return undefined;
    // A manual popover stays open when the user clicks elsewhere, or opens another popover.
    element.popover = 'manual';
    element.showPopover();
    // A dialog that opens later, or an element in full screen, would cover the popover inside it.
    const showAgain = () =>
      attempt(() => {
        element.hidePopover();
        element.showPopover();
      });
    const observer = new MutationObserver(showAgain);
    const dialog = element.closest('dialog');
    if (dialog) observer.observe(dialog, { attributeFilter: ['open'] });
    document.addEventListener('fullscreenchange', showAgain);
    return () => {
      observer.disconnect();
      document.removeEventListener('fullscreenchange', showAgain);
    };
  }, [ref, isShown]);
}
