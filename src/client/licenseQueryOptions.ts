import type { UseQueryOptions } from '@tanstack/react-query';
import type { License } from '../contract/License.js';
import { isLicenseError, type LicenseError } from '../contract/LicenseError.js';
import { licenseStatus } from '../status/licenseStatus.js';
import type { LicenseClient } from './createLicenseClient.js';
import { pollInterval } from './pollInterval.js';

/** The query keys of this package; each carries the base URL and the scope, and never a token. */
export const licenseKeys = {
  license: ({ baseUrl, scope }: Pick<LicenseClient, 'baseUrl' | 'scope'>): LicenseQueryKey => ['alexandria-license', baseUrl, scope],
};

/** See {@link licenseKeys}. */
export type LicenseQueryKey = readonly ['alexandria-license', baseUrl: string, scope: string];

/** The data is `null` after a 403: nothing is kept for a person who may not see it. */
export type LicenseQueryOptions = UseQueryOptions<License | null, LicenseError, License | null, LicenseQueryKey>;

/**
 * The query behind the provider, for hosts that want the license elsewhere in their own queries. It names every option
 * that a host's defaults could turn against it.
 *
 * @example const { data, error } = useQuery(licenseQueryOptions(client));
 */
export function licenseQueryOptions(client: LicenseClient): LicenseQueryOptions {
  const queryKey = licenseKeys.license(client);
  return {
    queryKey,
    queryFn: async (context) => {
      try {
        return await client.check(context.signal);
      } catch (error) {
        if (isLicenseError(error) && error.code === 'forbidden') context.client.setQueryData(queryKey, null);
        throw error;
      }
    },
    refetchInterval: ({ state: { data, error, dataUpdatedAt, errorUpdatedAt } }) => {
      const answeredAt = client.clock.answeredAt();
      const { state, changesAt } = licenseStatus(data ?? null, answeredAt);
      return pollInterval({
        state,
        untilChange: changesAt === null || answeredAt === null ? null : changesAt - answeredAt,
        error,
        failures: client.failures(),
        jitter: spread(Math.max(dataUpdatedAt, errorUpdatedAt)),
      });
    },
    refetchIntervalInBackground: false,
    refetchOnWindowFocus: true,
    refetchOnReconnect: 'always',
    refetchOnMount: true,
    retryOnMount: true,
    staleTime: 30_000,
    retry: false,
    networkMode: 'always',
    throwOnError: false,
    structuralSharing: true,
  };
}

// TanStack asks for the interval at every render and restarts the timer when it differs: it must be the same until the next answer.
function spread(updatedAt: number): number {
  return (Math.imul(updatedAt | 0, 2_654_435_761) >>> 0) / 2 ** 32;
}
