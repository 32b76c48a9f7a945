import { type QueryClient, QueryObserver } from '@tanstack/react-query';
import { SECOND_MS } from '../lib/time.js';
import type { Freshness } from '../license/freshness.js';
import type { License } from '../license/License.js';
import { type LicenseState, licenseStatus } from '../license/licenseStatus.js';
import { type CheckError, isFinal, isHeld } from './CheckError.js';
import type { LicenseClient } from './createLicenseClient.js';
import { haveClocksDiverged, NO_SNAPSHOT, serverNow } from './LicenseSnapshot.js';
import { licenseQueryOptions } from './licenseQueryOptions.js';

/** What the license means now. The same object as long as nothing changes. */
export type LicenseView = {
  readonly state: LicenseState;
  readonly freshness: Freshness;
  readonly license: License | null;
  /** True if the clocks of API, browser or a proxy differed by more than 5 minutes in the last response. */
  readonly clocksDiffer: boolean;
  /** The last failure; `null` after a success. */
  readonly error: CheckError | null;
  /** The API's time, in milliseconds since 1970. `null` before the first response and while the local clocks diverge. */
  readonly clock: Clock;
  /** The milliseconds since the last response. */
  readonly age: Clock;
  /** Fetches the license now. Never rejects, and resolves to whether it was read. */
  readonly refresh: () => Promise<boolean>;
};

/** A value that grows with time. */
export type Clock = {
  now(): number | null;
  /** Returns the milliseconds until the value is reached; `null` if only another response can reach it. */
  until(value: number): number | null;
};

const NO_CLOCK: Clock = { now: () => null, until: () => null };

/** The view for members, and without a signed-in user. */
export const NO_VIEW: LicenseView = {
  state: 'unknown',
  freshness: 'pending',
  license: null,
  clocksDiffer: false,
  error: null,
  clock: NO_CLOCK,
  age: NO_CLOCK,
  refresh: async () => false,
};

const EXAMINE_CLOCKS_EVERY_MS = 10 * SECOND_MS;
const STALE_MS = 30 * SECOND_MS;
// One check serves all 402s that arrive within this time.
const BURST_MS = 50;
/** Longer timeouts fire at once. */
export const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * Polls the license while the page is visible, and calls `onResult` after each check and at each change of state. Returns the undo.
 */
export function observeLicense(client: LicenseClient, queryClient: QueryClient, onResult: (view: LicenseView) => void): () => void {
  const { checks, memory, observers } = client.internals;
  const observer = new QueryObserver(queryClient, licenseQueryOptions(client, queryClient));
  let snapshot = NO_SNAPSHOT;
  // The API's time when the clocks diverged. It stands still until the next response, so that the last state stays.
  let divergedAt: number | null = null;
  let isStopped = false;
  let unsubscribe: () => void = () => undefined;
  let wakeTimer: ReturnType<typeof setTimeout> | undefined;
  let burstTimer: ReturnType<typeof setTimeout> | undefined;
  // The number of checks that had begun when the last event asked for one.
  let wanted: number | null = null;

  const lastError = () => observer.getCurrentResult().error;
  const clock: Clock = {
    now: () => (divergedAt === null ? serverNow(snapshot) : null),
    until: (instant) => {
      const now = clock.now();
      return now === null || snapshot.isFrozen ? null : instant - now;
    },
  };
  const age: Clock = {
    // The user can set the clock back.
    now: () => (snapshot.license === null ? null : Math.max(0, Date.now() - observer.getCurrentResult().dataUpdatedAt)),
    until: (value) => {
      const now = age.now();
      return now === null ? null : value - now;
    },
  };
  const refresh = async () => {
    const error = lastError();
    if (error !== null && isFinal(error)) error.heldUntil = 0;
    if (isStopped || isHeld(error)) return false;
    const { begun } = checks;
    await observer.refetch();
    return checks.answered > begun;
  };
  let view: LicenseView = { ...NO_VIEW, clock, age, refresh };

  const update = () => {
    const { data = NO_SNAPSHOT, error } = observer.getCurrentResult();
    if (data !== snapshot) divergedAt = null;
    snapshot = data;
    if (divergedAt === null && haveClocksDiverged(snapshot)) {
      divergedAt = serverNow(snapshot);
      checkSoon();
    }
    const license = error?.code === 'forbidden' ? null : snapshot.license;
    const now = divergedAt ?? serverNow(snapshot);
    const { state, changesAt } = licenseStatus(license, now);
    const delay = changesAt === null ? null : clock.until(changesAt);
    clearTimeout(wakeTimer);
    if (delay !== null) wakeTimer = setTimeout(update, Math.min(delay, MAX_TIMEOUT_MS));
    const freshness = error?.code ?? (license === null || divergedAt !== null ? 'pending' : 'fresh');
    const clocksDiffer = license !== null && snapshot.clocksDiffer;
    if (freshness === 'forbidden') memory.clear();
    if (
      state !== view.state ||
      freshness !== view.freshness ||
      license !== view.license ||
      clocksDiffer !== view.clocksDiffer ||
      error !== view.error
    ) {
      view = { ...view, state, freshness, license, clocksDiffer, error };
    }
    onResult(view);
  };

  // Checks after an event. While the page is hidden, the check waits.
  const checkSoon = () => {
    wanted = checks.begun;
    burstTimer ??= setTimeout(() => void runCheck(), BURST_MS);
  };
  const runCheck = async () => {
    burstTimer = undefined;
    const before = wanted;
    if (before === null || isHidden() || isHeld(lastError())) return;
    wanted = null;
    // The first call may join a check that began before the event.
    for (let call = 0; call < 2 && checks.begun === before && !isStopped; call += 1) await observer.refetch({ cancelRefetch: false });
  };
  const onFocus = () => {
    update();
    if (performance.now() - checks.begunAt > STALE_MS) checkSoon();
  };
  const onVisibilityChange = () => {
    if (isHidden()) return;
    if (!observer.hasListeners()) unsubscribe = observer.subscribe(update);
    update();
    if (wanted !== null) void runCheck();
  };

  // Without it, focus and reconnection do not reach the query.
  queryClient.mount();
  const handle = { license: () => view.license, refresh, checkSoon };
  observers.add(handle);
  onVisibilityChange();
  update();
  const timer = setInterval(update, EXAMINE_CLOCKS_EVERY_MS);
  document.addEventListener('visibilitychange', onVisibilityChange);
  window.addEventListener('focus', onFocus);
  return () => {
    isStopped = true;
    observers.delete(handle);
    clearInterval(timer);
    clearTimeout(wakeTimer);
    clearTimeout(burstTimer);
    document.removeEventListener('visibilitychange', onVisibilityChange);
    window.removeEventListener('focus', onFocus);
    unsubscribe();
    queryClient.unmount();
  };
}

function isHidden(): boolean {
  return document.visibilityState === 'hidden';
}
