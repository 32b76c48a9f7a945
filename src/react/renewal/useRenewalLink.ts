import { useEffect, useRef } from 'react';
import { RENEWAL_FRAGMENT } from '../LicenseLink.js';

/**
 * Calls `open` when the page is entered by a link to the renewal, and when such a link is followed while it is shown.
 *
 * @param baseUrl Of the API whose links count: another one's lead to another panel, also where a page shows both.
 */
export function useRenewalLink(baseUrl: string, open: () => void): void {
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    // Behind the route, where routes stand in the fragment.
    if (location.hash.endsWith(RENEWAL_FRAGMENT)) latest.current();
    const follow = ({ target, button, ctrlKey, metaKey, shiftKey }: MouseEvent) => {
      const isElsewhere = button !== 0 || ctrlKey || metaKey || shiftKey;
      const link = target instanceof Element ? target.closest('[data-license-renews]') : null;
      if (!isElsewhere && link?.getAttribute('data-license-renews') === baseUrl) latest.current();
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [baseUrl]);
}
