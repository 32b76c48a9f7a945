import { notifyManager, type QueryClient, QueryObserver } from '@tanstack/react-query';
import { isHidden } from './isHidden.js';
import { SECOND_MS } from '../lib/time.js';
import type { Freshness } from '../license/freshness.js';
import type { License } from '../license/License.js';
import { type LicenseState, licenseStatus } from '../license/licenseStatus.js';
import { type CheckError, isCheckError } from './CheckError.js';
import type { LicenseClient } from './createLicenseClient.js';
import { haveClocksDiverged, NO_SNAPSHOT, readSnapshot, serverNow } from './LicenseSnapshot.js';
import { licenseQueryOptions, STALE_MS } from './licenseQueryOptions.js';

/** The license, its state and the result of the last check. The same object until one of them changes. */
export type ObservedLicense = {
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
  /** Fetches the license now. Never rejects. Resolves to true if the license was read. */
  readonly refresh: () => Promise<boolean>;
};

/** A value that grows with time. */
export type Clock = {
  now(): number | null;
  /** Returns the milliseconds until the clock shows `value`; `null` if the clock is stopped or unknown. */
  until(value: number): number | null;
};

const NO_CLOCK: Clock = { now: () => null, until: () => null };

/** The result for members, and without a signed-in user. */
export const NOTHING_OBSERVED: ObservedLicense = {
  state: 'unknown',
  freshness: 'pending',
  license: null,
  clocksDiffer: false,
  error: null,
  clock: NO_CLOCK,
  age: NO_CLOCK,
  refresh: async () => false,
};

const CLOCK_CHECK_INTERVAL_MS = 10 * SECOND_MS;
// One check serves all events within this time, such as the 402s of a page.
const BURST_MS = 50;
/** The longest delay of `setTimeout`. Longer ones fire at once. */
export const MAX_DELAY_MS = 2 ** 31 - 1;

/**
 * Polls the license while the page is visible. Calls `onResult` after each check, at each change of state, and every 10 seconds. Returns a
 * function that stops polling.
 */
export function observeLicense(client: LicenseClient, queryClient: QueryClient, onResult: (observed: ObservedLicense) => void): () => void {
  const { checks, memory, observers, isHeld } = client.internals;
  let snapshot = NO_SNAPSHOT;
  const options = licenseQueryOptions(client, queryClient);
  const queryObserver = new QueryObserver(queryClient, {
    ...options,
    enabled: true,
    notifyOnChangeProps: 'all',
    // After `clear()` the license stays until the next response.
    initialData: () => snapshot,
    // The page's visibility counts, and not the `focusManager`, which the app may override.
    refetchInterval: (query) => !isHidden() && typeof options.refetchInterval === 'function' && options.refetchInterval(query),
    refetchIntervalInBackground: true,
    refetchOnWindowFocus: false,
  });
  let isStopped = false;
  let wakeTimer: ReturnType<typeof setTimeout> | undefined;
  let burstTimer: ReturnType<typeof setTimeout> | undefined;
  // `checks.begun` at the last event that needs a check; `null` if none is due.
  let begunAtEvent: number | null = null;

  const clock: Clock = {
    now: () => (checks.divergedAt === null ? serverNow(snapshot) : null),
    until: (instant) => {
      const now = clock.now();
      return now === null || snapshot.isFrozen ? null : instant - now;
    },
  };
  const age: Clock = {
    // The larger one: the user may set the clock back, and the monotonic clock may stop while the machine sleeps.
    now: () => {
      const { answeredAt } = checks;
      if (snapshot.license === null || answeredAt === null) return null;
      return Math.max(Date.now() - answeredAt.wall, performance.now() - answeredAt.monotonic);
    },
    until: (value) => {
      const now = age.now();
      return now === null ? null : value - now;
    },
  };
  const refresh = async () => {
    if (isHeld()) return false;
    const { begun } = checks;
    await queryObserver.refetch();
    return checks.answered > begun;
  };
  let observed: ObservedLicense = { ...NOTHING_OBSERVED, clock, age, refresh: client.refresh };

  // Two calls, because the first may join a check that began before the event.
  const runScheduledRefresh = async () => {
    burstTimer = undefined;
    const begunBefore = begunAtEvent;
    if (begunBefore === null || isHidden() || isHeld()) return;
    begunAtEvent = null;
    const isDue = () => checks.begun === begunBefore && !isStopped;
    if (isDue()) await queryObserver.refetch({ cancelRefetch: false });
    if (isDue()) await queryObserver.refetch({ cancelRefetch: false });
  };
  const startBurst = () => {
    burstTimer ??= setTimeout(() => void runScheduledRefresh(), BURST_MS);
  };
  const scheduleRefresh = () => {
    begunAtEvent = checks.begun;
    startBurst();
  };

  const update = () => {
    if (isStopped) return;
    const result = queryObserver.getCurrentResult();
    snapshot = readSnapshot(result.data);
    const error = isCheckError(result.error) ? result.error : null;
    if (checks.divergedAt === null && haveClocksDiverged(snapshot)) {
      checks.divergedAt = serverNow(snapshot);
      scheduleRefresh();
    }
    // Before TanStack Query 5.66 a query of the app cannot clear the cache after a 403.
    const license = error?.code === 'forbidden' ? null : snapshot.license;
    const { state, changesAt } = licenseStatus(license, checks.divergedAt ?? serverNow(snapshot));
    const delay = changesAt === null ? null : clock.until(changesAt);
    clearTimeout(wakeTimer);
    if (delay !== null) wakeTimer = setTimeout(update, Math.min(delay, MAX_DELAY_MS));
    const freshness = error?.code ?? (license === null || checks.divergedAt !== null ? 'pending' : 'fresh');
    const clocksDiffer = license !== null && snapshot.clocksDiffer;
    if (freshness === 'forbidden') memory.write(null);
    if (
      state !== observed.state ||
      freshness !== observed.freshness ||
      license !== observed.license ||
      clocksDiffer !== observed.clocksDiffer ||
      error !== observed.error
    ) {
      observed = { ...observed, state, freshness, license, clocksDiffer, error };
    }
    onResult(observed);
  };
  const onPageEvent = () => {
    // TanStack computes the poll interval again: none while the page is hidden.
    queryObserver.setOptions(queryObserver.options);
    if (isHidden()) return;
    update();
    if (performance.now() - checks.begunAt > STALE_MS) scheduleRefresh();
    // An event came while the page was hidden.
    else if (begunAtEvent !== null) startBurst();
  };

  // A `queryClient` prop may be unmounted. An unmounted query client ignores focus and reconnection.
  queryClient.mount();
  const mountedObserver = { license: () => observed.license, refresh, scheduleRefresh };
  observers.add(mountedObserver);
  // Scheduled like in `useQuery`, so that a render sees the outcome of a check and not the steps to it.
  const unsubscribe = queryObserver.subscribe(notifyManager.batchCalls(update));
  update();
  const timer = setInterval(update, CLOCK_CHECK_INTERVAL_MS);
  document.addEventListener('visibilitychange', onPageEvent);
  window.addEventListener('focus', onPageEvent);
  return () => {
    isStopped = true;
    observers.delete(mountedObserver);
    clearInterval(timer);
    clearTimeout(wakeTimer);
    clearTimeout(burstTimer);
    document.removeEventListener('visibilitychange', onPageEvent);
    window.removeEventListener('focus', onPageEvent);
    unsubscribe();
    queryClient.unmount();
  };
}
