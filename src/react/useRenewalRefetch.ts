import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { License } from '../license/License.js';
import { licenseIdentity } from '../license/licenseIdentity.js';
import type { LicenseState } from '../license/licenseStatus.js';
import { isPaymentRequired } from '../payment-required/isPaymentRequired.js';

/** Refetches the queries that failed with a 402, once for each license that comes into force. */
export function useRenewalRefetch(queryClient: QueryClient, license: License | null, state: LicenseState): void {
  const before = useRef<string | null>(null);
  const identity = licenseIdentity(license);
  useEffect(() => {
    if (identity === null || identity === before.current) return;
    const isRenewal = before.current !== null && state !== 'expired' && state !== 'unlicensed';
    before.current = identity;
    if (isRenewal) void queryClient.refetchQueries({ predicate: (query) => isPaymentRequired(query.state.error) });
  }, [queryClient, identity, state]);
}
