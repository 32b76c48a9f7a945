import type { Finding } from './Secret.js';
import { inFull } from './inFull.js';
import { pageHolds } from './pageHolds.js';

/** What the script of {@link watchPage} offers, as `window.canary`. */
export type PageWatch = {
  /** What went through the page so far. */
  heard(): Promise<readonly Finding[]>;
  /** What it holds now. */
  holds(): Promise<readonly Finding[]>;
};

/** Listens from before the first script of the page to all that it says, writes down, sends and copies. */
export function watchPage(): void {
  const heard: Finding[] = [];
  const underWay: Promise<unknown>[] = [];
  const globals = new Set(Object.getOwnPropertyNames(window));
  const note = (place: string, ...values: readonly unknown[]) => {
    heard.push({ place, text: values.map((value) => inFull(value)).join('\n') });
    for (const value of values.flat()) {
      if (value instanceof Blob) underWay.push(value.text().then((text) => heard.push({ place, text })));
    }
  };
  // Whatever is called on it is noted with its arguments, and then done.
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
    async heard() {
      while (underWay.length > 0) await underWay.pop();
      return heard;
    },
    holds: () => pageHolds(globals),
  };
  Object.assign(window, { canary: watch });
}
