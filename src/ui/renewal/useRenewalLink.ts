import { useEffect, useRef } from 'react';
import { RENEWAL_FRAGMENT } from '../LicenseLink.js';

/** Calls `open` when the page is entered by a link to the renewal, and when such a link is followed while it is shown. */
export function useRenewalLink(open: () => void): void {
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    // Behind the route, where routes stand in the fragment.
    if (location.hash.endsWith(RENEWAL_FRAGMENT)) latest.current();
    const follow = ({ target, button, ctrlKey, metaKey, shiftKey }: MouseEvent) => {
      const isElsewhere = button !== 0 || ctrlKey || metaKey || shiftKey;
      if (!isElsewhere && target instanceof Element && target.closest('[data-license-renews="true"]')) latest.current();
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, []);
}
