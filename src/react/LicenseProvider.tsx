import { hashKey, notifyManager, QueryClient, QueryClientContext, useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { createLicenseClient, type LicenseClient } from '../client/createLicenseClient.js';
import { licenseKeys, licenseQueryOptions } from '../client/licenseQueryOptions.js';
import type { Freshness } from '../license/freshness.js';
import { isCheckFailure, type LicenseError } from '../license/LicenseError.js';
import type { TimedValue } from '../messages/createFormat.js';
import type { MessageOverrides } from '../messages/Messages.js';
import { type LicenseState, licenseStatus } from '../license/licenseStatus.js';
import { useServerClock } from './useServerClock.js';
import {
  createLicenseStore,
  LicenseContext,
  type LicenseContextValue,
  type LicenseRole,
  type RenderLink,
  SILENT,
} from './LicenseContext.js';
import { Diagnostics } from './development/Diagnostics.js';
import type { Misuse } from './development/warnOnce.js';
import { useEarlyCheck } from './useEarlyCheck.js';
import { useClearOnUserChange } from './useClearOnUserChange.js';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.js';
import { useLanguage } from './useLanguage.js';
import { useRenewalRefetch } from './useRenewalRefetch.js';
import { useRequestedChecks } from './useRequestedChecks.js';
import { useUnauthorized } from './useUnauthorized.js';
import { useWasShown } from './useWasShown.js';
import { useClockJumpDetection } from './useClockJumpDetection.js';

/** The props of {@link LicenseProvider}. */
export type LicenseProviderProps = {
  /** From `createLicenseClient`, created outside of the render; one for each signed-in user. `null` while no user is signed in. */
  readonly client: LicenseClient | null;
  /** Members never poll, and never see the banner or the license. There is no default. */
  readonly role: LicenseRole;
  /** The dashboard: everything below can show the license and ask for it. */
  readonly children: ReactNode;
  /** Default: the one of the nearest `QueryClientProvider`. */
  readonly queryClient?: QueryClient;
  /** Where the host shows the panel. Banner and notices link to it, with `#renew-license` added where it is to open the renewal. */
  readonly licenseHref?: string;
  /**
   * Renders the links to `licenseHref` by the host's router, so that they don't load the page anew: `(props) => <Link {...props} />`. It is
   * called, not mounted, so there is no hook in it. Keep the function between renders. Default: an `<a>`.
   */
  readonly renderLink?: RenderLink;
  /**
   * A BCP 47 tag, such as `de-AT`: the language of words, dates and numbers. There are `en`, `de`, `fr`, `ja` and `ar`; any other is English, unless
   * `messages` brings it. Default: the browser's where it is English, else `en`.
   */
  readonly locale?: string;
  /** Words of your own in place of ours. Keep the object between renders. */
  readonly messages?: MessageOverrides;
  /** Called once when the API answers 401. Polling pauses until `client.requestCheck()`, or another client, says that the session is back. */
  readonly onUnauthorized?: () => void;
};

const NO_OVERRIDES: MessageOverrides = {};
// Used without a client, so that the tree keeps its shape. They send no request.
const NO_CLIENT = createLicenseClient({ baseUrl: '', scope: 'nobody' });
const NO_QUERIES = new QueryClient();

/**
 * Polls the license for an admin, and hands it to the components and hooks below. Needs a `QueryClientProvider` above
 * it, or the `queryClient` prop. Used in a wrong way it says so on the console, and its components stay silent.
 *
 * @example <LicenseProvider client={client} role={user.isAdmin ? 'admin' : 'member'}><App /></LicenseProvider>
 */
export function LicenseProvider(props: LicenseProviderProps): ReactNode {
  const inherited = useContext(QueryClientContext);
  const given = props.queryClient ?? inherited;
  const misuse = misuseOf(props, given);
  const client = (misuse === null && props.client) || NO_CLIENT;
  const isSignedIn = client !== NO_CLIENT;
  const queryClient = given ?? NO_QUERIES;
  const { role, licenseHref, renderLink } = props;
  const messages = props.messages ?? NO_OVERRIDES;
  const polls = isSignedIn && role === 'admin';

  const asks = useWasShown() && polls;
  const query = useQuery({ ...licenseQueryOptions(client), enabled: asks, notifyOnChangeProps: ['data', 'error'] }, queryClient);
  const { data } = query;
  const error = useLastFailure(client, query.error, data !== undefined);
  useQueryClientEvents(client, queryClient);
  const license = polls && error?.code !== 'forbidden' ? (data ?? null) : null;
  const suspended = useServerClock(client.clock, () => [client.clock.suspended(), null]);
  const freshness = freshnessOf(license !== null && !suspended, error);
  const state = useServerClock(client.clock, (now): TimedValue<LicenseState> => {
    const status = licenseStatus(license, now);
    return [status.state, status.changesAt];
  });

  const refresh = useCallback(async () => {
    if (!polls) return false;
    const queryKey = licenseKeys.license(client);
    await queryClient.refetchQueries({ queryKey, exact: true });
    return queryClient.getQueryState(queryKey)?.status === 'success';
  }, [polls, client, queryClient]);

  useClearOnUserChange(client);
  useRequestedChecks(client, refresh);
  useRenewalRefetch(queryClient, license, state);
  const zone = useClockJumpDetection(client, polls);
  useEarlyCheck(client, queryClient, asks);
  useUnauthorized(client, freshness, props.onUnauthorized);
  const { language, words, format } = useLanguage(props.locale, messages.language, zone);

  const value = useMemo<LicenseContextValue>(() => {
    if (!isSignedIn) return SILENT;
    return {
      client,
      role: freshness === 'forbidden' ? 'member' : role,
      state,
      license,
      freshness,
      language,
      words,
      format,
      messages,
      licenseHref,
      renderLink,
      queryClient,
      refresh,
    };
  }, [
    isSignedIn,
    client,
    role,
    state,
    license,
    freshness,
    language,
    words,
    format,
    messages,
    licenseHref,
    renderLink,
    queryClient,
    refresh,
  ]);
  const [store] = useState(() => createLicenseStore(value));
  // Before the paint, so that the page never shows two values.
  useIsomorphicLayoutEffect(() => store.set(value), [store, value]);
  return (
    <>
      <LicenseContext.Provider value={store}>{props.children}</LicenseContext.Provider>
      {process.env.NODE_ENV !== 'production' && (
        <Diagnostics {...{ misuse, error }} client={isSignedIn ? client : null} read={data !== undefined} />
      )}
    </>
  );
}

// While nothing was ever read, TanStack forgets a failure as soon as it tries again; here it stands until the next outcome.
function useLastFailure(client: LicenseClient, error: LicenseError | null, read: boolean): LicenseError | null {
  const last = useRef<{ readonly client: LicenseClient; readonly error: LicenseError } | null>(null);
  if (error !== null) last.current = { client, error };
  else if (read || last.current?.client !== client) last.current = null;
  return last.current?.error ?? null;
}

function misuseOf({ client, role }: LicenseProviderProps, queryClient: QueryClient | undefined): Misuse | null {
  if (client === null) return null;
  if (!queryClient) return 'no-queries';
  if (typeof client?.check !== 'function') return 'no-client';
  return role === 'admin' || role === 'member' ? null : 'no-role';
}

// Focus and reconnection reach only a query client that is mounted, and one of the prop may not be. The clock is published
// together with the license of the same answer, in one flush: React then paints both at once.
function useQueryClientEvents(client: LicenseClient, queryClient: QueryClient): void {
  useEffect(() => {
    const hash = hashKey(licenseKeys.license(client));
    queryClient.mount();
    const leave = queryClient.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.query.queryHash !== hash) return;
      // A check that has failed changes no time, but that it has ended is news to who waits for it.
      const { type } = event.action;
      if (type === 'success' || type === 'error') notifyManager.schedule(client.clock.publish);
    });
    return () => {
      leave();
      queryClient.unmount();
    };
  }, [client, queryClient]);
}

function freshnessOf(known: boolean, error: LicenseError | null): Freshness {
  if (error === null) return known ? 'fresh' : 'pending';
  return isCheckFailure(error.code) ? error.code : 'unreachable';
}
