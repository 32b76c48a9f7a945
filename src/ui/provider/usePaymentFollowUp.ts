import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import { isPaymentRequired } from '../../client/isPaymentRequired.js';
import type { License } from '../../contract/License.js';
import type { LicenseState } from '../../status/licenseStatus.js';

type FollowUp = {
  readonly client: LicenseClient;
  readonly queryClient: QueryClient;
  readonly polls: boolean;
  readonly license: License | null;
  readonly state: LicenseState;
  readonly checkNow: () => Promise<boolean>;
};

/** What a 402 sets in motion: one check of the license for each feature, and after a renewal the queries that had failed with it. */
export function usePaymentFollowUp({ client, queryClient, polls, license, state, checkNow }: FollowUp): void {
  useEffect(() => {
    const check = () => {
      if (polls && client.payments.takeUnchecked()) void checkNow();
    };
    check();
    return client.payments.subscribe(check);
  }, [client, polls, checkNow]);

  useEffect(() => {
    if (license === null || !client.payments.settle(license, state)) return;
    void queryClient.refetchQueries({ predicate: (query) => isPaymentRequired(query.state.error) });
  }, [client, queryClient, license, state]);
}
