import { useEffect, useReducer } from 'react';
import type { Simulation } from '../createSimulation.js';

/** Renders the component again, and calls `then`, when the simulation has changed. */
export function useSimulationChanges(world: Simulation, then?: () => void): void {
  const [, renderAgain] = useReducer((renders: number) => renders + 1, 0);
  useEffect(
    () =>
      world.subscribe(() => {
        then?.();
        renderAgain();
      }),
    [world, then],
  );
}
