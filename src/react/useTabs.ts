import type { QueryClient } from '@tanstack/react-query';
import type { LicenseClient } from '../client/createLicenseClient.js';
import { joinTabs, type Tabs } from '../client/joinTabs.js';
import { type LicenseQueryKey, licenseKeys } from '../client/licenseQueryOptions.js';
import type { LicenseError } from '../license/LicenseError.js';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.js';

/** Has one visible tab poll for all of a browser. Only who may see the license joins; who is hidden leaves. */
export function useTabs(client: LicenseClient, queryClient: QueryClient, joins: boolean): void {
  // The browser takes its time to say who leads, and the first request waits for it.
  useIsomorphicLayoutEffect(() => {
    if (!joins) return undefined;
    const queryKey = licenseKeys.license(client);
    const name = `alexandria-license:${JSON.stringify([client.baseUrl, client.scope])}`;
    let tabs: Tabs | null = null;
    let unshare: () => void = () => undefined;
    const leave = () => {
      tabs?.leave();
      tabs = null;
      unshare();
    };
    const join = () => {
      if (tabs !== null || document.visibilityState === 'hidden') return;
      tabs = joinTabs(name, client.id, {
        onOutcome: (outcome) => {
          if (!client.take(outcome)) return;
          if ('answer' in outcome) queryClient.setQueryData(queryKey, client.license());
          else fail(queryClient, queryKey, outcome.failure);
        },
        onAsk: client.tell,
      });
      if (tabs !== null) unshare = client.share(tabs);
    };
    const follow = () => (document.visibilityState === 'hidden' ? leave() : join());
    join();
    document.addEventListener('visibilitychange', follow);
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', join);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', join);
      leave();
    };
  }, [client, queryClient, joins]);
}

function fail(queryClient: QueryClient, queryKey: LicenseQueryKey, error: LicenseError): void {
  queryClient.getQueryCache().find({ queryKey })?.setState({ status: 'error', error, errorUpdatedAt: Date.now() });
}
