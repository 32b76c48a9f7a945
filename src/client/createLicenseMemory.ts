import { attempt, parseJson } from '../lib/attempt.js';
import { isWarnedState, type WarnedState } from '../license/warnedState.js';

/**
 * Where little is remembered between visits: `localStorage`, `sessionStorage`, or an object of the host's with these
 * methods. They may throw, or do nothing: then it is only forgotten sooner.
 */
export type LicenseStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The state that the last answer of an earlier visit told, where it was one to warn of. */
type RememberedState = {
  /** The state, as of then. */
  readonly state: WarnedState;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
};

/** What is remembered of the license for one person at one API: no more than its state and `expires_at`, and how the banner was left. */
export type LicenseMemory = {
  /** `null` for nothing; the same object until it changes. */
  state(): RememberedState | null;
  /** `null` forgets it. */
  rememberState(state: RememberedState | null): void;
  /** What was remembered of the banner; untrusted. */
  banner(name: BannerMemory): unknown;
  /** `null` forgets it; the value has to survive JSON. */
  rememberBanner(name: BannerMemory, value: unknown): void;
  /** Forgets everything. */
  clear(): void;
};

/** Whether the banner was put away, and how many lines it took. */
type BannerMemory = 'dismissal' | 'lines';

const NAMES = ['state', 'dismissal', 'lines'] as const;
const LATEST_INSTANT = 8.64e15;

/** @param storage `null` for none. */
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

// What is stored is untrusted: another version, another script or a person may have written it.
function readState(stored: unknown): RememberedState | null {
  const { state, expiresAt } = Object(stored);
  const isInstant = Number.isInteger(expiresAt) && Math.abs(expiresAt) <= LATEST_INSTANT;
  return isWarnedState(state) && isInstant ? { state, expiresAt } : null;
}
