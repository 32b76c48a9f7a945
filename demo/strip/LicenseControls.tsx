import { useState } from 'react';
import { isScenarioName, scenarios } from '../../mocks/scenarios.js';
import type { ApiClient } from '../apiClient.js';
import type { Simulation } from '../createSimulation.js';
import { type DemoState, readDemoState } from '../demoState.js';
import type { ChangeDemo } from '../useDemoState.js';
import { Choice } from './Choice.js';
import { TimeSlider } from './TimeSlider.js';
import { useSimulationChanges } from './useSimulationChanges.js';

const OPTIONS = Object.keys(scenarios)
  .filter(isScenarioName)
  .map((name) => [name, name] as const);

type LicenseControlsProps = {
  readonly state: DemoState;
  readonly change: ChangeDemo;
  readonly world: Simulation;
  readonly api: ApiClient;
};

/** Controls for the API's license and time, and for renewal, restart and export. */
export function LicenseControls({ state, change, world, api }: LicenseControlsProps) {
  const [message, setMessage] = useState('');
  useSimulationChanges(world);
  const restarting = world.isRestarting();

  // Changes only the API: the page must detect the renewal with its own checks.
  const renew = async () => {
    await world.renew();
    change({ scenario: 'active', days: null });
    setMessage('The API has a new key. The page notices at its next check, within minutes; “Check now” asks at once.');
  };
  const restart = async () => {
    setMessage('The API is away for 5 seconds.');
    await world.restart();
    // The restarted API has read its current key, so it no longer refuses.
    if (readDemoState(location.search).scenario === 'disputed') change({ scenario: 'active' }, 'replace');
    setMessage('The API is back, with the key that it should have. A page that was refused asks again when it is opened.');
  };
  const exportLog = async () => {
    try {
      await api.text('/admin/audit/export');
      setMessage('The audit log was exported.');
    } catch (error) {
      setMessage(error instanceof Error ? error.message : String(error));
    }
  };

  return (
    <section className="demo-group" aria-labelledby="demo-license">
      <h3 id="demo-license">License and time</h3>
      <Choice label="Scenario" value={state.scenario} options={OPTIONS} choose={(scenario) => change({ scenario, days: null })} />
      <TimeSlider world={world} move={(days) => change({ days }, 'replace')} />
      <div className="demo-actions">
        <button type="button" className="demo-button" onClick={() => void renew()}>
          Renew in the background
        </button>
        <button type="button" className="demo-button" aria-disabled={restarting} onClick={() => restarting || void restart()}>
          Restart the API
        </button>
        <button type="button" className="demo-button" onClick={() => void exportLog()}>
          Export audit log
        </button>
      </div>
      <p className="demo-told" role="status">
        {message}
      </p>
    </section>
  );
}
