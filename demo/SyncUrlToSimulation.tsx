import { useEffect, useState } from 'react';
import { useLicense } from '../src/index.js';
import type { Simulation } from './createSimulation.js';
import { type DemoState, readDemoState } from './demoState.js';
import type { ChangeDemo } from './useDemoState.js';

// A slider on its way passes many instants; the API is asked where it rests.
const SETTLE_MS = 100;

type FollowedWorldProps = { readonly world: Simulation; readonly state: DemoState; readonly change: ChangeDemo };

/** Nothing to see: it has the mock API, the network and the browser's clock become as the URL says. */
export function SyncUrlToSimulation({ world, state, change }: FollowedWorldProps) {
  const { license, refresh } = useLicense();
  const { scenario, days, now, role, cold } = state;
  // A fault comes after a good answer, so that there is something to keep, unless it is to be there from the start.
  const [isDue, setDue] = useState(false);
  if (!isDue && (license !== null || role === 'member' || cold)) setDue(true);
  const fault = isDue ? state.fault : null;

  useEffect(() => {
    const timer = setTimeout(() => void world.follow({ scenario, days, now, fault }, refresh), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [world, scenario, days, now, fault, refresh]);
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
