import { QueryClient } from '@tanstack/react-query';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { createLicenseClient, watchPaymentRequired, watchQueryClient } from '../../../src/client.js';
import { ReliabilityPage } from './ReliabilityPage.js';

/** What a test can do with a page, and read of it. */
export type PageHandle = {
  mount(): void;
  unmount(): void;
  /** Fetches the license, as an app can. */
  check(): Promise<void>;
  /** As an event does that only suggests a check. */
  suggest(): void;
  /** How often the host was told that its session has ended. */
  signals(): number;
  /** What React had to mend of what the server has rendered. */
  mended(): readonly string[];
  /** A request through a fetch that is watched so many times; gives its status and its body. */
  ask(path: string, watches: number): Promise<string>;
  /** Watches the query client; the undo is kept for `unwatch`. */
  watch(): void;
  unwatch(): void;
  /** A query that fails with this 402. */
  fail(entitlement: string): Promise<void>;
  /** What no test needs to keep. */
  queries: QueryClient;
};

/** Starts it in the element with this id: by hydration, where a server has rendered into it. */
export function startPage(id: string): PageHandle {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`There is no element "${id}".`);
  const client = createLicenseClient({ baseUrl: '', scope: 'ada' });
  const queries = new QueryClient();
  const mended: string[] = [];
  const unwatch: (() => void)[] = [];
  let signals = 0;
  let root: Root | null = null;
  const page = <ReliabilityPage client={client} queries={queries} onUnauthorized={() => (signals += 1)} />;

  const handle: PageHandle = {
    mount() {
      if (element.hasChildNodes()) root = hydrateRoot(element, page, { onRecoverableError: (error) => mended.push(String(error)) });
      else {
        root = createRoot(element);
        root.render(page);
      }
    },
    unmount() {
      root?.unmount();
      root = null;
    },
    async check() {
      await client.refresh();
    },
    suggest() {
      for (const { scheduleRefresh } of client.internals.observers) scheduleRefresh();
    },
    signals: () => signals,
    mended: () => mended,
    async ask(path, watches) {
      let watched: typeof fetch = (...request) => globalThis.fetch(...request);
      for (let each = 0; each < watches; each += 1) watched = watchPaymentRequired(watched, client);
      const response = await watched(path);
      return `${response.status} ${(await response.text()).length > 0 ? 'with its body' : 'empty'}`;
    },
    watch: () => unwatch.push(watchQueryClient(queries, client)),
    unwatch() {
      for (const undo of unwatch.splice(0)) undo();
    },
    async fail(entitlement) {
      const error = Object.assign(new Error('402'), { status: 402, data: { entitlement } });
      await queries
        .fetchQuery({ queryKey: ['tenants', Math.random()], queryFn: () => Promise.reject(error), retry: false })
        .catch(() => undefined);
    },
    queries,
  };
  handle.mount();
  return handle;
}
