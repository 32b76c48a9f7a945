import { useCallback, useEffect, useId, useReducer, useState } from 'react';
import type { Simulation } from '../createSimulation.js';
import { nearestStop, TIME_STOPS, timeWords } from '../timeStops.js';
import { useSimulationChanges } from './useSimulationChanges.js';

const RENDER_MS = 5_000;

type TimeSliderProps = { readonly world: Simulation; readonly move: (days: number) => void };

/** Moves the API's clock: later to the right, in smaller steps near a state change. */
export function TimeSlider({ world, move }: TimeSliderProps) {
  const id = useId();
  const [moving, setMoving] = useState<number | null>(null);
  const settle = useCallback(() => setMoving(null), []);
  useSimulationChanges(world, settle);
  useTick();
  const days = moving ?? world.daysLeft();
  const words = days === null ? 'No expiry date' : timeWords(days);

  return (
    <div className="demo-time">
      <label htmlFor={id}>Days left</label>
      <span className="demo-time-words" aria-hidden="true">
        {words}
      </span>
      <input
        id={id}
        type="range"
        min={0}
        max={TIME_STOPS.length - 1}
        value={days === null ? 0 : nearestStop(days)}
        disabled={days === null}
        aria-valuetext={words}
        onChange={({ target }) => {
          const to = TIME_STOPS[target.valueAsNumber] ?? 0;
          setMoving(to);
          move(to);
        }}
      />
      <div className="demo-zones" aria-hidden="true">
        <span>Active</span>
        <span>Expiring</span>
        <span>Grace</span>
        <span>Expired</span>
      </div>
    </div>
  );
}

// Renders again as time passes while the slider is not moved.
function useTick(): void {
  const [, tick] = useReducer((ticks: number) => ticks + 1, 0);
  useEffect(() => {
    const timer = setInterval(tick, RENDER_MS);
    return () => clearInterval(timer);
  }, []);
}
