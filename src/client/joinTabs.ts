import { CHECK_FAILURES, type CheckFailure } from '../contract/freshness.js';
import { parseLicense } from '../contract/parseLicense.js';
import { writeLicenseBody } from '../contract/writeLicenseBody.js';
import { agedBy, type DatedReport } from './datedReport.js';

// A tab that answers at all answers at once; one that opens must not wait long for none.
const MAX_WAIT_MS = 200;
// What a frozen tab hears when it wakes up is as old as its sleep.
const MAX_AGE_MS = 30_000;

/** What a tab does with what it hears. */
export type TabListener = {
  /** Another tab has read the license. */
  onAnswer(answer: DatedReport): void;
  /** Another tab has failed to. */
  onFailure(code: CheckFailure): void;
  /** The answer that this tab has, as of now; `null` where it has none that is fresh. */
  latest(): DatedReport | null;
};

/** A tab among those of one browser that show the license of the same API to the same person; one of them polls. */
export type Tabs = {
  /** Whether this tab is the one that polls. */
  leads(): boolean;
  tellAnswer(answer: DatedReport): void;
  tellFailure(code: CheckFailure): void;
  /** The answer of the tab that polls; `null` where this tab is the one, or none answers. */
  ask(): Promise<DatedReport | null>;
  /** Leaves, and lets another tab poll. */
  leave(): void;
};

type Message =
  | { readonly kind: 'ask' }
  | { readonly kind: 'failure'; readonly code: CheckFailure; readonly sentAt: number }
  | { readonly kind: 'answer'; readonly body: unknown; readonly date: number | null; readonly sentAt: number };

/**
 * Joins the tabs of `name`, which carries the base URL and the scope; `null` where the browser has no Web Locks or no
 * BroadcastChannel, and then every tab polls for itself.
 *
 * @see docs/contract.md, Tabs
 */
export function joinTabs(name: string, listener: TabListener): Tabs | null {
  const locks = globalThis.navigator?.locks;
  if (!locks || typeof BroadcastChannel === 'undefined') return null;
  const channel = new BroadcastChannel(name);
  const left = new AbortController();
  const waiting = new Set<(answer: DatedReport | null) => void>();
  let leading = false;
  let stopLeading: () => void = () => undefined;

  const answerWaiting = (answer: DatedReport | null) => {
    for (const resolve of [...waiting]) resolve(answer);
  };
  const lead = (lock: Lock | null) => {
    if (!lock || left.signal.aborted) return undefined;
    leading = true;
    answerWaiting(null);
    return new Promise<void>((resolve) => (stopLeading = resolve));
  };
  const post = (message: Message) => {
    if (!left.signal.aborted) channel.postMessage(message);
  };
  // The first try tells at once whether anybody leads; the second waits until nobody does.
  const settled = new Promise<void>((resolve) => {
    const first = locks.request(name, { ifAvailable: true }, (lock) => {
      const led = lead(lock);
      resolve();
      return led;
    });
    const queued = first.then(() => (left.signal.aborted || leading ? undefined : locks.request(name, { signal: left.signal }, lead)));
    queued.catch(() => undefined).finally(resolve);
  });

  channel.onmessage = ({ data }) => {
    const message = readMessage(data);
    if (message === null || left.signal.aborted) return;
    if (message.kind === 'ask') {
      const latest = leading ? listener.latest() : null;
      if (latest) post(answerMessage(latest));
    } else if (message.kind === 'failure') {
      if (!leading) listener.onFailure(message.code);
    } else {
      const answer = readAnswer(message);
      if (answer === null) return;
      listener.onAnswer(answer);
      answerWaiting(answer);
    }
  };

  return {
    leads: () => leading,
    tellAnswer: (answer) => post(answerMessage(answer)),
    tellFailure: (code) => post({ kind: 'failure', code, sentAt: Date.now() }),
    async ask() {
      await settled;
      if (leading || left.signal.aborted) return null;
      return new Promise((resolve) => {
        const end = (answer: DatedReport | null) => {
          clearTimeout(timer);
          waiting.delete(end);
          resolve(answer);
        };
        const timer = setTimeout(end, MAX_WAIT_MS, null);
        waiting.add(end);
        post({ kind: 'ask' });
      });
    },
    leave() {
      if (left.signal.aborted) return;
      left.abort();
      leading = false;
      stopLeading();
      answerWaiting(null);
      channel.close();
    },
  };
}

function answerMessage({ report, date }: DatedReport): Message {
  return { kind: 'answer', body: writeLicenseBody(report), date, sentAt: Date.now() };
}

// What other tabs say is as untrusted as an answer: another version of this package may have said it, or another script.
function readMessage(data: unknown): Message | null {
  const { kind, code, body, date, sentAt } = Object(data);
  if (kind === 'ask') return { kind };
  if (!(Math.abs(Date.now() - sentAt) <= MAX_AGE_MS)) return null;
  if (kind === 'failure') return CHECK_FAILURES.includes(code) ? { kind, code, sentAt } : null;
  return kind === 'answer' && (date === null || Number.isFinite(date)) ? { kind, body, date, sentAt } : null;
}

// A busy tab hears late; both tabs go by the same machine's clock.
function readAnswer({ body, date, sentAt }: Extract<Message, { readonly kind: 'answer' }>): DatedReport | null {
  try {
    return agedBy({ report: parseLicense(body), date }, Math.max(Date.now() - sentAt, 0));
  } catch {
    return null;
  }
}
