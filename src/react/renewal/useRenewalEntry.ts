import { useEffect, useRef, useState } from 'react';
import { RENEWAL_FRAGMENT } from '../LicenseLink.js';
import { useRenewalLink } from './useRenewalLink.js';

/**
 * Opens and closes the renewal. Moves the focus to its title, and after closing back to the button that opens it.
 *
 * @param baseUrl The base URL of the panel's API.
 */
export function useRenewalEntry(baseUrl: string) {
  const [isOpen, setOpen] = useState(false);
  const openerRef = useRef<HTMLButtonElement>(null);
  const titleRef = useRef<HTMLHeadingElement>(null);
  const focusedByLink = useRef<HTMLElement>(null);
  const openedBy = useRef<'button' | 'link' | null>(null);
  const focusTitle = () => {
    focusedByLink.current = openedBy.current === 'link' ? titleRef.current : null;
    titleRef.current?.focus();
  };
  useRenewalLink(baseUrl, () => {
    openedBy.current = 'link';
    setOpen(true);
    // If the renewal is open already, no effect runs.
    focusTitle();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only opening and closing move the focus
  useEffect(() => {
    if (isOpen) focusTitle();
    else if (openedBy.current !== null) openerRef.current?.focus();
  }, [isOpen]);
  return {
    isOpen,
    open() {
      openedBy.current = 'button';
      setOpen(true);
    },
    close() {
      removeFragment();
      setOpen(false);
    },
    /** The button that opens the renewal. */
    openerRef,
    titleRef,
    /** The title if a link to the renewal has focused it. */
    focusedByLink,
  };
}

// Otherwise a reload would open the renewal again.
function removeFragment(): void {
  if (!location.hash.endsWith(RENEWAL_FRAGMENT)) return;
  history.replaceState(history.state, '', location.href.slice(0, -RENEWAL_FRAGMENT.length));
}
