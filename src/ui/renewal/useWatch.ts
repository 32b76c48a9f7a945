import { useEffect, useRef, useState } from 'react';
import type { License } from '../../contract/License.js';
import { licenseIdentity } from '../../status/licenseIdentity.js';
import type { LicenseView } from '../useLicense.js';

/** What is seen while a license is waited for. */
export type Watch =
  | { readonly kind: 'idle' | 'present' | 'away' | 'nothing' }
  | { readonly kind: 'renewed'; readonly before: License | null; readonly after: License };

const EVERY_MS = 3_000;
const FOR_MS = 300_000;

/** Asks every few seconds, for five minutes, until the API answers with another license than when it was started. */
export function useWatch({ license, freshness, checkNow }: LicenseView) {
  const [watched, setWatched] = useState<{ readonly license: License | null } | null>(null);
  const [over, setOver] = useState(false);
  const [seen, setSeen] = useState<License | null>(null);
  const isRenewed = watched !== null && license !== null && licenseIdentity(license) !== licenseIdentity(watched.license);
  // What was seen stays seen, also where two replicas disagree for a while.
  if (isRenewed && seen === null) setSeen(license);
  const running = watched !== null && seen === null && !over;
  const check = useRef(checkNow);
  useEffect(() => {
    check.current = checkNow;
  });
  useEffect(() => {
    if (!running) return undefined;
    let busy = false;
    const ask = async () => {
      if (busy) return;
      busy = true;
      await check.current();
      busy = false;
    };
    void ask();
    const timer = setInterval(() => void ask(), EVERY_MS);
    const end = setTimeout(() => setOver(true), FOR_MS);
    return () => {
      clearInterval(timer);
      clearTimeout(end);
    };
  }, [running]);

  const watch = (): Watch => {
    if (watched === null) return { kind: 'idle' };
    if (seen !== null) return { kind: 'renewed', before: watched.license, after: seen };
    if (over) return { kind: 'nothing' };
    return { kind: freshness === 'fresh' || freshness === 'pending' ? 'present' : 'away' };
  };
  return {
    watch: watch(),
    start() {
      setWatched({ license });
      setSeen(null);
      setOver(false);
    },
    stop: () => setWatched(null),
  };
}
