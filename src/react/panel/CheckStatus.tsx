import { type ReactNode, useState } from 'react';
import type { Format, TimedValue } from '../../messages/createFormat.js';
import type { NameMessages, PanelMessages } from '../../messages/Messages.js';
import { useLicenseContext } from '../LicenseContext.js';
import { useResponseAge } from '../useServerClock.js';

type CheckStatusProps = { readonly words: PanelMessages; readonly names: NameMessages; readonly format: Format };

/** When the license was last read, and the button that reads it again. */
export function CheckStatus({ words, names, format }: CheckStatusProps): ReactNode {
  const { clock, refresh, license, freshness } = useLicenseContext();
  const [checking, setChecking] = useState(false);
  const [outcome, setOutcome] = useState<'none' | 'read' | 'failed'>('none');
  const checked = useResponseAge((age): TimedValue<string> => {
    // If the first check failed, the panel says why below.
    if (age === null) return [freshness === 'pending' ? words.neverChecked : '', null];
    const at = (clock.now() ?? Date.now()) - age;
    const [when, changesAt] = format.relative(at, at + age, names);
    return [words.checked(when), changesAt === null ? null : changesAt - at];
  });
  const check = async () => {
    if (checking) return;
    setChecking(true);
    setOutcome('none');
    const read = await refresh();
    setChecking(false);
    setOutcome(read ? 'read' : 'failed');
  };
  let announced = '';
  if (outcome === 'read') announced = words.checked(names.justNow);
  // A later check may have succeeded after this one failed.
  if (outcome === 'failed' && freshness !== 'fresh') announced = words.failureTitle({ known: license !== null });
  return (
    <div className="alx-check">
      <span>{checked}</span>
      <button type="button" className="alx-button" aria-disabled={checking} onClick={() => void check()}>
        {checking ? words.checking : words.checkNow}
      </button>
      <span className="alx-announcer" role="status">
        {announced}
      </span>
    </div>
  );
}
