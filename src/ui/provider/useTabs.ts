import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import { joinTabs, type Tabs } from '../../client/joinTabs.js';
import { licenseKeys } from '../../client/licenseQueryOptions.js';
import { LicenseError } from '../../contract/LicenseError.js';

/** Has one visible tab poll for all of a browser. Only who may see the license joins; who is hidden leaves. */
export function useTabs(client: LicenseClient, queryClient: QueryClient, joins: boolean): void {
  useEffect(() => {
    if (!joins) return undefined;
    const queryKey = licenseKeys.license(client);
    const name = `alexandria-license:${JSON.stringify([client.baseUrl, client.scope])}`;
    let tabs: Tabs | null = null;
    const leave = () => {
      tabs?.leave();
      tabs = null;
      client.share(null);
    };
    const join = () => {
      if (tabs !== null || document.visibilityState === 'hidden') return;
      tabs = joinTabs(name, {
        onAnswer: (answer) => queryClient.setQueryData(queryKey, client.take(answer)),
        onFailure: (code) => {
          client.fail();
          const error = new LicenseError(code, 'Another tab of this browser could not read the license.');
          queryClient.getQueryCache().find({ queryKey })?.setState({ status: 'error', error, errorUpdatedAt: Date.now() });
        },
        latest: client.latest,
      });
      client.share(tabs);
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
