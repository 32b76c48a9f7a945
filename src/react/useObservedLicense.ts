import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useInsertionEffect, useRef } from 'react';
import type { LicenseClient } from '../client/createLicenseClient.js';
import { licenseKeys } from '../client/licenseQueryOptions.js';
import { NOTHING_OBSERVED, type ObservedLicense, observeLicense } from '../client/observeLicense.js';
import { warnOnce } from '../client/warnOnce.js';
import { licenseIdentity } from '../license/licenseIdentity.js';
import { isPaymentRequired } from '../payment-required/isPaymentRequired.js';
import { troubleshootingHint } from './development/troubleshootingHint.js';
import type { LicenseStore } from './LicenseContext.js';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.js';

// Clients for which `onUnauthorized` was called since the last success. Kept outside of React, so that a remount does not call it again.
const notified = new WeakSet<LicenseClient>();

/**
 * Polls the license of a client and writes it to the store. The first check begins before the first paint.
 *
 * @param client `null` for members and while no user is signed in. The previous client's license is removed from cache and storage.
 */
export function useObservedLicense(
  store: LicenseStore,
  client: LicenseClient | null,
  queryClient: QueryClient | undefined,
  onUnauthorized: (() => void) | undefined,
): void {
  const latestOnUnauthorized = useRef(onUnauthorized);
  useEffect(() => {
    latestOnUnauthorized.current = onUnauthorized;
  });

  const previous = useRef<{ readonly client: LicenseClient; readonly queryClient: QueryClient } | null>(null);
  // An insertion effect, because it also runs in a hidden `<Activity>`.
  useInsertionEffect(() => {
    const before = previous.current;
    previous.current = client && queryClient ? { client, queryClient } : null;
    if (before === null || (before.client === client && before.queryClient === queryClient)) return;
    before.queryClient.removeQueries({ queryKey: licenseKeys.license(before.client), exact: true });
    // A new client of the same user keeps the storage, so that the banner does not flash.
    if (client?.scope !== before.client.scope) before.client.internals.memory.write(null);
  }, [client, queryClient]);

  useIsomorphicLayoutEffect(() => {
    if (client === null || queryClient === undefined) return undefined;
    const refetchAfterRenewal = createRefetchAfterRenewal(queryClient);
    const stop = observeLicense(client, queryClient, (observed) => {
      store.setObserved(observed);
      refetchAfterRenewal(observed);
      notifyOnce(client, observed, () => latestOnUnauthorized.current);
      if (process.env.NODE_ENV !== 'production') warnOfFirstFailure(observed, client.baseUrl);
    });
    return () => {
      stop();
      store.setObserved(NOTHING_OBSERVED);
    };
  }, [store, client, queryClient]);
}

function notifyOnce(
  client: LicenseClient,
  { freshness, error, license }: ObservedLicense,
  getCallback: () => (() => void) | undefined,
): void {
  if (error === null && license !== null) notified.delete(client);
  if (freshness !== 'unauthorized' || notified.has(client) || getCallback() === undefined) return;
  notified.add(client);
  // In a microtask, so that an error of the app's callback does not interrupt TanStack Query.
  queueMicrotask(() => getCallback()?.());
}

/** Returns a function that refetches queries that failed with a 402, once per renewal. */
function createRefetchAfterRenewal(queryClient: QueryClient): (observed: ObservedLicense) => void {
  let before: string | null = null;
  return ({ license, state }) => {
    const identity = licenseIdentity(license);
    if (identity === null || identity === before) return;
    const isRenewal = before !== null && state !== 'expired' && state !== 'unlicensed';
    before = identity;
    if (!isRenewal) return;
    // With a second provider, the query is under way already.
    void queryClient.refetchQueries({ predicate: ({ state: { error } }) => isPaymentRequired(error) }, { cancelRefetch: false });
  };
}

// Warns only before the first license: a license proves that the setup works.
function warnOfFirstFailure({ error, license }: ObservedLicense, baseUrl: string): void {
  if (error === null || license !== null) return;
  const hint = troubleshootingHint(error, baseUrl, location.origin);
  if (hint !== null) warnOnce(error.code, hint);
}
