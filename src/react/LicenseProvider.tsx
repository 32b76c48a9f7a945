import { type QueryClient, QueryClientContext } from '@tanstack/react-query';
import { type ReactNode, useContext, useMemo, useState } from 'react';
import type { LicenseClient } from '../client/createLicenseClient.js';
import type { MessageOverrides } from '../messages/Messages.js';
import { Diagnostics } from './development/Diagnostics.js';
import type { Misuse } from './development/developmentWarnings.js';
import {
  createLicenseStore,
  LicenseContext,
  type LicenseLinks,
  type LicenseRole,
  type LicenseSettings,
  NO_SETTINGS,
  type RenderLink,
} from './LicenseContext.js';
import { readReminderDays } from '../license/earlyReminder.js';
import { safeHref } from './safeHref.js';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.js';
import { useLanguage } from './useLanguage.js';
import { useObservedLicense } from './useObservedLicense.js';
import { useTimeZone } from './useTimeZone.js';

/** The props of {@link LicenseProvider}. */
export type LicenseProviderProps = {
  /** The result of `createLicenseClient`. Create one per signed-in user, outside of components. `null` while no user is signed in. */
  readonly client: LicenseClient | null;
  /** Required. For a `member` the license is not polled, and banner and panel stay hidden. */
  readonly role: LicenseRole;
  /** The dashboard. Components and hooks below can read the license. */
  readonly children: ReactNode;
  /** The query client that caches the license. Default: that of the nearest `QueryClientProvider`. */
  readonly queryClient?: QueryClient;
  /** The URL of the page with the panel. Banner and notices link to it. Links that open the renewal add `#renew-license`. */
  readonly licenseHref?: string;
  /** The URL or email address of the Alexandria account representative, for a new key or a feature that the license does not include. */
  readonly contactHref?: string;
  /** The URLs of the documentation of features, by entitlement. Pass the same object on each render. */
  readonly entitlementDocs?: Readonly<Record<string, string>>;
  /** The URL or email address where members ask an administrator for a feature. */
  readonly askHref?: string;
  /**
   * Renders the links to `licenseHref` with the app's router: `(props) => <Link {...props} />`. It is called as a function, so it must not use
   * hooks. Pass the same function on each render. Default: an `<a>`, which reloads the page.
   */
  readonly renderLink?: RenderLink;
  /**
   * The locale of texts, dates and numbers: a BCP 47 tag, such as `de-AT`. Built in are `en`, `de`, `fr`, `ja` and `ar`. Other languages fall back
   * to English, unless `messages` contains them. Default: the browser's locale if it is English, else `en`.
   */
  readonly locale?: string;
  /** Overrides of the built-in texts. Pass the same object on each render. */
  readonly messages?: MessageOverrides;
  /**
   * The number of days before the expiry from which banner and panel remind the admin: a whole number from 8 to 365. Default: no early reminder. The
   * API itself warns from 7 days before.
   */
  readonly remindDaysBefore?: number;
  /** Called once after a 401 or a redirect. Polling stops until `client.refresh()`, or another client. */
  readonly onUnauthorized?: () => void;
};

const NO_OVERRIDES: MessageOverrides = {};

/**
 * Polls the license for an admin, and provides it to the components and hooks below. Needs a `QueryClientProvider` above it, or the
 * `queryClient` prop. If a prop is missing or wrong, components render nothing, and development logs a warning.
 *
 * @example <LicenseProvider client={client} role={user.isAdmin ? 'admin' : 'member'}><App /></LicenseProvider>
 */
export function LicenseProvider(props: LicenseProviderProps): ReactNode {
  const inherited = useContext(QueryClientContext);
  const queryClient = props.queryClient ?? inherited;
  const { role, renderLink } = props;
  const links = useLinks(props);
  const reminderDays = readReminderDays(props.remindDaysBefore);
  const misuse = misuseOf(props, queryClient);
  const client = misuse === null ? props.client : null;
  const messages = props.messages ?? NO_OVERRIDES;
  const { language, words, format } = useLanguage(props.locale, messages.language, useTimeZone());

  const settings = useMemo<LicenseSettings>(
    () => (client === null ? NO_SETTINGS : { client, role, language, words, format, messages, links, renderLink, reminderDays }),
    [client, role, language, words, format, messages, links, renderLink, reminderDays],
  );
  const [store] = useState(() => createLicenseStore(settings));
  // A layout effect, so that no frame mixes old and new settings.
  useIsomorphicLayoutEffect(() => store.setSettings(settings), [store, settings]);
  useObservedLicense(store, role === 'admin' ? client : null, queryClient, props.onUnauthorized);
  return (
    <LicenseContext.Provider value={store}>
      {props.children}
      {process.env.NODE_ENV !== 'production' && (
        <Diagnostics misuse={misuse} client={client} hasWrongDays={props.remindDaysBefore !== undefined && reminderDays === null} />
      )}
    </LicenseContext.Provider>
  );
}

function useLinks({ licenseHref, contactHref, askHref, entitlementDocs }: LicenseProviderProps): LicenseLinks {
  return useMemo(
    () => ({
      license: safeHref(licenseHref),
      contact: safeHref(contactHref || undefined),
      ask: safeHref(askHref || undefined),
      docs: (entitlement) =>
        entitlementDocs && Object.hasOwn(entitlementDocs, entitlement) ? safeHref(entitlementDocs[entitlement]) : undefined,
    }),
    [licenseHref, contactHref, askHref, entitlementDocs],
  );
}

function misuseOf({ client, role }: LicenseProviderProps, queryClient: QueryClient | undefined): Misuse | null {
  if (client === null) return null;
  if (!queryClient) return 'no-queries';
  if (typeof client?.refresh !== 'function') return 'no-client';
  return role === 'admin' || role === 'member' ? null : 'no-role';
}
