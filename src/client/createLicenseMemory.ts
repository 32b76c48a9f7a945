import { attempt, parseJson } from '../lib/attempt.js';
import { isWarnedState, type WarnedState } from '../license/warnedState.js';

/**
 * A storage for the banner's state: `localStorage`, `sessionStorage`, or an object of the app. Its methods may throw or do nothing.
 */
export type LicenseStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The warned state of an earlier visit. */
type RememberedState = {
  /** The state at the last response. */
  readonly state: WarnedState;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
};

/** The stored entries for one user and one API: state, `expires_at`, and whether the banner was dismissed. */
export type LicenseMemory = {
  /** Returns the same object until it changes; `null` for none. */
  state(): RememberedState | null;
  /** Stores the state; `null` removes it. */
  rememberState(state: RememberedState | null): void;
  /** Returns a stored value of the banner. It is untrusted. */
  banner(name: BannerMemory): unknown;
  /** Stores a value as JSON; `null` removes it. */
  rememberBanner(name: BannerMemory, value: unknown): void;
  /** Removes all entries. */
  clear(): void;
};

/** The dismissal, and the number of lines of the text. */
type BannerMemory = 'dismissal' | 'lines';

const NAMES = ['state', 'dismissal', 'lines'] as const;
const LATEST_INSTANT = 8.64e15;

/** @param storage Returns the storage; `null` for none. */
export function createLicenseMemory(baseUrl: string, scope: string, storage: () => LicenseStorage | null): LicenseMemory {
  const keyOf = (name: string) => `alexandria-license:${JSON.stringify([baseUrl, scope])}:${name}`;
  const read = (name: string): unknown => parseJson(attempt(() => storage()?.getItem(keyOf(name))) ?? 'null');
  const write = (name: string, value: unknown) =>
    attempt(() => (value === null ? storage()?.removeItem(keyOf(name)) : storage()?.setItem(keyOf(name), JSON.stringify(value))));
  let known: RememberedState | null | undefined;

  const memory: LicenseMemory = {
    state: () => {
      if (known === undefined) known = readState(read('state'));
      return known;
    },
    rememberState(next) {
      const { state, expiresAt } = next ?? {};
      const before = memory.state();
      if (before?.state === state && before?.expiresAt === expiresAt) return;
      known = next;
      write('state', next);
    },
    banner: read,
    rememberBanner: write,
    clear() {
      known = null;
      for (const name of NAMES) write(name, null);
    },
  };
  return memory;
}

// Another version, another script or a person may have written it.
function readState(stored: unknown): RememberedState | null {
  const { state, expiresAt } = Object(stored);
  const isInstant = Number.isInteger(expiresAt) && Math.abs(expiresAt) <= LATEST_INSTANT;
  return isWarnedState(state) && isInstant ? { state, expiresAt } : null;
}
