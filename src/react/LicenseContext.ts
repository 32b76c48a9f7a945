import { type ComponentType, createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { LicenseClient } from '../client/createLicenseClient.js';
import { NOTHING_OBSERVED, type ObservedLicense } from '../client/observeLicense.js';
import { warnOnce } from '../client/warnOnce.js';
import { createEmitter } from '../lib/createEmitter.js';
import type { Format } from '../messages/createFormat.js';
import type { Language, MessageOverrides } from '../messages/Messages.js';
import { developmentWarnings } from './development/developmentWarnings.js';
import { ENGLISH, type LanguageAttributes } from './useLanguage.js';

/** An `admin` may see and renew the license. A `member` only sees which features are unavailable. */
export type LicenseRole = 'admin' | 'member';

/** The props of `renderLink`. Spread all of them onto your link: `className` styles it, and the panel finds it by `data-license-renews`. */
export type LicenseLinkProps = {
  /** `licenseHref`, plus `#renew-license` if the link opens the renewal and the URL has no fragment. */
  readonly href: string;
  /** Styles the link. */
  readonly className: string;
  /** The text of the link. */
  readonly children: ReactNode;
  /** The API's base URL if the link opens the renewal, otherwise `undefined`. A panel of that API on the same page opens the renewal without navigation. */
  readonly 'data-license-renews': string | undefined;
};

/** Renders a link with the app's router: a function, or a component that takes `href`. */
export type RenderLink = ((props: LicenseLinkProps) => ReactNode) | ComponentType<LicenseLinkProps>;

/** The URLs of links. `undefined` if the app has configured none, or an unsafe one. */
export type LicenseLinks = {
  /** The page with the panel. */
  readonly license?: string | undefined;
  readonly contact?: string | undefined;
  /** The page where a member can ask an administrator. */
  readonly ask?: string | undefined;
  /** Returns the URL of a feature's documentation. */
  readonly docs: (entitlement: string) => string | undefined;
};

/** The provider's props, with loaded messages and formats. */
export type LicenseSettings = {
  /** `null` without a signed-in user, a provider or a query client. Components then render nothing, and gates render their children. */
  readonly client: LicenseClient | null;
  readonly role: LicenseRole;
  /** `lang` and `dir` of each component's root element. */
  readonly language: LanguageAttributes;
  /** The loaded messages, or `null` for English: each component imports its own English messages. */
  readonly words: Language | null;
  /** `null` while messages load, and without a client. */
  readonly format: Format | null;
  /** The app's overrides of messages. */
  readonly messages: MessageOverrides;
  readonly links: LicenseLinks;
  readonly renderLink?: RenderLink | undefined;
  /** Days before the expiry at which the early reminder begins; `null` for none. */
  readonly reminderDays: number | null;
};

/** The settings without a client. */
export const NO_SETTINGS: LicenseSettings = {
  client: null,
  role: 'member',
  language: ENGLISH,
  words: null,
  format: null,
  messages: {},
  links: { docs: () => undefined },
  reminderDays: null,
};

/** The settings and the current license. After a 403 the role is `member`, whatever the prop is. */
export type LicenseContextValue = LicenseSettings & ObservedLicense;

/** Holds the value of a provider. */
export type LicenseStore = {
  /** Calls the listener after each update, even if the value is unchanged. Returns a function that unsubscribes. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Returns the same object until it changes. */
  readonly getState: () => LicenseContextValue;
  /** Returns the value of the provider's first render, which is also what a server renders. */
  readonly getInitialState: () => LicenseContextValue;
  readonly setSettings: (settings: LicenseSettings) => void;
  readonly setObserved: (observed: ObservedLicense) => void;
  /** The number of mounted banners. A banner announces a renewal, so that no other part needs to. */
  readonly banners: { count: number };
};

export function createLicenseStore(settings: LicenseSettings): LicenseStore {
  const { subscribe, emit } = createEmitter();
  let observed = NOTHING_OBSERVED;
  // One function for all values, so that a component can keep it from its first render.
  const refresh = () => observed.refresh();
  const initialState: LicenseContextValue = { ...settings, ...observed, refresh };
  let state = initialState;
  const set = (nextSettings: LicenseSettings, nextObserved: ObservedLicense) => {
    if (nextSettings !== settings || nextObserved !== observed) {
      settings = nextSettings;
      observed = nextObserved;
      state = { ...settings, ...observed, refresh, role: observed.freshness === 'forbidden' ? 'member' : settings.role };
    }
    // Hooks also read the clocks and the numbers of checks.
    emit();
  };
  return {
    subscribe,
    getState: () => state,
    getInitialState: () => initialState,
    setSettings: (next) => set(next, observed),
    setObserved: (next) => set(settings, next),
    banners: { count: 0 },
  };
}

const NO_STORE = createLicenseStore(NO_SETTINGS);

/**
 * The context value is the store, which never changes. If a context value changes before a Suspense boundary hydrates, React 18.2 renders the
 * boundary again on the client.
 */
export const LicenseContext = createContext<LicenseStore | null>(null);

/** Returns the store of the provider above. Without one, returns an empty store and, in development, warns once. */
export function useLicenseStore(): LicenseStore {
  const store = useContext(LicenseContext);
  if (process.env.NODE_ENV !== 'production' && store === null) warnOnce(...developmentWarnings['no-provider']);
  return store ?? NO_STORE;
}

/** Returns the provider's value. During hydration returns the initial value, which matches the server's HTML. */
export function useLicenseContext(): LicenseContextValue {
  const { subscribe, getState, getInitialState } = useLicenseStore();
  return useSyncExternalStore(subscribe, getState, getInitialState);
}
