import type { QueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { LicenseClient } from '../client/createLicenseClient.js';
import type { Freshness } from '../license/freshness.js';
import type { License } from '../license/License.js';
import type { Format } from '../messages/createFormat.js';
import { createEmitter } from '../lib/createEmitter.js';
import type { Language, MessageOverrides } from '../messages/Messages.js';
import type { LicenseState } from '../license/licenseStatus.js';
import { developmentWarnings, warnOnce } from './development/warnOnce.js';
import { ENGLISH, type LanguageAttributes } from './useLanguage.js';

/** Whether the person administers the license, or only meets its effects. */
export type LicenseRole = 'admin' | 'member';

/** The props of `renderLink`. Spread all of them onto your link: `className` styles it, and the panel finds it by `data-license-renews`. */
export type LicenseLinkProps = {
  /** `licenseHref`, plus `#renew-license` if the link opens the renewal. */
  readonly href: string;
  /** Styles the link. */
  readonly className: string;
  /** The text of the link. */
  readonly children: ReactNode;
  /** The API's base URL if the link opens the renewal. The panel of that API, if it is on the page, then opens it without navigation. */
  readonly 'data-license-renews': string | undefined;
};

/** Renders a link with the app's router. */
export type RenderLink = (props: LicenseLinkProps) => ReactNode;

/** The value of the provider. It is memoized, and changes only if a field changes. */
export type LicenseContextValue = {
  /** `null` without a provider or a query client. Components then render nothing, and gates render their children. */
  readonly client: LicenseClient | null;
  /** The `role` prop, or `member` after a 403: the API wins over the prop. */
  readonly role: LicenseRole;
  /** The state at the server's time. It changes for all components in one commit. */
  readonly state: LicenseState;
  readonly license: License | null;
  readonly freshness: Freshness;
  readonly queryClient: QueryClient | null;
  readonly refresh: () => Promise<boolean>;
  /** `lang` and `dir` of each component's root element. */
  readonly language: LanguageAttributes;
  /** The loaded messages, or `null` for English: each component imports its own English messages. */
  readonly words: Language | null;
  /** `null` while messages load, and without a provider. */
  readonly format: Format | null;
  readonly messages: MessageOverrides;
  readonly licenseHref: string | undefined;
  readonly renderLink?: RenderLink | undefined;
};

/** The value without a usable provider. */
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

/**
 * The provider's context. It never changes, and components subscribe to `store` instead: React 18.2 cannot hydrate a Suspense boundary whose
 * context changes before, and renders it anew.
 */
export const LicenseContext = createContext<LicenseStore | null>(null);

/**
 * Returns the provider's value. Without a provider, returns `SILENT` and, in development, warns once.
 *
 * A Suspense boundary may hydrate after the license is known. Its first render must match the server's HTML, so it reads the first value.
 */
export function useLicenseContext(): LicenseContextValue {
  const store = useContext(LicenseContext);
  if (process.env.NODE_ENV !== 'production' && store === null) warnOnce(...developmentWarnings['no-provider']);
  const { subscribe, current, first } = store ?? NO_STORE;
  return useSyncExternalStore(subscribe, current, first);
}

/** Holds the provider's value. */
export type LicenseStore = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly current: () => LicenseContextValue;
  /** Returns the value of the provider's first render, which is also what a server renders. */
  readonly first: () => LicenseContextValue;
  /** Replaces the value and notifies the components. */
  readonly set: (value: LicenseContextValue) => void;
};

export function createLicenseStore(first: LicenseContextValue): LicenseStore {
  const { subscribe, emit } = createEmitter();
  let value = first;
  return {
    subscribe,
    current: () => value,
    first: () => first,
    set(next) {
      if (next === value) return;
      value = next;
      emit();
    },
  };
}

const NO_STORE = createLicenseStore(SILENT);
