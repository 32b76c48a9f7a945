import { setImmediate as nextTurn } from 'node:timers/promises';

/** A clock on which hours pass in seconds. While it is installed, timers, dates and dice of the process are its own. */
export type VirtualClock = {
  /** Milliseconds since it was installed. */
  now(): number;
  /** Runs what is due until then, and lets each settle before the next. */
  runUntil(ms: number): Promise<void>;
  /** Gives the process its own back, and drops what was still to come. */
  remove(): void;
};

type Timer = { readonly at: number; readonly id: number; readonly callback: () => void; readonly every: number | null };

/**
 * Installs a clock that starts at `epoch`, in milliseconds since 1970.
 *
 * @param random From 0 to 1, in place of the process's dice.
 */
export function installClock(epoch: number, random: () => number): VirtualClock {
  const { setTimeout, clearTimeout, setInterval, clearInterval } = globalThis;
  const own = { date: Date.now, performance: performance.now, random: Math.random };
  const due: Timer[] = [];
  const live = new Set<number>();
  let [elapsed, ids] = [0, 0];

  const start = (callback: () => void, ms: number | undefined, repeats: boolean) => {
    const wait = Math.max(ms ?? 0, 1);
    ids += 1;
    live.add(ids);
    push(due, { at: elapsed + wait, id: ids, callback, every: repeats ? wait : null });
    return ids;
  };
  const stop = (id: unknown) => live.delete(Number(id));
  Object.assign(globalThis, {
    setTimeout: (callback: () => void, ms?: number) => start(callback, ms, false),
    clearTimeout: stop,
    setInterval: (callback: () => void, ms?: number) => start(callback, ms, true),
    clearInterval: stop,
  });
  Object.assign(Date, { now: () => epoch + elapsed });
  Object.assign(performance, { now: () => elapsed });
  Object.assign(Math, { random });

  return {
    now: () => elapsed,
    async runUntil(ms) {
      for (let first = due[0]; first !== undefined && first.at <= ms; first = due[0]) {
        pop(due);
        if (!live.has(first.id)) continue;
        elapsed = first.at;
        if (first.every === null) live.delete(first.id);
        else push(due, { ...first, at: first.at + first.every });
        first.callback();
        await nextTurn();
      }
      elapsed = ms;
    },
    remove() {
      Object.assign(globalThis, { setTimeout, clearTimeout, setInterval, clearInterval });
      Object.assign(Date, { now: own.date });
      Object.assign(performance, { now: own.performance });
      Object.assign(Math, { random: own.random });
    },
  };
}

// What is due stands in a binary heap: the earliest first, and of the same instant what was started first.
function isBefore(one: Timer | undefined, other: Timer | undefined): boolean {
  if (one === undefined || other === undefined) return one !== undefined;
  return one.at < other.at || (one.at === other.at && one.id < other.id);
}

function push(heap: Timer[], timer: Timer): void {
  let at = heap.length;
  for (let above = (at - 1) >> 1; at > 0 && isBefore(timer, heap[above]); above = (at - 1) >> 1) {
    heap[at] = heap[above] ?? timer;
    at = above;
  }
  heap[at] = timer;
}

function pop(heap: Timer[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let at = 0;
  for (;;) {
    const [left, right] = [2 * at + 1, 2 * at + 2];
    const next = isBefore(heap[right], heap[left]) ? right : left;
    const below = heap[next];
    if (below === undefined || !isBefore(below, last)) break;
    heap[at] = below;
    at = next;
  }
  heap[at] = last;
}
