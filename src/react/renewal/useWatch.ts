import { useEffect, useRef, useState } from 'react';
import type { License } from '../../license/License.js';
import { licenseIdentity } from '../../license/licenseIdentity.js';
import type { LicenseState } from '../../license/licenseStatus.js';
import { useLicenseContext } from '../LicenseContext.js';

/** The license that a new one is to take the place of, and what it was worth. */
export type Baseline = { readonly license: License; readonly state: LicenseState };

/** What is seen while a license is waited for. */
export type Watch =
  /**
   * `already` where the key says what is in force, `away` while checks fail, `nothing` and `silent` when the time is over, `lost`, `scheduled` and
   * `lapsed` where what arrived is worth nothing, or not yet.
   */
  | { readonly kind: 'idle' | 'present' | 'already' | 'away' | 'nothing' | 'silent' | 'lost' | 'scheduled' | 'lapsed' }
  | { readonly kind: 'renewed'; readonly before: Baseline | null; readonly after: License };

const EVERY_MS = 3_000;
const FOR_MS = 300_000;

/** Asks every few seconds, for five minutes, until the API answers with another license in force than the baseline, or with the expected one. */
export function useWatch(atOpening: Baseline | null, expected: License | null) {
  const { license, state, freshness, refresh, clock } = useLicenseContext();
  const [watching, setWatching] = useState<'no' | 'yes' | 'over'>('no');
  const [seen, setSeen] = useState<License | null>(null);
  // Watching again is for what comes after the license that was seen.
  const [later, setLater] = useState<Baseline | null>(null);
  const baseline = later ?? atOpening;
  const isSame = (one: License | null, other: License | null) =>
    one !== null && other !== null && licenseIdentity(one) === licenseIdentity(other);
  const isOther = baseline !== null && license !== null && licenseIdentity(license) !== licenseIdentity(baseline.license);
  const isInForce = state === 'active' || state === 'expiring' || state === 'grace';
  const isExpected = isSame(license, expected);
  // A key that says the same as the one before: nothing here can tell which of the two the API has read.
  const isAlready = isExpected && !isOther && baseline !== null;
  // Once seen, the new license counts, even if a later check returns the old one.
  const isNews = (isOther || (isExpected && baseline === null)) && isInForce;
  if (watching !== 'no' && isNews && (seen === null || (isExpected && !isSame(seen, expected)))) setSeen(license);
  const running = watching === 'yes' && seen === null && !isAlready;
  // `refresh()` would resume after a 401 and a 403, which only the app may do.
  const isHeld = useRef(false);
  useEffect(() => {
    isHeld.current = freshness === 'unauthorized' || freshness === 'forbidden';
  });
  useEffect(() => {
    if (!running) return undefined;
    let busy = false;
    const ask = async () => {
      if (busy || isHeld.current || document.visibilityState === 'hidden') return;
      busy = true;
      await refresh();
      busy = false;
    };
    void ask();
    const timer = setInterval(() => void ask(), EVERY_MS);
    const end = setTimeout(() => setWatching('over'), FOR_MS);
    return () => {
      clearInterval(timer);
      clearTimeout(end);
    };
  }, [running, refresh]);

  const isScheduled = expected?.notBefore !== undefined && expected.notBefore > (clock.now() ?? Date.now());
  const isAnswered = freshness === 'fresh' || freshness === 'pending';
  const watch = (): Watch => {
    if (watching === 'no') return { kind: 'idle' };
    if (seen !== null) return { kind: 'renewed', before: baseline, after: seen };
    if (isAlready) return { kind: 'already' };
    if (!isAnswered) return { kind: watching === 'over' ? 'silent' : 'away' };
    if (isOther && state === 'unlicensed') return { kind: isScheduled ? 'scheduled' : 'lost' };
    if (isOther) return { kind: 'lapsed' };
    return { kind: watching === 'over' ? 'nothing' : 'present' };
  };
  return {
    watch: watch(),
    isRunning: running,
    start() {
      if (seen !== null && license !== null) setLater({ license, state });
      setWatching('yes');
      setSeen(null);
    },
    stop: () => setWatching('no'),
  };
}
