import { useEffect, useState } from 'react';
import type { LicenseClient } from '../src/client.js';
import { useLicense } from '../src/index.js';
import type { Simulation } from './createSimulation.js';
import { type DemoState, readDemoState } from './demoState.js';
import type { ChangeDemo } from './useDemoState.js';

// Debounces the slider: the license is refreshed only once the slider rests.
const SETTLE_MS = 100;

type SyncUrlToSimulationProps = {
  readonly client: LicenseClient;
  readonly world: Simulation;
  readonly state: DemoState;
  readonly change: ChangeDemo;
};

/** Applies the URL to the mock API, the network and the browser's clock. Renders nothing. */
export function SyncUrlToSimulation({ client, world, state, change }: SyncUrlToSimulationProps) {
  const { license, refresh } = useLicense();
  const { scenario, days, now, role, cold } = state;
  // A fault waits for a good answer, so that there is a license to keep. Members never get one; `cold` does not wait.
  const [isDue, setDue] = useState(false);
  if (!isDue && (license !== null || role === 'member' || cold)) setDue(true);
  const fault = isDue ? state.fault : null;

  useEffect(() => {
    const refreshNow = () => {
      // A 401 or a `Retry-After` of the previous scenario must not hold back this check.
      client.internals.checks.error = null;
      return refresh();
    };
    const timer = setTimeout(() => void world.follow({ scenario, days, now, fault }, refreshNow), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [world, scenario, days, now, fault, refresh, client]);
  useEffect(
    () =>
      world.onMended(() => {
        const isRenewed = readDemoState(location.search).fault === 'outage-renewed';
        change({ fault: null, cold: false, ...(isRenewed ? { scenario: 'active', days: null } : {}) }, 'replace');
      }),
    [world, change],
  );
  return null;
}
