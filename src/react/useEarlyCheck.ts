import type { QueryClient } from '@tanstack/react-query';
import type { LicenseClient } from '../client/createLicenseClient.js';
import { licenseKeys } from '../client/licenseQueryOptions.js';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.js';

/** Begins the first check before the first paint. The query alone would begin it after the paint. */
export function useEarlyCheck(client: LicenseClient, queryClient: QueryClient, asks: boolean): void {
  useIsomorphicLayoutEffect(() => {
    const query = asks ? queryClient.getQueryCache().find({ queryKey: licenseKeys.license(client) }) : undefined;
    if (query?.state.status !== 'pending' || query.state.fetchStatus !== 'idle') return;
    // The query holds the error.
    query.fetch().catch(() => undefined);
  }, [client, queryClient, asks]);
}
