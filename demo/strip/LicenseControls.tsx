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

/** What license the API has, what time it is for it, and what a person or an operator does with it. */
export function LicenseControls({ state, change, world, api }: LicenseControlsProps) {
  const [told, setTold] = useState('');
  useSimulationChanges(world);
  const restarting = world.isRestarting();

  // Only the API changes; the page has to notice by itself.
  const renew = async () => {
    await world.renew();
    change({ scenario: 'active', days: null });
    setTold('The API has a new key. The page notices at its next check, within minutes; “Check now” asks at once.');
  };
  const restart = async () => {
    setTold('The API is away for 5 seconds.');
    await world.restart();
    // It has read its present key now, and refuses no more.
    if (readDemoState(location.search).scenario === 'disputed') change({ scenario: 'active' }, 'replace');
    setTold('The API is back, with the key that it should have. A page that was refused asks again when it is opened.');
  };
  const exportLog = async () => {
    try {
      await api.text('/admin/audit/export');
      setTold('The audit log was exported.');
    } catch (error) {
      setTold(error instanceof Error ? error.message : String(error));
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
        {told}
      </p>
    </section>
  );
}
