import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { isPaymentRequired } from '../payment-required/isPaymentRequired.js';
import type { License } from '../license/License.js';
import { licenseIdentity } from '../license/licenseIdentity.js';
import type { LicenseState } from '../license/licenseStatus.js';

// Some replicas may not have restarted yet: what one of them refuses is asked for again, for as long as that may take.
const AGAIN_AFTER_MS = 5_000;
const FOR_MS = 120_000;

/**
 * When another license comes into force, the queries that had failed with a 402 are fetched again, and for two minutes those
 * that end with one.
 */
export function useRenewalRefetch(queryClient: QueryClient, license: License | null, state: LicenseState): void {
  const before = useRef<string | null>(null);
  const leave = useRef<() => void>(() => undefined);
  const identity = licenseIdentity(license);
  useEffect(() => {
    if (identity === null || identity === before.current) return;
    const renewed = before.current !== null && state !== 'expired' && state !== 'unlicensed';
    before.current = identity;
    if (!renewed) return;
    leave.current();
    leave.current = refetchRefused(queryClient);
  }, [queryClient, identity, state]);
  // Not with each change of the state: the next one may come within these minutes.
  useEffect(() => () => leave.current(), []);
}

function refetchRefused(queryClient: QueryClient): () => void {
  const refetch = () => void queryClient.refetchQueries({ predicate: (query) => isPaymentRequired(query.state.error) });
  let again: ReturnType<typeof setTimeout> | undefined;
  const unsubscribe = queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'error' || !isPaymentRequired(event.action.error)) return;
    clearTimeout(again);
    again = setTimeout(refetch, AGAIN_AFTER_MS);
  });
  const leave = () => {
    clearTimeout(again);
    clearTimeout(end);
    unsubscribe();
  };
  const end = setTimeout(leave, FOR_MS);
  refetch();
  return leave;
}
