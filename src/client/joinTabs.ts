import { type Message, messageOf, type Outcome, outcomeOf, readMessage } from './tabMessages.js';

// A tab that answers at all says so at once; how long each waits differs, so that not all give up together.
const MIN_WAIT_MS = 500;
const MORE_WAIT_MS = 1_000;

/** What a tab does with what it hears. */
export type TabListener = {
  /** Another tab has read the license, or has failed to. */
  onOutcome(outcome: Outcome): void;
  /** Another tab wants to know what this one knows, since it polls; `null` where it is about to ask the API for it. */
  onAsk(): Outcome | null;
};

/** A tab among those of one browser that show the license of the same API to the same person; one of them polls. */
export type Tabs = {
  /** Whether this tab is the one that polls. */
  leads(): boolean;
  tell(outcome: Outcome): void;
  /** Tells those who wait that an answer is on its way. */
  tellAsking(): void;
  /** What the tab that polls knows, or will know within `patienceMs`; `null` where this tab is the one, or none answers. */
  ask(patienceMs: number): Promise<Outcome | null>;
  /** Leaves, and lets another tab poll. */
  leave(): void;
};

/**
 * Joins the tabs of `name`, which carries the base URL and the scope; `null` where the browser has no Web Locks or no
 * BroadcastChannel, or refuses them, and then every tab polls for itself.
 *
 * @param self Tells this client from the others: what it says itself is nothing new to it, also where a page shows it twice.
 * @see docs/contract.md, Polling and tabs
 */
export function joinTabs(name: string, self: string, listener: TabListener): Tabs | null {
  const locks = globalThis.navigator?.locks;
  const channel = locks ? openChannel(name) : null;
  if (!locks || channel === null) return null;
  const left = new AbortController();
  const waiting = new Set<Waiting>();
  let leading = false;
  let stopLeading: () => void = () => undefined;

  const post = (message: Message) => channel.postMessage({ ...message, from: self });
  const resolveWaiting = (outcome: Outcome | null) => {
    for (const { resolve } of [...waiting]) resolve(outcome);
  };
  const lead = (lock: Lock | null) => {
    if (!lock || left.signal.aborted) return undefined;
    leading = true;
    resolveWaiting(null);
    // Whoever waits for the one before asks again.
    post({ kind: 'leading' });
    return new Promise<void>((resolve) => (stopLeading = resolve));
  };
  // The first try tells at once whether anybody leads; the next ones wait until nobody does.
  const queue = async (settle: () => void) => {
    for (let options: LockOptions = { ifAvailable: true }; !left.signal.aborted; options = { signal: left.signal }) {
      try {
        const led = locks.request(name, options, (lock) => {
          const end = lead(lock);
          settle();
          return end;
        });
        await led;
      } catch {
        // Stolen by another script, it is queued for again; refused, this tab polls for itself.
        if (left.signal.aborted) return;
        const stolen = leading;
        leading = !stolen;
        settle();
        if (stolen) continue;
        resolveWaiting(null);
        return;
      }
    }
  };
  const settled = new Promise<void>((resolve) => void queue(resolve).finally(resolve));

  channel.onmessage = ({ data }) => {
    const message = readMessage(data);
    if (message === null || left.signal.aborted || data.from === self) return;
    if (message.kind === 'ask') {
      if (!leading) return;
      const outcome = listener.onAsk();
      post(outcome === null ? { kind: 'asking' } : messageOf(outcome));
    } else if (message.kind === 'asking') {
      for (const { extend } of waiting) extend();
    } else if (message.kind === 'leading') {
      if (waiting.size > 0) post({ kind: 'ask' });
    } else {
      const outcome = outcomeOf(message);
      if (outcome === null) return;
      // Who leads has asked the API itself, and knows better than another tab's failure.
      if ('answer' in outcome || (!leading && waiting.size === 0)) listener.onOutcome(outcome);
      resolveWaiting(outcome);
    }
  };

  return {
    leads: () => leading,
    tell: (outcome) => post(messageOf(outcome)),
    tellAsking: () => post({ kind: 'asking' }),
    async ask(patienceMs) {
      await settled;
      if (leading || left.signal.aborted) return null;
      return new Promise((resolve) => {
        const end = (outcome: Outcome | null) => {
          clearTimeout(timer);
          waiting.delete(place);
          resolve(outcome);
        };
        let timer = setTimeout(end, MIN_WAIT_MS + Math.random() * MORE_WAIT_MS, null);
        const place: Waiting = {
          resolve: end,
          extend() {
            clearTimeout(timer);
            timer = setTimeout(end, patienceMs + Math.random() * MORE_WAIT_MS, null);
          },
        };
        waiting.add(place);
        post({ kind: 'ask' });
      });
    },
    leave() {
      if (left.signal.aborted) return;
      left.abort();
      leading = false;
      stopLeading();
      resolveWaiting(null);
      channel.close();
    },
  };
}

type Waiting = { resolve(outcome: Outcome | null): void; extend(): void };

function openChannel(name: string): BroadcastChannel | null {
  try {
    return typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
  } catch {
    // A browser that keeps no site data refuses.
    return null;
  }
}
