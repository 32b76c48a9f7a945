import { attempt, parseJson } from '../lib/attempt.js';
import { createEmitter } from '../lib/createEmitter.js';
import { isRecord } from '../lib/guards.js';
import { type BannerState, isBannerState } from '../license/warnedState.js';

/** The storage for the banner: `localStorage`, `sessionStorage`, or an object of the app. Its methods may throw or do nothing. */
export type LicenseStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The banner of the last visit. */
export type RememberedBanner = {
  readonly state: BannerState;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** The banner's text, at most 300 characters. Reserves space for the banner, and is never shown. */
  readonly text: string;
  /** Set if the user snoozed the banner or hid its details; otherwise `null`. */
  readonly dismissal: Dismissal | null;
};

/** A snooze, or hidden details. */
export type Dismissal = {
  /** When the snooze ends, in milliseconds since 1970; `null` if the details are hidden. */
  readonly until: number | null;
};

/** Reads and writes the stored banner of one API and one user. */
export type LicenseMemory = {
  /** Returns the entry, as the same object until it changes; `null` if there is none, or if it belongs to another user. */
  read(): RememberedBanner | null;
  /** Stores the entry; `null` removes it. */
  write(entry: RememberedBanner | null): void;
  /** Calls a listener after a snooze or its end, and after another tab has changed the entry. Returns a function that unsubscribes. */
  subscribe(listener: () => void): () => void;
};

/** Remembers nothing, for pages without a client. */
export const NO_MEMORY: LicenseMemory = { read: () => null, write: () => undefined, subscribe: () => () => undefined };

const MAX_TEXT_LENGTH = 300;
// The largest time that `Date` supports.
const MAX_DATE_MS = 8.64e15;

/**
 * Creates the memory of one API and one user.
 *
 * @param storage Returns the storage; `null` for none. Called for each access, because reading `localStorage` may throw.
 */
export function createLicenseMemory(baseUrl: string, scope: string, storage: () => LicenseStorage | null): LicenseMemory {
  const key = `alexandria-license:${baseUrl}`;
  let entry: RememberedBanner | null | undefined;
  const { subscribe, emit } = createEmitter();
  return {
    read() {
      if (entry === undefined) entry = parseEntry(parseJson(attempt(() => storage()?.getItem(key)) ?? 'null'), scope);
      return entry;
    },
    write(next) {
      const dismissal = entry?.dismissal ?? null;
      entry = next && { ...next, text: next.text.slice(0, MAX_TEXT_LENGTH) };
      attempt(() => (entry ? storage()?.setItem(key, JSON.stringify({ scope, ...entry })) : storage()?.removeItem(key)));
      if (entry && entry.dismissal !== dismissal) emit();
    },
    subscribe(listener) {
      const onStorage = (event: StorageEvent) => {
        if (event.key !== key) return;
        entry = undefined;
        listener();
      };
      const unsubscribe = subscribe(listener);
      addEventListener('storage', onStorage);
      return () => {
        unsubscribe();
        removeEventListener('storage', onStorage);
      };
    },
  };
}

// The entry may come from another version, another script or a person.
function parseEntry(stored: unknown, scope: string): RememberedBanner | null {
  if (!isRecord(stored) || stored['scope'] !== scope) return null;
  const { state, expiresAt, text, dismissal } = stored;
  if (!isBannerState(state) || !isInstant(expiresAt)) return null;
  const until = isRecord(dismissal) ? dismissal['until'] : undefined;
  return {
    state,
    expiresAt,
    text: typeof text === 'string' ? text.slice(0, MAX_TEXT_LENGTH) : '',
    dismissal: until === null || isInstant(until) ? { until } : null,
  };
}

function isInstant(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= MAX_DATE_MS;
}
