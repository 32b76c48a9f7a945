import { useEffect, useRef, useState } from 'react';
import { isHidden } from '../../client/isHidden.js';
import type { License } from '../../license/License.js';
import { licenseIdentity } from '../../license/licenseIdentity.js';
import type { LicenseState } from '../../license/licenseStatus.js';
import type { Reminder } from '../../license/earlyReminder.js';
import { useLicenseContext } from '../LicenseContext.js';
import { useReminder } from '../useReminder.js';

/** The license to be replaced, with its state and reminder when the renewal opened. */
export type Baseline = { readonly license: License; readonly state: LicenseState; readonly reminder: Reminder };

/** The progress of waiting for a new license. */
export type Watch =
  /**
   * - `idle`: not started.
   * - `present`: waiting; the API returns the previous license.
   * - `already`: the expected license was in force before.
   * - `away`: checks fail.
   * - `nothing`: five minutes passed without a new license.
   * - `silent`: five minutes passed, and checks fail.
   * - `lost`: the API has no license now.
   * - `scheduled`: the API has no license until the key becomes valid.
   * - `lapsed`: the new license is not in force.
   */
  | { readonly kind: 'idle' | 'present' | 'already' | 'away' | 'nothing' | 'silent' | 'lost' | 'scheduled' | 'lapsed' }
  | { readonly kind: 'renewed'; readonly before: Baseline | null; readonly after: License };

const REFRESH_INTERVAL_S = 3;
const WATCH_DURATION_S = 300;

/**
 * Fetches the license every 3 seconds, for 5 minutes at most, without the time in the background. Stops when the expected license is in force, or any
 * license other than the baseline.
 */
export function useWatch(atOpening: Baseline | null, expected: License | null) {
  const { license, state, freshness, refresh, clock } = useLicenseContext();
  const reminder = useReminder();
  const [watching, setWatching] = useState<'no' | 'yes' | 'over'>('no');
  const [seconds, setSeconds] = useState(0);
  // Increments with each start, which begins the five minutes again.
  const [run, setRun] = useState(0);
  const [seen, setSeen] = useState<License | null>(null);
  // If the user starts again, the license seen last becomes the baseline.
  const [nextBaseline, setNextBaseline] = useState<Baseline | null>(null);
  const baseline = nextBaseline ?? atOpening;
  const isSame = (one: License | null, other: License | null) =>
    one !== null && other !== null && licenseIdentity(one) === licenseIdentity(other);
  const isOther = baseline !== null && license !== null && licenseIdentity(license) !== licenseIdentity(baseline.license);
  const isInForce = state === 'active' || state === 'expiring' || state === 'grace';
  const isExpected = isSame(license, expected);
  // The key equals the license in force, so a response cannot show which key the API uses.
  const isAlready = isExpected && !isOther && isInForce && baseline !== null;
  // Once seen, the new license counts, even if a later check returns the old one.
  const isNewLicense = (isOther || (isExpected && baseline === null)) && isInForce;
  if (watching !== 'no' && isNewLicense && (seen === null || (isExpected && !isSame(seen, expected)))) setSeen(license);
  const running = watching === 'yes' && seen === null && !isAlready;
  // After a 401 or 403 only the app may call `refresh()`, because the call resumes polling.
  const isPollingStopped = useRef(false);
  useEffect(() => {
    isPollingStopped.current = freshness === 'unauthorized' || freshness === 'forbidden';
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `run` restarts the count
  useEffect(() => {
    if (!running) return undefined;
    let elapsed = 0;
    let isStopped = false;
    let pending: Promise<unknown> | null = null;
    const check = async () => {
      if (isPollingStopped.current || isHidden()) return;
      pending ??= refresh();
      await pending;
      pending = null;
    };
    const tick = async () => {
      if (isHidden()) return;
      elapsed += 1;
      setSeconds(elapsed);
      if (elapsed % REFRESH_INTERVAL_S === 0) await check();
      if (elapsed >= WATCH_DURATION_S && !isStopped) setWatching('over');
    };
    void check();
    const timer = setInterval(() => void tick(), 1_000);
    return () => {
      isStopped = true;
      clearInterval(timer);
    };
  }, [running, run, refresh]);

  const isScheduled = expected?.notBefore !== undefined && expected.notBefore > (clock.now() ?? Date.now());
  const hasResponse = freshness === 'fresh' || freshness === 'pending';
  const watch = (): Watch => {
    if (watching === 'no') return { kind: 'idle' };
    if (seen !== null) return { kind: 'renewed', before: baseline, after: seen };
    if (isAlready) return { kind: 'already' };
    if (!hasResponse) return { kind: watching === 'over' ? 'silent' : 'away' };
    if (state === 'unlicensed' && isScheduled) return { kind: 'scheduled' };
    if (isOther && state === 'unlicensed') return { kind: 'lost' };
    if (isOther) return { kind: 'lapsed' };
    return { kind: watching === 'over' ? 'nothing' : 'present' };
  };
  return {
    watch: watch(),
    isRunning: running,
    /** The seconds of the watch so far. */
    seconds,
    start() {
      setSeconds(0);
      setRun(run + 1);
      if (seen !== null && license !== null) setNextBaseline({ license, state, reminder });
      setWatching('yes');
      setSeen(null);
    },
    stop: () => setWatching('no'),
  };
}
