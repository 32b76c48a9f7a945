import type { FaultName } from './faults.js';
import type { FaultScript } from './parseFaultScript.js';

/** Lets faults come and go as a script says. */
export type FaultPlayer = {
  /** The present one; `null` for none. */
  fault(): FaultName | null;
  /** Ends what was played before. */
  play(script: FaultScript): void;
  /** Calls `listener` when another fault has begun, or none is left; returns the undo. */
  onChange(listener: () => void): () => void;
};

/** @param renew Starts the API again with a license for a year. */
export function createFaultPlayer(renew: () => Promise<void>): FaultPlayer {
  const listeners = new Set<() => void>();
  let fault: FaultName | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;

  const show = (next: FaultName | null) => {
    fault = next;
    for (const listener of [...listeners]) listener();
  };
  const goOn = (script: FaultScript, at: number) => {
    const own = turn;
    const step = script[at];
    if (step === undefined) show(null);
    else if ('renews' in step) void renewAnd(() => own === turn && goOn(script, at + 1));
    else {
      show(step.fault);
      if (step.forMs === null) return;
      timer = setTimeout(goOn, step.forMs, script, at + 1);
      // In Node, a script keeps no process alive.
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
      turn += 1;
      goOn(script, 0);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
