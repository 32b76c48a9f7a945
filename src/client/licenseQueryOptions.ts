import type { UseQueryOptions } from '@tanstack/react-query';
import type { License } from '../license/License.js';
import type { LicenseError } from '../license/LicenseError.js';
import { licenseStatus } from '../license/licenseStatus.js';
import type { LicenseClient } from './createLicenseClient.js';
import { pollInterval } from './pollInterval.js';

/**
 * The query keys of this package. The key of a license contains base URL, scope and client, and never a token. A new client therefore inherits
 * nothing from the cache of another one.
 */
export const licenseKeys = {
  /** The first element of every key of this package. */
  all: ['alexandria-license'] as const,
  /** Returns the key of a client's license. */
  license: (client: LicenseClient): LicenseQueryKey => ['alexandria-license', client.baseUrl, client.scope, client.id],
};

/** See {@link licenseKeys}. */
export type LicenseQueryKey = readonly ['alexandria-license', baseUrl: string, scope: string, client: string];

/** The data is `null` after a 403 and after a sign-out. */
export type LicenseQueryOptions = UseQueryOptions<License | null, LicenseError, License | null, LicenseQueryKey>;

/**
 * Returns the provider's query, for use in queries of the app. It sets every option that an app's defaults could break.
 *
 * @example const { data, error } = useQuery(licenseQueryOptions(client));
 */
export function licenseQueryOptions(client: LicenseClient): LicenseQueryOptions {
  const queryKey = licenseKeys.license(client);
  return {
    queryKey,
    queryFn: ({ client: queries, signal }) => {
      // Early versions of TanStack Query 5 pass no client. The provider then hides the license.
      if (queries) client.isHeldBy(queries, () => queries.setQueryData(queryKey, null));
      return client.check(signal);
    },
    refetchInterval: ({ state: { data, error, dataUpdatedAt, errorUpdatedAt } }) => {
      const answeredAt = client.clock.answeredAt();
      const { state, changesAt } = licenseStatus(data ?? null, answeredAt);
      const changedAt = (state === 'grace' ? data?.expiresAt : state === 'expired' ? data?.graceEndsAt : null) ?? null;
      return pollInterval({
        state,
        // While time stands still, the state cannot change.
        untilChange: changesAt === null || answeredAt === null || client.clock.until(changesAt) === null ? null : changesAt - answeredAt,
        sinceChange: changedAt === null || answeredAt === null ? null : answeredAt - changedAt,
        error,
        failures: client.failures(),
        jitter: spread(Math.max(dataUpdatedAt, errorUpdatedAt)),
      });
    },
    refetchIntervalInBackground: false,
    // Focus does not end a `Retry-After`, a 401 or a 403.
    refetchOnWindowFocus: () => !client.isHeldBack(),
    refetchOnReconnect: () => (client.isHeldBack() || isHidden() ? false : 'always'),
    refetchOnMount: () => !client.isHeldBack(),
    retryOnMount: !client.isHeldBack(),
    staleTime: 30_000,
    retry: false,
    networkMode: 'always',
    throwOnError: false,
    structuralSharing: true,
  };
}

// Hidden pages refetch when they become visible.
function isHidden(): boolean {
  return globalThis.document?.visibilityState === 'hidden';
}

// TanStack computes the interval on every render, and restarts the timer if it differs. So the jitter must be constant until the next response.
function spread(updatedAt: number): number {
  return (Math.imul(updatedAt | 0, 2_654_435_761) >>> 0) / 2 ** 32;
}
