import type { QueryClient, QueryFunction, UseQueryOptions } from '@tanstack/react-query';
import { isHidden } from './isHidden.js';
import { SECOND_MS } from '../lib/time.js';
import { licenseIdentity } from '../license/licenseIdentity.js';
import { type CheckError, isCheckError, isFetchError, toCheckError } from './CheckError.js';
import type { LicenseClient } from './createLicenseClient.js';
import { estimateServerTime } from './estimateServerTime.js';
import {
  advancedTime,
  createSnapshot,
  isSameSnapshot,
  isSnapshot,
  type LicenseSnapshot,
  NO_SNAPSHOT,
  readLocalClocks,
  readSnapshot,
} from './LicenseSnapshot.js';
import { pollInterval } from './pollInterval.js';

/**
 * The query keys of this package. The key of a license contains the base URL, the scope and the client's id, never a token. Clients never share a
 * cache entry.
 */
export const licenseKeys = {
  /** The first element of every key of this package. */
  all: ['alexandria-license'] as const,
  /** Returns the key of a client's license. */
  license: (client: LicenseClient): LicenseQueryKey => ['alexandria-license', client.baseUrl, client.scope, client.internals.id],
};

/** See {@link licenseKeys}. */
export type LicenseQueryKey = readonly ['alexandria-license', baseUrl: string, scope: string, client: string];

/** `initialData` keeps `data` defined. Its `license` is `null` before the first response. */
export type LicenseQueryOptions = Omit<UseQueryOptions<LicenseSnapshot, CheckError, LicenseSnapshot, LicenseQueryKey>, 'queryFn'> & {
  readonly queryKey: LicenseQueryKey;
  readonly queryFn: QueryFunction<LicenseSnapshot, LicenseQueryKey>;
  readonly initialData: LicenseSnapshot;
};

/** A focused window or a 402 starts a check only if the last one is older. */
export const STALE_MS = 30 * SECOND_MS;

/**
 * Returns the options of the provider's query, for the app's own hooks. Sets each option for which the app may have changed the default.
 *
 * `ensureQueryData` returns the initial data without a request. In a route loader, use `fetchQuery`.
 *
 * @param queries The app's `QueryClient`. Required before TanStack Query 5.66, which does not pass `client` to query functions.
 * @example const { data, error } = useQuery(licenseQueryOptions(client));
 */
export function licenseQueryOptions(client: LicenseClient, queries?: QueryClient): LicenseQueryOptions {
  const queryKey = licenseKeys.license(client);
  const { checks, fetchLicense, isHeld } = client.internals;
  return {
    queryKey,
    queryFn: async ({ client: queryClient = queries, signal }) => {
      // Throws the same error object again, so that no component renders.
      if (isHeld()) throw checks.error;
      // StrictMode mounts twice and aborts the first check in the same task. This microtask lets the abort come before the request.
      await null;
      signal.throwIfAborted();
      checks.begun += 1;
      checks.begunAt = performance.now();
      const { begun } = checks;
      // `getQueryData` would hash the key with the app's default.
      const query = queryClient?.getQueryCache().get<LicenseSnapshot>(JSON.stringify(queryKey));
      const before = readSnapshot(query?.state.data);
      try {
        const { report, date, ageMs } = await fetchLicense(signal);
        checks.ended = checks.answered = begun;
        checks.error = checks.divergedAt = null;
        const readAt = readLocalClocks();
        checks.answeredAt = readAt;
        // The time when the body was written. Without `Date`: `Age` before the last known time, or before that of the local clock.
        const candidate = date ?? (advancedTime(before, readAt) ?? readAt.wall) - ageMs;
        return createSnapshot({ license: report.license, ...estimateServerTime(report, candidate, ageMs), readAt });
      } catch (error) {
        if (!isFetchError(error)) throw error;
        checks.ended = begun;
        checks.error = toCheckError(error, failuresAfter(checks.error), Math.random());
        // After a 403 the user may no longer read the license.
        if (error.code === 'forbidden') query?.setData(NO_SNAPSHOT, { manual: true });
        throw checks.error;
      }
    },
    // Without initial data, TanStack clears the error when a fetch starts, and the failure would flash.
    initialData: NO_SNAPSHOT,
    // TanStack Query 5.0.0 reads 0 as "no data".
    initialDataUpdatedAt: 1,
    structuralSharing: shareSnapshot,
    refetchInterval: ({ state: { data, error, dataUpdatedAt, errorUpdatedAt } }) =>
      pollInterval(readSnapshot(data), isCheckError(error) ? error : null, jitterFrom(Math.max(dataUpdatedAt, errorUpdatedAt))),
    refetchIntervalInBackground: false,
    refetchOnWindowFocus: () => !isHeld() && performance.now() - checks.begunAt > STALE_MS,
    refetchOnReconnect: () => (isHeld() || isHidden() ? false : 'always'),
    refetchOnMount: () => !isHeld() && !isHidden(),
    retryOnMount: true,
    staleTime: STALE_MS,
    retry: false,
    networkMode: 'always',
    throwOnError: false,
    queryKeyHashFn: JSON.stringify,
    select: (snapshot) => snapshot,
    persister: (queryFn, context) => queryFn(context),
    meta: { license: true },
  };
}

// Keeps unchanged objects, so that an unchanged poll renders nothing.
function shareSnapshot(before: unknown, after: unknown): unknown {
  if (!isSnapshot(before) || !isSnapshot(after)) return after;
  if (isSameSnapshot(before, after)) return before;
  const isNewObject = before.license !== after.license && licenseIdentity(before.license) === licenseIdentity(after.license);
  return isNewObject ? createSnapshot({ ...after, license: before.license }) : after;
}

// A check before its time, such as one of `invalidateQueries()`, does not lengthen the back-off. Timers may fire a little early.
function failuresAfter(lastError: CheckError | null): number {
  if (lastError === null) return 1;
  const isEarly = lastError.retryAt - performance.now() > SECOND_MS;
  return isEarly ? lastError.failures : lastError.failures + 1;
}

// TanStack restarts the timer if the interval differs between renders. So the jitter is a hash of the last outcome's time.
function jitterFrom(updatedAt: number): number {
  return (Math.imul(updatedAt | 0, 2_654_435_761) >>> 0) / 2 ** 32;
}
