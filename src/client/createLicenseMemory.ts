import { attempt, parseJson } from '../lib/attempt.js';
import { isWarnedState, type WarnedState } from '../license/warnedState.js';

/**
 * A storage for the banner's state: `localStorage`, `sessionStorage`, or an object of the app. Its methods may throw or do nothing.
 */
export type LicenseStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What the banner showed on an earlier visit. */
export type RememberedBanner = {
  readonly state: WarnedState;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** The banner's text, at most 300 characters. It reserves room and is never shown. */
  readonly text: string;
  /** Set if the user snoozed the banner or hid its details. */
  readonly dismissal: Dismissal | null;
};

/** When a snooze ends, in milliseconds since 1970; `null` for hidden details. */
export type Dismissal = { readonly until: number | null };

/** The stored entry of one API. An entry of another user counts as none. */
export type LicenseMemory = {
  /** Returns the same object until it changes; `null` for none. */
  read(): RememberedBanner | null;
  /** Stores the entry; `null` removes it. */
  write(entry: RememberedBanner | null): void;
  /** Removes the entry. */
  clear(): void;
};

const MAX_TEXT_LENGTH = 300;
const LATEST_INSTANT = 8.64e15;

/** @param storage Returns the storage; `null` for none. */
export function createLicenseMemory(baseUrl: string, scope: string, storage: () => LicenseStorage | null): LicenseMemory {
  const key = `alexandria-license:${baseUrl}`;
  let entry: RememberedBanner | null | undefined;

  const write = (next: RememberedBanner | null) => {
    entry = next && { ...next, text: next.text.slice(0, MAX_TEXT_LENGTH) };
    attempt(() => (entry ? storage()?.setItem(key, JSON.stringify({ scope, ...entry })) : storage()?.removeItem(key)));
  };
  return {
    read() {
      if (entry === undefined) entry = parseEntry(parseJson(attempt(() => storage()?.getItem(key)) ?? 'null'), scope);
      return entry;
    },
    write,
    clear: () => write(null),
  };
}

// Another version, another script or a person may have written it.
function parseEntry(stored: unknown, scope: string): RememberedBanner | null {
  const { state, expiresAt, text, dismissal, ...rest } = Object(stored);
  if (rest.scope !== scope || !isWarnedState(state) || !isInstant(expiresAt)) return null;
  const { until } = Object(dismissal);
  return {
    state,
    expiresAt,
    text: typeof text === 'string' ? text.slice(0, MAX_TEXT_LENGTH) : '',
    dismissal: until === null || isInstant(until) ? { until } : null,
  };
}

function isInstant(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= LATEST_INSTANT;
}
