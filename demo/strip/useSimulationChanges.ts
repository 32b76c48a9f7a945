import { useEffect, useReducer } from 'react';
import type { Simulation } from '../createSimulation.js';

/** Has the component look at the world again when something of it has changed. */
export function useSimulationChanges(world: Simulation, then?: () => void): void {
  const [, lookAgain] = useReducer((looks: number) => looks + 1, 0);
  useEffect(
    () =>
      world.subscribe(() => {
        then?.();
        lookAgain();
      }),
    [world, then],
  );
}
