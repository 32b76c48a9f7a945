import { useEffect, useRef } from 'react';
import { RENEWAL_FRAGMENT } from '../LicenseLink.js';

const HASH_CHANGE_MS = 100;

/**
 * Calls `open` if the URL ends with `RENEWAL_FRAGMENT`: at mount, after a `hashchange`, and after a click on a link to the renewal.
 *
 * @param baseUrl The base URL of the panel's API. Links with another one belong to another panel, even on the same page.
 */
export function useRenewalLink(baseUrl: string, open: () => void): void {
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    const openByFragment = () => {
      // In apps with hash routing, the fragment starts with the route.
      if (location.hash.endsWith(RENEWAL_FRAGMENT)) latest.current();
    };
    let clickedUrl = '';
    const onClick = (event: MouseEvent) => {
      const { button, ctrlKey, metaKey, shiftKey } = event;
      // Inside a shadow root, `target` is its host.
      const [target] = event.composedPath();
      const opensElsewhere = button !== 0 || ctrlKey || metaKey || shiftKey;
      const link = target instanceof Element ? target.closest('a, [data-license-renews]') : null;
      if (opensElsewhere || link === null) return;
      clickedUrl = link instanceof HTMLAnchorElement ? link.href : '';
      // `hashchange` follows at once, unless a router prevents the navigation.
      setTimeout(() => {
        clickedUrl = '';
      }, HASH_CHANGE_MS);
      if (opensRenewal(link, baseUrl)) latest.current();
    };
    const onHashChange = ({ newURL }: HashChangeEvent) => {
      // The click handler has already handled this URL. Only it knows which API's panel to open.
      if (newURL !== clickedUrl) openByFragment();
      clickedUrl = '';
    };
    openByFragment();
    // In the capture phase, so that it runs before the app's router changes the URL.
    document.addEventListener('click', onClick, { capture: true });
    window.addEventListener('hashchange', onHashChange);
    return () => {
      document.removeEventListener('click', onClick, { capture: true });
      window.removeEventListener('hashchange', onHashChange);
    };
  }, [baseUrl]);
}

/** Returns true for our own link of this API, and for a link of the app to this page with the fragment. */
function opensRenewal(link: Element, baseUrl: string): boolean {
  const ownBaseUrl = link.getAttribute('data-license-renews');
  if (ownBaseUrl !== null) return ownBaseUrl === baseUrl;
  if (!(link instanceof HTMLAnchorElement)) return false;
  const isHere = link.origin === location.origin && link.pathname === location.pathname;
  return isHere && link.hash.endsWith(RENEWAL_FRAGMENT) && (link.target === '' || link.target === '_self');
}
