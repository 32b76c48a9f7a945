import { type QueryClient, QueryClientContext, useQuery } from '@tanstack/react-query';
import { type ReactNode, useContext, useMemo } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import { licenseKeys, licenseQueryOptions } from '../../client/licenseQueryOptions.js';
import type { Freshness } from '../../contract/freshness.js';
import { isCheckFailure, type LicenseError } from '../../contract/LicenseError.js';
import { createFormat } from '../../messages/createFormat.js';
import type { MessageOverrides } from '../../messages/Messages.js';
import { useServerClock } from '../useServerClock.js';
import { LicenseContext, type LicenseContextValue, type LicenseRole, reportMisuse, SILENT } from './LicenseContext.js';
import { browserStorage, type LicenseStorage } from './LicenseStorage.js';

/** The props of {@link LicenseProvider}. */
export type LicenseProviderProps = {
  /** From `createLicenseClient`; one for each signed-in person, created outside of the render. */
  readonly client: LicenseClient;
  /** Members never poll, and never see the banner or the license. There is no default. */
  readonly role: LicenseRole;
  readonly children: ReactNode;
  /** Default: the one of the nearest `QueryClientProvider`. */
  readonly queryClient?: QueryClient;
  /** Where the host shows the panel; the banner links to it. */
  readonly licenseHref?: string;
  /** A BCP 47 tag for dates and numbers. Default: the browser's where it is English, else `en`. */
  readonly locale?: string;
  /** Words in place of the English ones. Keep the object between renders. */
  readonly messages?: MessageOverrides;
  /** Default: `localStorage`. */
  readonly storage?: LicenseStorage;
};

const NO_OVERRIDES: MessageOverrides = {};

/**
 * Polls the license for an admin, and hands it to the components and hooks below. Needs a `QueryClientProvider` above
 * it, or the `queryClient` prop; without one it says so on the console, and its components stay silent.
 *
 * @example <LicenseProvider client={client} role={user.isAdmin ? 'admin' : 'member'}><App /></LicenseProvider>
 */
export function LicenseProvider(props: LicenseProviderProps): ReactNode {
  const inherited = useContext(QueryClientContext);
  const queryClient = props.queryClient ?? inherited;
  const problem = problemOf(props, queryClient);
  if (problem === null && queryClient) return <Polling {...props} queryClient={queryClient} />;
  if (problem !== null) reportMisuse(...problem);
  return <LicenseContext.Provider value={SILENT}>{props.children}</LicenseContext.Provider>;
}

function problemOf({ client, role }: LicenseProviderProps, queryClient: QueryClient | undefined): Parameters<typeof reportMisuse> | null {
  if (!queryClient) return ['missing_provider', 'LicenseProvider needs a QueryClientProvider above it, or its queryClient prop.'];
  if (typeof client?.check !== 'function') return ['invalid_option', 'LicenseProvider: client must come from createLicenseClient.'];
  if (role !== 'admin' && role !== 'member')
    return ['invalid_option', 'LicenseProvider: role must be admin or member; until it is, nothing is shown.'];
  return null;
}

function Polling(props: LicenseProviderProps & { readonly queryClient: QueryClient }): ReactNode {
  const { client, role, queryClient, children, licenseHref, messages = NO_OVERRIDES, storage = browserStorage } = props;
  const { data = null, error } = useQuery(
    { ...licenseQueryOptions(client), enabled: role === 'admin', notifyOnChangeProps: ['data', 'error'] },
    queryClient,
  );
  // A cache that the host restored holds a license that this clock has seen no answer for; it proves nothing.
  const answered = useServerClock(client.clock, () => [client.clock.sinceAnswer() !== null, null]);
  const license = role === 'admin' && answered ? data : null;
  const freshness = freshnessOf(license !== null, error);
  const locale = props.locale ?? defaultLocale();
  const format = useMemo(() => createFormat(locale), [locale]);

  const value = useMemo<LicenseContextValue>(
    () => ({
      client,
      role,
      license,
      freshness,
      format,
      messages,
      storage,
      licenseHref,
      checkNow: async () => {
        if (role !== 'admin') return false;
        const queryKey = licenseKeys.license(client);
        await queryClient.refetchQueries({ queryKey, exact: true });
        return queryClient.getQueryState(queryKey)?.status === 'success';
      },
    }),
    [client, role, license, freshness, format, messages, storage, licenseHref, queryClient],
  );
  return <LicenseContext.Provider value={value}>{children}</LicenseContext.Provider>;
}

function freshnessOf(known: boolean, error: LicenseError | null): Freshness {
  if (error === null) return known ? 'fresh' : 'pending';
  return isCheckFailure(error.code) ? error.code : 'unreachable';
}

function defaultLocale(): string {
  const preferred = globalThis.navigator?.language ?? 'en';
  return preferred.startsWith('en') ? preferred : 'en';
}
