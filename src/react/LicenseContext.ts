import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { LicenseClient } from '../client/createLicenseClient.js';
import { type LicenseView, NO_VIEW } from '../client/observeLicense.js';
import { warnOnce } from '../client/warnOnce.js';
import { createEmitter } from '../lib/createEmitter.js';
import type { Format } from '../messages/createFormat.js';
import type { Language, MessageOverrides } from '../messages/Messages.js';
import { developmentWarnings } from './development/developmentWarnings.js';
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

/** What the app passes to the provider. */
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
  readonly messages: MessageOverrides;
  readonly licenseHref: string | undefined;
  readonly renderLink?: RenderLink | undefined;
};

/** The settings without a client. */
export const NO_SETTINGS: LicenseSettings = {
  client: null,
  role: 'member',
  language: ENGLISH,
  words: null,
  format: null,
  messages: {},
  licenseHref: undefined,
};

/** What components read. After a 403 the role is `member`: the API wins over the prop. */
export type LicenseContextValue = LicenseSettings & LicenseView;

/** Holds the value of a provider. */
export type LicenseStore = {
  /** Calls the listener after each check and each change. Returns the undo. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Returns the same object until it changes. */
  readonly current: () => LicenseContextValue;
  /** Returns the value of the provider's first render, which is also what a server renders. */
  readonly first: () => LicenseContextValue;
  readonly setSettings: (settings: LicenseSettings) => void;
  readonly setView: (view: LicenseView) => void;
};

export function createLicenseStore(settings: LicenseSettings): LicenseStore {
  const { subscribe, emit } = createEmitter();
  const first = { ...settings, ...NO_VIEW };
  let view = NO_VIEW;
  let value: LicenseContextValue = first;
  const set = (nextSettings: LicenseSettings, nextView: LicenseView) => {
    if (nextSettings !== settings || nextView !== view) {
      settings = nextSettings;
      view = nextView;
      value = { ...settings, ...view, role: view.freshness === 'forbidden' ? 'member' : settings.role };
    }
    emit();
  };
  return {
    subscribe,
    current: () => value,
    first: () => first,
    setSettings: (next) => set(next, view),
    setView: (next) => set(settings, next),
  };
}

const NO_STORE = createLicenseStore(NO_SETTINGS);

/**
 * The context never changes, and components subscribe to the store. React 18.2 cannot hydrate a Suspense boundary whose context changes first: it
 * renders the boundary anew.
 */
export const LicenseContext = createContext<LicenseStore | null>(null);

/** Returns the store of the provider above. Without one, returns an empty store and, in development, warns once. */
export function useLicenseStore(): LicenseStore {
  const store = useContext(LicenseContext);
  if (process.env.NODE_ENV !== 'production' && store === null) warnOnce(...developmentWarnings['no-provider']);
  return store ?? NO_STORE;
}

/** Returns the provider's value. During hydration it is the first one, to match the server's HTML. */
export function useLicenseContext(): LicenseContextValue {
  const { subscribe, current, first } = useLicenseStore();
  return useSyncExternalStore(subscribe, current, first);
}
