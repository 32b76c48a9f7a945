import { useId } from 'react';
import { type DemoFault, demoFaults, isDemoFault, MAIN_FAULTS, MORE_FAULTS } from '../demoFaults.js';
import type { DemoState } from '../demoState.js';
import type { ChangeDemo } from '../useDemoState.js';

type FaultControlsProps = { readonly state: DemoState; readonly change: ChangeDemo };

/** Controls for the faults. Only one fault is active at a time. */
export function FaultControls({ state: { fault, cold }, change }: FaultControlsProps) {
  const id = useId();
  const choose = (next: DemoFault | null) => change({ fault: next, cold: next !== null && cold });
  const more = fault !== null && MORE_FAULTS.includes(fault) ? fault : '';

  return (
    <section className="demo-group" aria-labelledby={id}>
      <h3 id={id}>Faults</h3>
      <div className="demo-pills">
        {MAIN_FAULTS.map((name) => (
          <button
            key={name}
            type="button"
            className="demo-pill"
            aria-pressed={fault === name}
            onClick={() => choose(fault === name ? null : name)}
          >
            {demoFaults[name].label}
          </button>
        ))}
        <select
          className="demo-pill"
          aria-label="More faults"
          data-chosen={more !== ''}
          value={more}
          onChange={({ target: { value } }) => choose(isDemoFault(value) ? value : null)}
        >
          <option value="">{more === '' ? 'More…' : 'None'}</option>
          {MORE_FAULTS.map((name) => (
            <option key={name} value={name}>
              {demoFaults[name].label}
            </option>
          ))}
        </select>
      </div>
      {fault !== null && <p className="demo-says">{demoFaults[fault].says}</p>}
      {fault !== null && (
        <label className="demo-check">
          <input type="checkbox" checked={cold} onChange={({ target }) => change({ cold: target.checked })} />
          Start before the first check
        </label>
      )}
    </section>
  );
}
