import { type FormEvent, useRef, useState } from 'react';
import type { ScenarioName } from '../../mocks/scenarios.js';
import { SECOND_MS } from '../../src/lib/time.js';
import type { Simulation } from '../createSimulation.js';
import type { ChangeDemo } from '../useDemoState.js';
import { useSimulationChanges } from './useSimulationChanges.js';

const RESTART_SECONDS = 10;
const MAX_RESTART_SECONDS = 120;

type RenewalControlsProps = { readonly change: ChangeDemo; readonly world: Simulation };

/**
 * Controls for both ends of a renewal: a new key to paste, and the restart of the API with the pasted key.
 * The key reaches neither the URL nor a storage. Without a clipboard, it is shown until the next restart or copy.
 */
export function RenewalControls({ change, world }: RenewalControlsProps) {
  const [message, setMessage] = useState('');
  // Only if the clipboard is unavailable.
  const [shownKey, setShownKey] = useState<string | null>(null);
  const keyField = useRef<HTMLInputElement>(null);
  const secondsField = useRef<HTMLInputElement>(null);
  useSimulationChanges(world);
  const restarting = world.isRestarting();

  const copy = async () => {
    const key = await world.mintKey();
    try {
      await navigator.clipboard.writeText(key);
      setShownKey(null);
      setMessage('Key copied. Paste it into the renewal on the license page.');
    } catch {
      // No clipboard on plain http, or without permission.
      setShownKey(key);
      setMessage('The clipboard is not available. Copy the key from the field.');
    }
  };
  const restart = async (event: FormEvent) => {
    event.preventDefault();
    const [key, seconds] = [keyField.current, secondsField.current?.valueAsNumber];
    if (restarting || key === null || seconds === undefined) return;
    const licenseKey = key.value;
    key.value = '';
    setShownKey(null);
    setMessage(`The API is unreachable for ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`);
    const scenario = await world.restartWithKey(licenseKey, seconds * SECOND_MS);
    change({ scenario, days: null }, 'replace');
    setMessage(resultWords(scenario));
  };

  return (
    <section className="demo-group" aria-labelledby="demo-renewal">
      <h3 id="demo-renewal">Renewal</h3>
      <button type="button" className="demo-button" onClick={() => void copy()}>
        Copy a new key
      </button>
      <form className="demo-renewal" autoComplete="off" onSubmit={(event) => void restart(event)}>
        {shownKey !== null && (
          <label className="demo-choice">
            <span>New key</span>
            <input key={shownKey} ref={selectText} type="text" readOnly defaultValue={shownKey} />
          </label>
        )}
        <label className="demo-choice">
          <span>Key for the restarted API</span>
          <input ref={keyField} type="text" required autoComplete="off" autoCapitalize="off" autoCorrect="off" spellCheck={false} />
        </label>
        <div className="demo-actions">
          <label className="demo-choice">
            <span>Seconds away</span>
            <input ref={secondsField} type="number" required min={0} max={MAX_RESTART_SECONDS} defaultValue={RESTART_SECONDS} />
          </label>
          <button type="submit" className="demo-button" aria-disabled={restarting}>
            Restart the API with this key
          </button>
        </div>
      </form>
      <p className="demo-told" role="status">
        {message}
      </p>
    </section>
  );
}

function resultWords(scenario: ScenarioName): string {
  if (scenario === 'unlicensed') return 'The API rejected this key, and runs without a license.';
  if (scenario === 'expired') return 'The API is back with this key, which has expired.';
  return 'The API is back with this key.';
}

function selectText(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}
