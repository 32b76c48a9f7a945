import { type ReactNode, useEffect, useState } from 'react';
import type { Format, TimedValue } from '../../messages/createFormat.js';
import type { NameMessages, PanelMessages } from '../../messages/Messages.js';
import { MINUTE_MS } from '../../lib/time.js';
import { isCheckFailure } from '../../license/LicenseError.js';
import { useLicenseContext } from '../LicenseContext.js';
import { useResponseAge } from '../useServerClock.js';

type CheckStatusProps = { readonly words: PanelMessages; readonly names: NameMessages; readonly format: Format };

const CLEAR_MS = 10_000;

/** Shows the time of the last response, and a button that fetches the license. */
export function CheckStatus({ words, names, format }: CheckStatusProps): ReactNode {
  const { clock, refresh, license, freshness } = useLicenseContext();
  const [isRefreshing, setRefreshing] = useState(false);
  const [outcome, setOutcome] = useState<'none' | 'read' | 'failed'>('none');
  const checked = useResponseAge((age): TimedValue<string> => {
    // If the first check failed, the panel shows the reason below.
    if (age === null) return [freshness === 'pending' ? words.neverChecked : '', null];
    // "Just now" would contradict the note about a failed check.
    if (isCheckFailure(freshness) && age < MINUTE_MS) return ['', MINUTE_MS];
    const now = clock.now() ?? Date.now();
    const at = now - age;
    const [when, changesAt] = format.relative(at, now, names);
    return [words.checked(when), changesAt === null ? null : changesAt - at];
  });
  useEffect(() => {
    if (outcome === 'none') return undefined;
    // A user who reads the live region later must not find an outdated text.
    const timer = setTimeout(() => setOutcome('none'), CLEAR_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const onRefresh = async () => {
    if (isRefreshing) return;
    setRefreshing(true);
    setOutcome('none');
    const read = await refresh();
    setRefreshing(false);
    setOutcome(read ? 'read' : 'failed');
  };
  let announced = '';
  if (outcome === 'read' && freshness === 'fresh') announced = words.checked(names.justNow);
  // A later poll may have succeeded meanwhile.
  if (outcome === 'failed' && freshness !== 'fresh') announced = words.failureTitle({ known: license !== null });
  return (
    <div className="alx-check">
      {checked !== '' && <span>{checked}</span>}
      <button type="button" className="alx-link" aria-disabled={isRefreshing} onClick={() => void onRefresh()}>
        {isRefreshing ? words.checking : words.checkNow}
      </button>
      <span className="alx-announcer" role="status">
        {announced}
      </span>
    </div>
  );
}
