import type { UseQueryOptions } from '@tanstack/react-query';
import type { License } from '../license/License.js';
import type { LicenseError } from '../license/LicenseError.js';
import { licenseStatus } from '../license/licenseStatus.js';
import type { LicenseClient } from './createLicenseClient.js';
import { pollInterval } from './pollInterval.js';

/**
 * The query keys of this package. That of a license carries the base URL, the scope and the client it belongs to, and
 * never a token: what another client, or another visit, has left in a cache proves nothing.
 */
export const licenseKeys = {
  /** What every key of this package begins with. */
  all: ['alexandria-license'] as const,
  /** The key of a client's license. */
  license: (client: LicenseClient): LicenseQueryKey => ['alexandria-license', client.baseUrl, client.scope, client.id],
};

/** See {@link licenseKeys}. */
export type LicenseQueryKey = readonly ['alexandria-license', baseUrl: string, scope: string, client: string];

/** The data is `null` after a 403 and after a sign-out: nothing is kept for a person who may not see it. */
export type LicenseQueryOptions = UseQueryOptions<License | null, LicenseError, License | null, LicenseQueryKey>;

/**
 * The query behind the provider, for hosts that want the license in queries of their own. It names the options that a
 * host's defaults could turn against it.
 *
 * @example const { data, error } = useQuery(licenseQueryOptions(client));
 */
export function licenseQueryOptions(client: LicenseClient): LicenseQueryOptions {
  const queryKey = licenseKeys.license(client);
  return {
    queryKey,
    queryFn: ({ client: queries, signal }) => {
      // Early versions of TanStack Query 5 don't pass their client; the provider then hides the license all the same.
      if (queries) client.isHeldBy(queries, () => queries.setQueryData(queryKey, null));
      return client.check(signal);
    },
    refetchInterval: ({ state: { data, error, dataUpdatedAt, errorUpdatedAt } }) => {
      const answeredAt = client.clock.answeredAt();
      const { state, changesAt } = licenseStatus(data ?? null, answeredAt);
      const changedAt = (state === 'grace' ? data?.expiresAt : state === 'expired' ? data?.graceEndsAt : null) ?? null;
      return pollInterval({
        state,
        // Where time stands still, no change comes by itself.
        untilChange: changesAt === null || answeredAt === null || client.clock.until(changesAt) === null ? null : changesAt - answeredAt,
        sinceChange: changedAt === null || answeredAt === null ? null : answeredAt - changedAt,
        error,
        failures: client.failures(),
        jitter: spread(Math.max(dataUpdatedAt, errorUpdatedAt)),
      });
    },
    refetchIntervalInBackground: false,
    // The API has asked for no more, or for later, or the session is over: a focus changes none of it.
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

// What a hidden page has missed it asks for when it is shown.
function isHidden(): boolean {
  return globalThis.document?.visibilityState === 'hidden';
}

// TanStack asks for the interval at every render and restarts the timer when it differs: it must be the same until the next answer.
function spread(updatedAt: number): number {
  return (Math.imul(updatedAt | 0, 2_654_435_761) >>> 0) / 2 ** 32;
}
