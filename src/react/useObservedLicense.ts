import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { LicenseClient } from '../client/createLicenseClient.js';
import { licenseKeys } from '../client/licenseQueryOptions.js';
import { type LicenseView, NO_VIEW, observeLicense } from '../client/observeLicense.js';
import { warnOnce } from '../client/warnOnce.js';
import { licenseIdentity } from '../license/licenseIdentity.js';
import { isPaymentRequired } from '../payment-required/isPaymentRequired.js';
import { troubleshootingHint } from './development/troubleshootingHint.js';
import type { LicenseStore } from './LicenseContext.js';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.js';

// Clients whose app was notified of the end of the session.
const notified = new WeakSet<LicenseClient>();

/**
 * Polls the license of a client and writes it to the store. The first check begins before the first paint.
 *
 * @param client `null` for members and while no user is signed in. The license of the client before is then dropped from cache and storage.
 */
export function useObservedLicense(
  store: LicenseStore,
  client: LicenseClient | null,
  queryClient: QueryClient | undefined,
  onUnauthorized: (() => void) | undefined,
): void {
  const latest = useRef(onUnauthorized);
  useEffect(() => {
    latest.current = onUnauthorized;
  });

  const former = useRef<{ readonly client: LicenseClient; readonly queryClient: QueryClient } | null>(null);
  useIsomorphicLayoutEffect(() => {
    if (former.current !== null && former.current.client !== client) forget(former.current.client, former.current.queryClient, client);
    former.current = client && queryClient ? { client, queryClient } : null;
  }, [client, queryClient]);

  useIsomorphicLayoutEffect(() => {
    if (client === null || queryClient === undefined) return undefined;
    const refetchRefused = createRenewalRefetch(queryClient);
    const stop = observeLicense(client, queryClient, (view) => {
      store.setView(view);
      refetchRefused(view);
      if (process.env.NODE_ENV !== 'production') warnOfFirstFailure(view, client.baseUrl);
      if (view.freshness === 'fresh') notified.delete(client);
      if (view.freshness !== 'unauthorized' || notified.has(client)) return;
      notified.add(client);
      latest.current?.();
    });
    return () => {
      stop();
      store.setView(NO_VIEW);
    };
  }, [store, client, queryClient]);
}

// A new client of the same user keeps the storage, so that the banner does not flash.
function forget(client: LicenseClient, queryClient: QueryClient, next: LicenseClient | null): void {
  queryClient.removeQueries({ queryKey: licenseKeys.license(client), exact: true });
  if (next?.scope !== client.scope || next.baseUrl !== client.baseUrl) client.internals.memory.clear();
}

/** Returns a function that refetches the queries that failed with a 402, once for each license that comes into force. */
function createRenewalRefetch(queryClient: QueryClient): (view: LicenseView) => void {
  let before: string | null = null;
  return ({ license, state }) => {
    const identity = licenseIdentity(license);
    if (identity === null || identity === before) return;
    const isRenewal = before !== null && state !== 'expired' && state !== 'unlicensed';
    before = identity;
    if (isRenewal) void queryClient.refetchQueries({ predicate: ({ state: { error } }) => isPaymentRequired(error) });
  };
}

// Once a license was read, the package is embedded rightly.
function warnOfFirstFailure({ error, license }: LicenseView, baseUrl: string): void {
  const hint = error === null || license !== null ? null : troubleshootingHint(error, baseUrl, location.origin);
  if (error !== null && hint !== null) warnOnce(error.code, hint);
}
