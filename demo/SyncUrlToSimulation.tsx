import { useEffect, useState } from 'react';
import type { LicenseClient } from '../src/client.js';
import { useLicense } from '../src/index.js';
import type { Simulation } from './createSimulation.js';
import { type DemoState, readDemoState } from './demoState.js';
import type { ChangeDemo } from './useDemoState.js';

// A slider on its way passes many instants; the API is asked where it rests.
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
  // A fault comes after a good answer, so that there is something to keep, unless it is to be there from the start.
  const [isDue, setDue] = useState(false);
  if (!isDue && (license !== null || role === 'member' || cold)) setDue(true);
  const fault = isDue ? state.fault : null;

  useEffect(() => {
    const look = () => {
      // The API of the next scenario knows nothing of a 401 or a `Retry-After`.
      client.internals.checks.error = null;
      return refresh();
    };
    const timer = setTimeout(() => void world.follow({ scenario, days, now, fault }, look), SETTLE_MS);
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
