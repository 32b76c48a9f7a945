import { type QueryClient, QueryClientContext } from '@tanstack/react-query';
import { type ReactNode, useContext, useState } from 'react';
import type { LicenseClient } from '../client/createLicenseClient.js';
import { Diagnostics } from './development/Diagnostics.js';
import type { Misuse } from './development/developmentWarnings.js';
import { createLicenseStore, LicenseContext } from './LicenseContext.js';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.js';
import { type LicenseSettingsProps, useLicenseSettings } from './useLicenseSettings.js';
import { useObservedLicense } from './useObservedLicense.js';

/** The props of {@link LicenseProvider}. */
export type LicenseProviderProps = LicenseSettingsProps & {
  /** The result of `createLicenseClient`. Create one per signed-in user, outside of components. `null` while no user is signed in. */
  readonly client: LicenseClient | null;
  /** The dashboard. Components and hooks below can read the license. */
  readonly children: ReactNode;
  /** The query client that caches the license. Default: that of the nearest `QueryClientProvider`. */
  readonly queryClient?: QueryClient;
  /** Called once after a 401 or a redirect. Polling stops until `client.refresh()`, or another client. */
  readonly onUnauthorized?: () => void;
};

/**
 * Polls the license for an admin, and provides it to the components and hooks below. Needs a `QueryClientProvider` above it, or the
 * `queryClient` prop. Without a valid `client`, `role` and query client, components render nothing, and gates render their children. Development logs a warning.
 *
 * @example <LicenseProvider client={client} role={user.isAdmin ? 'admin' : 'member'}><App /></LicenseProvider>
 */
export function LicenseProvider(props: LicenseProviderProps): ReactNode {
  const inherited = useContext(QueryClientContext);
  const queryClient = props.queryClient ?? inherited;
  const misuse = misuseOf(props, queryClient);
  const client = misuse === null ? props.client : null;
  const settings = useLicenseSettings(client, props);
  const [store] = useState(() => createLicenseStore(settings));
  // A layout effect, so that no frame mixes old and new settings.
  useIsomorphicLayoutEffect(() => store.setSettings(settings), [store, settings]);
  useObservedLicense(store, props.role === 'admin' ? client : null, queryClient, props.onUnauthorized);
  return (
    <LicenseContext.Provider value={store}>
      {props.children}
      {process.env.NODE_ENV !== 'production' && <Diagnostics misuse={misuse} client={client} remindDaysBefore={props.remindDaysBefore} />}
    </LicenseContext.Provider>
  );
}

function misuseOf({ client, role }: LicenseProviderProps, queryClient: QueryClient | undefined): Misuse | null {
  if (client === null) return null;
  if (!queryClient) return 'no-queries';
  if (typeof client?.refresh !== 'function') return 'no-client';
  return role === 'admin' || role === 'member' ? null : 'no-role';
}
