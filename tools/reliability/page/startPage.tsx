import { QueryClient } from '@tanstack/react-query';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { createLicenseClient, watchPaymentRequired, observeQueryClient } from '../../../src/client.js';
import { ReliabilityPage } from './ReliabilityPage.js';

/** The functions that a test calls in the page. */
export type PageHandle = {
  mount(): void;
  unmount(): void;
  /** Fetches the license, as a host app can. */
  check(): Promise<void>;
  /** Schedules a background check, as an event does. */
  scheduleRefresh(): void;
  /** Returns the number of `onUnauthorized` calls. */
  signals(): number;
  /** Returns the hydration errors that React recovered from. */
  recoveredErrors(): readonly string[];
  /** Sends a request through a fetch that is watched `watches` times. Returns the status, and whether there is a body. */
  ask(path: string, watches: number): Promise<string>;
  /** Watches the query client until `unwatch`. */
  watch(): void;
  unwatch(): void;
  /** Runs a query that fails with a 402 for this entitlement. */
  fail(entitlement: string): Promise<void>;
  /** The query client of the page. */
  queries: QueryClient;
};

/** Renders the page into the element with this id. Hydrates the element if a server has rendered into it. */
export function startPage(id: string): PageHandle {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`There is no element "${id}".`);
  const client = createLicenseClient({ baseUrl: '', scope: 'ada' });
  const queries = new QueryClient();
  const recoveredErrors: string[] = [];
  const unwatch: (() => void)[] = [];
  let signals = 0;
  let root: Root | null = null;
  const page = <ReliabilityPage client={client} queries={queries} onUnauthorized={() => (signals += 1)} />;

  const handle: PageHandle = {
    mount() {
      if (element.hasChildNodes())
        root = hydrateRoot(element, page, { onRecoverableError: (error) => recoveredErrors.push(String(error)) });
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
    scheduleRefresh() {
      for (const { scheduleRefresh } of client.internals.observers) scheduleRefresh();
    },
    signals: () => signals,
    recoveredErrors: () => recoveredErrors,
    async ask(path, watches) {
      let watched: typeof fetch = (...request) => globalThis.fetch(...request);
      for (let each = 0; each < watches; each += 1) watched = watchPaymentRequired(watched, client);
      const response = await watched(path);
      return `${response.status} ${(await response.text()).length > 0 ? 'with its body' : 'empty'}`;
    },
    watch: () => unwatch.push(observeQueryClient(queries, client)),
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
