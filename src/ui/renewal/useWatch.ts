import { useEffect, useRef, useState } from 'react';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import type { License } from '../../contract/License.js';
import { licenseIdentity } from '../../status/licenseIdentity.js';
import type { LicenseState } from '../../status/licenseStatus.js';
import { useLicense } from '../useLicense.js';

/** The license that a new one is to take the place of, and what it was worth. */
export type Baseline = { readonly license: License; readonly state: LicenseState };

/** What is seen while a license is waited for. */
export type Watch =
  /** `away` while checks fail, `nothing` and `silent` when the time is over, `lost` and `lapsed` where what arrived is worth nothing. */
  | { readonly kind: 'idle' | 'present' | 'away' | 'nothing' | 'silent' | 'lost' | 'lapsed' }
  | { readonly kind: 'renewed'; readonly before: Baseline | null; readonly after: License };

const EVERY_MS = 3_000;
const FOR_MS = 300_000;

/** Asks every few seconds, for five minutes, until the API answers with another license in force than the baseline, or with the expected one. */
export function useWatch(client: LicenseClient, baseline: Baseline | null, expected: License | null) {
  const { license, state, freshness, checkNow } = useLicense();
  const [watching, setWatching] = useState<'no' | 'yes' | 'over'>('no');
  const [seen, setSeen] = useState<License | null>(null);
  const isOther = baseline !== null && license !== null && licenseIdentity(license) !== licenseIdentity(baseline.license);
  const isInForce = state === 'active' || state === 'expiring' || state === 'grace';
  const isExpected = expected !== null && license !== null && licenseIdentity(license) === licenseIdentity(expected);
  // What was seen stays seen, also where two replicas disagree for a while.
  if (watching !== 'no' && (isOther || isExpected) && isInForce && seen === null) setSeen(license);
  const running = watching === 'yes' && seen === null;
  useEffect(() => {
    if (seen !== null && baseline !== null && licenseIdentity(seen) !== licenseIdentity(baseline.license)) client.replace(baseline.license);
  }, [client, seen, baseline]);
  const check = useRef(checkNow);
  useEffect(() => {
    check.current = checkNow;
  });
  useEffect(() => {
    if (!running) return undefined;
    let busy = false;
    const ask = async () => {
      // Whoever has asked for patience gets it, here too.
      if (busy || client.isHeldBack()) return;
      busy = true;
      await check.current();
      busy = false;
    };
    void ask();
    const timer = setInterval(() => void ask(), EVERY_MS);
    const end = setTimeout(() => setWatching('over'), FOR_MS);
    return () => {
      clearInterval(timer);
      clearTimeout(end);
    };
  }, [running, client]);

  const isAnswered = freshness === 'fresh' || freshness === 'pending';
  const watch = (): Watch => {
    if (watching === 'no') return { kind: 'idle' };
    if (seen !== null) return { kind: 'renewed', before: baseline, after: seen };
    if (watching === 'over') return { kind: isAnswered ? 'nothing' : 'silent' };
    if (!isAnswered) return { kind: 'away' };
    if (isOther) return { kind: state === 'unlicensed' ? 'lost' : 'lapsed' };
    return { kind: 'present' };
  };
  return {
    watch: watch(),
    isRunning: running,
    start() {
      setWatching('yes');
      setSeen(null);
    },
    stop: () => setWatching('no'),
  };
}
