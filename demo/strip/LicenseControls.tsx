import { useState } from 'react';
import { isScenarioName, type ScenarioName } from '../../mocks/scenarios.js';
import type { ApiClient } from '../apiClient.js';
import type { Simulation } from '../createSimulation.js';
import { type DemoState, readDemoState } from '../demoState.js';
import type { ChangeDemo } from '../useDemoState.js';
import { Choice } from './Choice.js';
import { TimeSlider } from './TimeSlider.js';
import { useSimulationChanges } from './useSimulationChanges.js';

const SCENARIO_NAMES: Readonly<Record<ScenarioName, string>> = {
  active: 'Active',
  expiring: 'Expiring in 5 days',
  'last-day': 'Last day',
  grace: 'Grace period',
  'grace-ending': 'Last 40 minutes of grace',
  expired: 'Expired',
  unlicensed: 'No license',
  'no-end': 'No end date',
  disputed: 'Licensed but refused',
  unnamed: 'Expired, 402s name no feature',
};
const OPTIONS = Object.keys(SCENARIO_NAMES)
  .filter(isScenarioName)
  .map((name) => [name, SCENARIO_NAMES[name]] as const);

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
    setMessage('The API has a new key. The page sees it at its next check, within minutes, or after “Check now”.');
  };
  const restart = async () => {
    setMessage('The API is unreachable for 5 seconds.');
    await world.restart();
    // The restarted API has read its current key, so it no longer refuses.
    if (readDemoState(location.search).scenario === 'disputed') change({ scenario: 'active' }, 'replace');
    setMessage('The API is back and has read its key. Open a refused page again to retry.');
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
