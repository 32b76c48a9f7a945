import { useEffect, useRef } from 'react';
import { RENEWAL_FRAGMENT } from '../LicenseLink.js';

/**
 * Calls `open` if the URL ends with `RENEWAL_FRAGMENT`, and when the user clicks a link to the renewal.
 *
 * @param baseUrl The base URL of the panel's API. Links with another one belong to another panel, even on the same page.
 */
export function useRenewalLink(baseUrl: string, open: () => void): void {
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    // In apps with hash routing, the fragment starts with the route.
    if (location.hash.endsWith(RENEWAL_FRAGMENT)) latest.current();
    const onClick = ({ target, button, ctrlKey, metaKey, shiftKey }: MouseEvent) => {
      const opensElsewhere = button !== 0 || ctrlKey || metaKey || shiftKey;
      const link = target instanceof Element ? target.closest('[data-license-renews]') : null;
      if (!opensElsewhere && link?.getAttribute('data-license-renews') === baseUrl) latest.current();
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [baseUrl]);
}
