import type { QueryClient, QueryFunction, UseQueryOptions } from '@tanstack/react-query';
import { isRecord } from '../lib/guards.js';
import { licenseIdentity } from '../license/licenseIdentity.js';
import { isLicenseError, isCheckFailure, type LicenseError } from '../license/LicenseError.js';
import { type CheckError, type FetchError, isHeld, toCheckError } from './CheckError.js';
import type { LicenseClient } from './createLicenseClient.js';
import { estimateServerTime } from './estimateServerTime.js';
import { haveClocksDiverged, isSameSnapshot, type LicenseSnapshot, NO_SNAPSHOT, readLocalClocks, serverNow } from './LicenseSnapshot.js';
import { pollInterval } from './pollInterval.js';

/**
 * The query keys of this package. The key of a license contains base URL, scope and client, and never a token. A new client therefore inherits
 * nothing from the cache of another one.
 */
export const licenseKeys = {
  /** The first element of every key of this package. */
  all: ['alexandria-license'] as const,
  /** Returns the key of a client's license. */
  license: (client: LicenseClient): LicenseQueryKey => ['alexandria-license', client.baseUrl, client.scope, client.internals.id],
};

/** See {@link licenseKeys}. */
export type LicenseQueryKey = readonly ['alexandria-license', baseUrl: string, scope: string, client: string];

/** The data is always defined: before the first response its `license` is `null`. */
export type LicenseQueryOptions = Omit<UseQueryOptions<LicenseSnapshot, CheckError, LicenseSnapshot, LicenseQueryKey>, 'queryFn'> & {
  readonly queryKey: LicenseQueryKey;
  readonly queryFn: QueryFunction<LicenseSnapshot, LicenseQueryKey>;
  readonly initialData: LicenseSnapshot;
};

/**
 * Returns the provider's query, for use in queries of the app. It sets every option that an app's defaults could break.
 *
 * `ensureQueryData` returns the initial data without a request. In a route loader, use `fetchQuery`.
 *
 * @param queries Required with TanStack Query before 5.66, which does not pass it to the query function.
 * @example const { data, error } = useQuery(licenseQueryOptions(client));
 */
export function licenseQueryOptions(client: LicenseClient, queries?: QueryClient): LicenseQueryOptions {
  const queryKey = licenseKeys.license(client);
  const { checks } = client.internals;
  return {
    queryKey,
    queryFn: async ({ client: queryClient = queries, signal }) => {
      const { data = NO_SNAPSHOT, error: lastError = null } = queryClient?.getQueryState<LicenseSnapshot, CheckError>(queryKey) ?? {};
      // The same object again, so that nothing renders.
      if (lastError !== null && isHeld(lastError)) throw lastError;
      // StrictMode mounts twice and aborts the first check in the same task. Waiting here keeps it from sending a request.
      await null;
      signal.throwIfAborted();
      checks.begun += 1;
      checks.begunAt = performance.now();
      const { begun } = checks;
      try {
        const { report, date, ageMs } = await client.internals.fetchLicense(signal);
        checks.ended = checks.answered = begun;
        const readAt = readLocalClocks();
        const candidate = date ?? (haveClocksDiverged(data, readAt) ? null : serverNow(data)) ?? readAt.wall;
        return { license: report.license, ...estimateServerTime(report, candidate, ageMs), readAt };
      } catch (error) {
        if (!isLicenseError(error) || !isFetchError(error)) throw error;
        checks.ended = begun;
        if (error.code === 'forbidden') queryClient?.setQueryData(queryKey, NO_SNAPSHOT);
        throw toCheckError(error, (lastError?.failures ?? 0) + 1, Math.random());
      }
    },
    // Without initial data, TanStack clears the error at the start of each fetch, and with it the back-off.
    initialData: NO_SNAPSHOT,
    // TanStack Query 5.0.0 reads 0 as "no data".
    initialDataUpdatedAt: 1,
    structuralSharing: shareSnapshot,
    refetchInterval: ({ state: { data = NO_SNAPSHOT, error, dataUpdatedAt, errorUpdatedAt } }) =>
      pollInterval(data, error, spread(Math.max(dataUpdatedAt, errorUpdatedAt))),
    refetchIntervalInBackground: false,
    refetchOnWindowFocus: ({ state }) => !isHeld(state.error),
    refetchOnReconnect: ({ state }) => (isHeld(state.error) || isHidden() ? false : 'always'),
    refetchOnMount: ({ state }) => !isHeld(state.error),
    retryOnMount: true,
    staleTime: 30_000,
    retry: false,
    networkMode: 'always',
    throwOnError: false,
  };
}

function isFetchError(error: LicenseError): error is FetchError {
  return isCheckFailure(error.code);
}

// Unchanged objects are kept, so that unchanged polls render nothing.
function shareSnapshot(before: unknown, after: unknown): unknown {
  if (!isSnapshot(before) || !isSnapshot(after)) return after;
  if (isSameSnapshot(before, after)) return before;
  return licenseIdentity(before.license) === licenseIdentity(after.license) ? { ...after, license: before.license } : after;
}

// TanStack types the data of `structuralSharing` as unknown.
function isSnapshot(data: unknown): data is LicenseSnapshot {
  return isRecord(data) && 'serverTime' in data;
}

// Hidden pages refetch when they become visible.
function isHidden(): boolean {
  return globalThis.document?.visibilityState === 'hidden';
}

// TanStack computes the interval on every render, and restarts the timer if it differs. So the jitter must be constant until the next outcome.
function spread(updatedAt: number): number {
  return (Math.imul(updatedAt | 0, 2_654_435_761) >>> 0) / 2 ** 32;
}
