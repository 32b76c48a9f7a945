import type { FaultName } from './faults.js';
import type { FaultScript } from './parseFaultScript.js';

/** Starts and ends faults by a script. */
export type FaultPlayer = {
  /** Returns the current fault; `null` for none. */
  fault(): FaultName | null;
  /** Plays a script from its start. Stops the previous one. */
  play(script: FaultScript): void;
  /** Calls `listener` when a fault starts or ends. Returns the unsubscribe function. */
  onChange(listener: () => void): () => void;
};

/** @param renew Restarts the API with a license for a year. */
export function createFaultPlayer(renew: () => Promise<void>): FaultPlayer {
  const listeners = new Set<() => void>();
  let fault: FaultName | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let plays = 0;

  const setFault = (next: FaultName | null) => {
    fault = next;
    for (const listener of [...listeners]) listener();
  };
  const playFrom = (script: FaultScript, at: number) => {
    const ownPlay = plays;
    const step = script[at];
    if (step === undefined) setFault(null);
    else if ('renews' in step) void renewAnd(() => ownPlay === plays && playFrom(script, at + 1));
    else {
      setFault(step.fault);
      if (step.forMs === null) return;
      timer = setTimeout(playFrom, step.forMs, script, at + 1);
      // In Node, a pending step must not keep the process alive.
      if (typeof timer === 'object') timer.unref();
    }
  };
  const renewAnd = async (then: () => void) => {
    await renew();
    then();
  };
  return {
    fault: () => fault,
    play(script) {
      clearTimeout(timer);
      plays += 1;
      playFrom(script, 0);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
