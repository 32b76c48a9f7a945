import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { isPaymentRequired } from '../../client/isPaymentRequired.js';
import type { License } from '../../contract/License.js';
import { licenseIdentity } from '../../status/licenseIdentity.js';
import type { LicenseState } from '../../status/licenseStatus.js';

/**
 * When another license comes into force, the queries that had failed with a 402 are fetched again, and those under way
 * then, if they end with one.
 */
export function useRenewalRefetch(queryClient: QueryClient, license: License | null, state: LicenseState): void {
  const before = useRef<string | null>(null);
  const identity = licenseIdentity(license);
  useEffect(() => {
    if (identity === null || identity === before.current) return undefined;
    const renewed = before.current !== null && state !== 'expired' && state !== 'unlicensed';
    before.current = identity;
    return renewed ? refetchRefused(queryClient) : undefined;
  }, [queryClient, identity, state]);
}

function refetchRefused(queryClient: QueryClient): () => void {
  const cache = queryClient.getQueryCache();
  const refetch = () => queryClient.refetchQueries({ predicate: (query) => isPaymentRequired(query.state.error) });
  const underWay = new Set(cache.getAll().filter(({ state }) => state.fetchStatus !== 'idle'));
  const leave = cache.subscribe(({ type, query }) => {
    if (type !== 'updated' || query.state.fetchStatus !== 'idle' || !underWay.delete(query)) return;
    if (isPaymentRequired(query.state.error)) void query.fetch().catch(() => undefined);
    if (underWay.size === 0) leave();
  });
  void refetch();
  return leave;
}
