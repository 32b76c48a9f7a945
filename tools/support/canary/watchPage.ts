import type { Finding } from './Secret.js';
import { inFull } from './inFull.js';
import { pageHolds } from './pageHolds.js';

/** The functions that {@link watchPage} installs as `window.canary`. */
export type PageWatch = {
  /** Returns everything that the page has logged, stored, sent or copied so far. */
  recorded(): Promise<readonly Finding[]>;
  /** Returns the current contents of every place that can keep a text. */
  holds(): Promise<readonly Finding[]>;
};

/** Records everything that a page logs, stores, sends and copies. Must run before the page's first script. */
export function watchPage(): void {
  const recorded: Finding[] = [];
  const underWay: Promise<unknown>[] = [];
  const globals = new Set(Object.getOwnPropertyNames(window));
  const note = (place: string, ...values: readonly unknown[]) => {
    recorded.push({ place, text: values.map((value) => inFull(value)).join('\n') });
    for (const value of values.flat()) {
      if (value instanceof Blob) underWay.push(value.text().then((text) => recorded.push({ place, text })));
    }
  };
  // Replaces a function with one that records its arguments, then calls the original.
  const wrap = (owner: object | undefined, name: string, place: string) => {
    const work: unknown = owner && Reflect.get(owner, name);
    if (!owner || typeof work !== 'function') return;
    const noted = function (this: unknown, ...values: unknown[]) {
      note(place, ...values);
      return Reflect.apply(work, this, values);
    };
    Object.defineProperty(owner, name, { value: noted, configurable: true, writable: true });
  };
  for (const name of Object.keys(console)) wrap(console, name, 'the console');
  for (const name of ['pushState', 'replaceState']) wrap(History.prototype, name, 'the history');
  wrap(Storage.prototype, 'setItem', 'a storage');
  for (const name of ['add', 'put']) wrap(IDBObjectStore.prototype, name, 'a database');
  for (const name of ['add', 'addAll', 'put']) wrap(globalThis.Cache?.prototype, name, 'the cache storage');
  for (const kind of [BroadcastChannel, MessagePort, Worker]) wrap(kind.prototype, 'postMessage', 'a message');
  wrap(window, 'postMessage', 'a message');
  for (const name of ['writeText', 'write']) wrap(globalThis.Clipboard?.prototype, name, 'the clipboard');
  wrap(URL, 'createObjectURL', 'a file');
  wrap(Navigator.prototype, 'sendBeacon', 'a beacon');
  wrap(globalThis.LockManager?.prototype, 'request', 'the name of a lock');
  wrap(performance, 'mark', 'a performance mark');
  const Channel = BroadcastChannel;
  globalThis.BroadcastChannel = class extends Channel {
    constructor(name: string) {
      super(name);
      note('the name of a channel', name);
    }
  };
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(Document.prototype, 'cookie', {
    ...cookie,
    set(this: Document, value: string) {
      note('a cookie', value);
      cookie?.set?.call(this, value);
    },
  });
  addEventListener('error', (event) => note('an error', event.message, event.error));
  addEventListener('unhandledrejection', ({ reason }) => note('an unhandled rejection', reason));
  document.addEventListener('securitypolicyviolation', (event) => note('a violation', event.blockedURI, event.sample));

  const watch: PageWatch = {
    async recorded() {
      while (underWay.length > 0) await underWay.pop();
      return recorded;
    },
    holds: () => pageHolds(globals),
  };
  Object.assign(window, { canary: watch });
}
