import type { QueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { LicenseClient } from '../client/createLicenseClient.js';
import type { Freshness } from '../license/freshness.js';
import type { License } from '../license/License.js';
import type { Format } from '../messages/createFormat.js';
import type { Language, MessageOverrides } from '../messages/Messages.js';
import type { LicenseState } from '../license/licenseStatus.js';
import { developmentWarnings, warnOnce } from './development/warnOnce.js';
import { ENGLISH, type LanguageAttributes } from './useLanguage.js';

/** Whether the person administers the license, or only meets its effects. */
export type LicenseRole = 'admin' | 'member';

/** What a host's own link is given: spread all of it, so that it looks like the others, and the panel notices it. */
export type LicenseLinkProps = {
  /** `licenseHref`, with `#renew-license` added where it is to open the renewal. */
  readonly href: string;
  /** For its looks. */
  readonly className: string;
  /** Its words. */
  readonly children: ReactNode;
  /** The base URL of the API whose panel, where it is on the page, opens its renewal for it. */
  readonly 'data-license-renews': string | undefined;
};

/** Makes a link by the host's own router. */
export type RenderLink = (props: LicenseLinkProps) => ReactNode;

/** What the provider hands to the components; it changes only when one of its members does. */
export type LicenseContextValue = {
  /** `null` where there is no provider, or no query client; everything then stays silent. */
  readonly client: LicenseClient | null;
  /** After a 403 `member`, whatever the host says: for the API the person is no admin. */
  readonly role: LicenseRole;
  /** By the API's clock; it flips at its instant, for all components at once. */
  readonly state: LicenseState;
  readonly license: License | null;
  readonly freshness: Freshness;
  readonly queryClient: QueryClient | null;
  readonly refresh: () => Promise<boolean>;
  /** What the roots of the parts carry. */
  readonly language: LanguageAttributes;
  /** `null` for the English ones, which each component brings along. */
  readonly words: Language | null;
  /** `null` while the words of the language are being loaded, and where there is no provider. */
  readonly format: Format | null;
  readonly messages: MessageOverrides;
  readonly licenseHref: string | undefined;
  readonly renderLink?: RenderLink | undefined;
};

/** What stands where the provider is missing: nobody is an admin, nothing is known. */
export const SILENT: LicenseContextValue = {
  client: null,
  role: 'member',
  state: 'unknown',
  license: null,
  freshness: 'pending',
  queryClient: null,
  refresh: async () => false,
  language: ENGLISH,
  words: null,
  format: null,
  messages: {},
  licenseHref: undefined,
};

type LicenseContexts = {
  readonly current: LicenseContextValue;
  /** The value of the provider's first render, which is also what a server renders. */
  readonly first: LicenseContextValue;
};

export const LicenseContext = createContext<LicenseContexts | null>(null);

/**
 * Returns the provider's value. Without a provider, returns a silent one, and development warns once.
 *
 * A Suspense boundary may hydrate after the license is known. Its first render must match the server's HTML, so it reads `first`.
 */
export function useLicenseContext(): LicenseContextValue {
  const contexts = useContext(LicenseContext);
  const isHydrated = useSyncExternalStore(neverChanges, isInBrowser, isOnServer);
  if (process.env.NODE_ENV !== 'production' && contexts === null) warnOnce(...developmentWarnings['no-provider']);
  return (isHydrated ? contexts?.current : contexts?.first) ?? SILENT;
}

const neverChanges = () => () => undefined;
const isInBrowser = () => true;
const isOnServer = () => false;
