import { type QueryClient, QueryClientContext } from '@tanstack/react-query';
import { type ReactNode, useContext, useMemo, useState } from 'react';
import type { LicenseClient } from '../client/createLicenseClient.js';
import type { MessageOverrides } from '../messages/Messages.js';
import { Diagnostics } from './development/Diagnostics.js';
import type { Misuse } from './development/developmentWarnings.js';
import {
  createLicenseStore,
  LicenseContext,
  type LicenseRole,
  type LicenseSettings,
  NO_SETTINGS,
  type RenderLink,
} from './LicenseContext.js';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.js';
import { useLanguage } from './useLanguage.js';
import { useObservedLicense } from './useObservedLicense.js';
import { useTimeZone } from './useTimeZone.js';

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
  /** Called once when the API answers 401. Polling stops until `client.refresh()`, or another client. */
  readonly onUnauthorized?: () => void;
};

const NO_OVERRIDES: MessageOverrides = {};

/**
 * Polls the license for an admin, and provides it to the components and hooks below. Needs a `QueryClientProvider` above it, or the
 * `queryClient` prop. In development it warns of misuse on the console; its components then render nothing.
 *
 * @example <LicenseProvider client={client} role={user.isAdmin ? 'admin' : 'member'}><App /></LicenseProvider>
 */
export function LicenseProvider(props: LicenseProviderProps): ReactNode {
  const inherited = useContext(QueryClientContext);
  const queryClient = props.queryClient ?? inherited;
  const { role, licenseHref, renderLink } = props;
  const misuse = misuseOf(props, queryClient);
  const client = misuse === null ? props.client : null;
  const messages = props.messages ?? NO_OVERRIDES;
  const { language, words, format } = useLanguage(props.locale, messages.language, useTimeZone());

  const settings = useMemo<LicenseSettings>(
    () => (client === null ? NO_SETTINGS : { client, role, language, words, format, messages, licenseHref, renderLink }),
    [client, role, language, words, format, messages, licenseHref, renderLink],
  );
  const [store] = useState(() => createLicenseStore(settings));
  // Before the paint, so that the page never shows two values.
  useIsomorphicLayoutEffect(() => store.setSettings(settings), [store, settings]);
  useObservedLicense(store, role === 'admin' ? client : null, queryClient, props.onUnauthorized);
  return (
    <LicenseContext.Provider value={store}>
      {props.children}
      {process.env.NODE_ENV !== 'production' && <Diagnostics misuse={misuse} client={client} />}
    </LicenseContext.Provider>
  );
}

function misuseOf({ client, role }: LicenseProviderProps, queryClient: QueryClient | undefined): Misuse | null {
  if (client === null) return null;
  if (!queryClient) return 'no-queries';
  if (typeof client?.refresh !== 'function') return 'no-client';
  return role === 'admin' || role === 'member' ? null : 'no-role';
}
