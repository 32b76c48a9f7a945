import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { isPaymentRequired } from '../../client/isPaymentRequired.js';
import type { License } from '../../contract/License.js';
import { licenseIdentity } from '../../status/licenseIdentity.js';
import type { LicenseState } from '../../status/licenseStatus.js';

/** When another license comes into force, the queries that had failed with a 402 are fetched again. */
export function useRenewalRefetch(queryClient: QueryClient, license: License | null, state: LicenseState): void {
  const before = useRef<string | null>(null);
  const identity = licenseIdentity(license);
  useEffect(() => {
    if (identity === null || identity === before.current) return;
    const renewed = before.current !== null && state !== 'expired' && state !== 'unlicensed';
    before.current = identity;
    if (renewed) void queryClient.refetchQueries({ predicate: (query) => isPaymentRequired(query.state.error) });
  }, [queryClient, identity, state]);
}
