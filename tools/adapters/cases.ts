import { createLicenseClient, type LicenseClient, type LicenseClientSource, watchPaymentRequired } from '../../src/client.js';
import { refusalStoreOf } from '../../src/payment-required/refusalStoreOf.js';
import type { Ability, Adapter, Api, HostRequest, HostResponse, Setup } from './Adapter.js';

/** The origins of the mock API and of another server, and a session token. */
export type Servers = { readonly origin: string; readonly other: string; readonly token: string };

type Host = {
  readonly client: LicenseClient;
  readonly api: Api;
  readonly stop: () => void;
  ask(path: string, more?: Omit<HostRequest, 'path'>): Promise<HostResponse>;
  /** Returns the refused entitlements. A `~` marks a silent one, which raises no notice. */
  refusals(): string[];
  /** Returns the number of 402s whose body was read. */
  reports(): number;
  /** Returns the number of requested license checks. */
  checks(): number;
  /** Returns true while the body of a 402 is being read. */
  isReading(): boolean;
  restored(): number;
  /** Waits until every 402 is read. Throws if one was recorded. */
  expectNoRefusal(): Promise<void>;
};

type HostSetup = Partial<Setup> & {
  readonly baseUrl?: string;
  readonly isWatched?: boolean;
  readonly source?: (client: LicenseClient) => LicenseClientSource;
};

type Bench = Servers & {
  readonly adapter: Adapter;
  host(setup?: HostSetup): Host;
  /** Creates a host whose client uses a watched `fetch`. */
  watched(): Host;
  steer(order: object): Promise<void>;
  /** Returns the number of requests to routes that never finish. */
  asked(): Promise<number>;
};

/** A behaviour that every HTTP client must have. `run` throws if a client differs. */
export type AdapterCase = {
  readonly name: string;
  readonly needs?: Ability;
  readonly run: (bench: Bench) => Promise<void>;
};

const REFUSED = '/admin/tenants';

/** Creates the test bench of one adapter: hosts that use it, with the mock API below `/gateway`. */
function createBench(adapter: Adapter, servers: Servers): Bench {
  const { origin, token } = servers;
  const fetch: typeof globalThis.fetch = (...request) => globalThis.fetch(...request);
  const host = ({
    isWatched = false,
    baseUrl = `${origin}/gateway`,
    base = baseUrl,
    source = (client) => client,
    ...setup
  }: HostSetup = {}): Host => {
    const client = createLicenseClient({ baseUrl, scope: 'ada', storage: null });
    const store = refusalStoreOf(client);
    const counts = { reports: 0, checks: 0 };
    const { end402 } = store;
    store.end402 = (...recorded) => {
      counts.reports += 1;
      end402(...recorded);
    };
    const scheduleRefresh = () => {
      counts.checks += 1;
      client.internals.checks.begunAt = performance.now();
    };
    client.internals.observers.add({ license: () => null, refresh: async () => false, scheduleRefresh });
    const api = adapter.create({ base, token, fetch: isWatched ? watchPaymentRequired(fetch, client) : fetch, ...setup });
    const refusals = () => store.refusals().map(({ entitlement, isSilent }) => `${entitlement}${isSilent ? '~' : ''}`);
    return {
      client,
      api,
      stop: api.watch(source(client)),
      ask: (path, more) => api.ask({ path, ...more }),
      refusals,
      reports: () => counts.reports,
      checks: () => counts.checks,
      isReading: () => store.pendingCount() > 0,
      restored: () => store.restored().count,
      async expectNoRefusal() {
        await until(() => store.pendingCount() === 0);
        equal(refusals(), []);
      },
    };
  };
  return {
    ...servers,
    adapter,
    host,
    watched: () => host({ isWatched: true }),
    async steer(order) {
      const answer = await fetch(`${origin}/__mock__`, { method: 'POST', body: JSON.stringify(order) });
      if (!answer.ok) throw new Error(await answer.text());
    },
    asked: async () => (await fetch(`${origin}/asked`)).json(),
  };
}

/** The behaviours that every HTTP client must have. */
export const cases: readonly AdapterCase[] = [
  {
    name: 'a burst of 402s and a later 402 raise one notice and one check',
    async run({ host }) {
      const { ask, refusals, checks, reports, isReading } = host();
      await Promise.all([1, 2, 3].map(() => ask(REFUSED)));
      await until(() => reports() > 0 && !isReading());
      const before = reports();
      await ask(REFUSED);
      await until(() => reports() > before);
      equal([refusals(), checks()], [['multi_tenant'], 1]);
    },
  },
  {
    name: 'the host receives the same 402, 200, 404 and error as without the package',
    async run({ adapter, host, origin, token }) {
      const { ask, refusals } = host();
      const base = `${origin}/gateway`;
      const plain = adapter.create({ base, token, fetch: (...request) => globalThis.fetch(...request) });
      for (const path of [REFUSED, '/v1/models', '/admin/nothing-here']) equal(await ask(path), await plain.ask({ path }));
      await until(() => refusals().length > 0);
      equal((await ask(REFUSED)).body, JSON.stringify(JSON.parse(await bodyOf(`${base}${REFUSED}`, token))));
    },
  },
  ...(['text', 'blob', 'buffer', 'stream'] as const).map(
    (reading): AdapterCase => ({
      name: `a 402 that the host reads as ${reading} is complete and recorded`,
      async run({ adapter, host, origin, token }) {
        if (!adapter.readings.includes(reading)) throw new NotApplicable();
        const { ask, refusals } = host();
        // The package does not read a stream of axios, so the route must identify the entitlement.
        const path = adapter.name.startsWith('axios') && reading === 'stream' ? '/admin/audit/export' : REFUSED;
        const { status, body } = await ask(path, { reading });
        equal([status, JSON.parse(body)], [402, JSON.parse(await bodyOf(`${origin}/gateway${path}`, token))]);
        await until(() => refusals().length > 0);
        equal(refusals(), [path === REFUSED ? 'multi_tenant' : 'audit_export']);
      },
    }),
  ),
  {
    name: 'a 402 is recorded if the client throws for no status',
    needs: 'calm',
    async run({ host }) {
      const { ask, refusals } = host({ calm: true });
      equal((await ask(REFUSED)).thrown, null);
      await until(() => refusals().length > 0);
      equal(refusals(), ['multi_tenant']);
    },
  },
  ...(['earlier', 'later'] as const).map(
    (throwing): AdapterCase => ({
      name: `a 402 is recorded if ${throwing === 'earlier' ? 'an earlier' : 'a later'} hook of the host throws`,
      needs: throwing,
      async run({ host }) {
        const { ask, refusals } = host({ throwing });
        const thrown = await ask(REFUSED).then(
          () => 'nothing',
          ({ name }) => name,
        );
        equal(thrown, 'HostError');
        await until(() => refusals().length > 0);
        equal(refusals(), ['multi_tenant']);
      },
    }),
  ),
  {
    name: 'a client that is watched before anyone is signed in records the 402s after sign-in',
    async run({ host }) {
      let isSignedIn = false;
      const { ask, refusals, expectNoRefusal } = host({ source: (client) => () => (isSignedIn ? client : null) });
      equal((await ask(REFUSED)).status, 402);
      await expectNoRefusal();
      isSignedIn = true;
      await ask(REFUSED);
      await until(() => refusals().length > 0);
      equal(refusals(), ['multi_tenant']);
    },
  },
  {
    name: 'a 402 of a background request is silent until a foreground request gets one',
    async run({ host }) {
      const { ask, refusals } = host();
      await ask(REFUSED, { background: true });
      await until(() => refusals().length > 0);
      equal(refusals(), ['multi_tenant~']);
      await ask(REFUSED);
      await until(() => refusals()[0] === 'multi_tenant');
    },
  },
  {
    name: 'a request that is aborted before the response is not recorded',
    async run({ host, asked }) {
      const { ask, expectNoRefusal } = host();
      const controller = new AbortController();
      const before = await asked();
      const asking = ask('/admin/waits', { signal: controller.signal });
      await until(async () => (await asked()) > before);
      controller.abort();
      equal((await thrownBy(asking)) === 'nothing', false);
      await expectNoRefusal();
    },
  },
  {
    name: 'a request that is aborted during the response is not recorded',
    async run({ adapter, host, asked }) {
      const { ask, expectNoRefusal, isReading } = host();
      const controller = new AbortController();
      const before = await asked();
      const asking = ask('/admin/stalls', { signal: controller.signal, reading: 'text' });
      // The other adapters receive a response only when it is complete.
      await until(async () => (adapter.has.includes('streams') ? isReading() : (await asked()) > before));
      controller.abort();
      equal((await thrownBy(asking)) === 'nothing', false);
      await expectNoRefusal();
    },
  },
  {
    name: 'a failed connection throws the client’s own error and is not recorded',
    async run({ adapter, host, token }) {
      const { ask, expectNoRefusal } = host({ baseUrl: CLOSED_PORT });
      const plain = adapter.create({ base: CLOSED_PORT, token, fetch: (...request) => globalThis.fetch(...request) });
      equal(await thrownBy(ask('/x', { json: {} })), await thrownBy(plain.ask({ path: '/x', json: {} })));
      await expectNoRefusal();
    },
  },
  {
    name: 'the notice disappears when the same request works',
    async run({ host, steer }) {
      const { ask, refusals, restored } = host();
      await ask(REFUSED);
      await until(() => refusals().length > 0);
      await ask('/v1/models');
      equal(refusals(), ['multi_tenant']);
      await steer({ scenario: 'active' });
      try {
        equal((await ask(REFUSED)).status, 200);
        await until(() => refusals().length === 0);
        equal(restored(), 1);
      } finally {
        await steer({ scenario: 'expired' });
      }
    },
  },
  {
    name: 'the notice disappears when the same JSON works, not when other JSON does',
    async run({ adapter, host, watched }) {
      // The middleware of openapi-fetch cannot read the body of a request.
      const { ask, refusals } = adapter.name === 'openapi-fetch' ? watched() : host();
      const json = { id: Math.random() };
      equal((await ask('/admin/once', { json })).status, 402);
      await until(() => refusals().length > 0);
      equal((await ask('/admin/once', { json: { ...json, works: true } })).status, 200);
      equal(refusals(), ['multi_tenant']);
      equal((await ask('/admin/once', { json })).body, JSON.stringify(json));
      await until(() => refusals().length === 0);
    },
  },
  {
    name: 'a 402 of another origin, or outside the base URL, is not recorded',
    async run({ host, origin, other }) {
      const { ask, expectNoRefusal } = host();
      equal((await ask(`${other}/gateway/admin/tenants`)).status, 402);
      equal((await ask(`${origin}/admin/tenants`)).status, 402);
      await expectNoRefusal();
    },
  },
  {
    name: 'a 402 of the license route is not recorded',
    async run({ host, steer }) {
      const { ask, expectNoRefusal } = host();
      await steer({ fault: 'payment-required' });
      try {
        equal((await ask('/admin/license')).status, 402);
        await expectNoRefusal();
      } finally {
        await steer({ fault: 'none' });
      }
    },
  },
  {
    name: 'an upstream provider’s own 402 is not recorded',
    async run({ host }) {
      const { ask, expectNoRefusal } = host();
      equal((await ask('/v1/chat/completions', { json: { model: 'deepseek-v3' } })).status, 402);
      await expectNoRefusal();
    },
  },
  {
    name: 'an x402 response, which has a Payment-Required header, is not recorded',
    async run({ host }) {
      const { ask, expectNoRefusal } = host();
      equal((await ask('/admin/x402-header')).status, 402);
      await expectNoRefusal();
    },
  },
  {
    name: 'absolute and relative URLs work with the client’s own base URL',
    async run({ host, origin }) {
      const bases = typeof document === 'undefined' ? [`${origin}/gateway`] : [`${origin}/gateway`, '/gateway'];
      for (const base of bases) {
        for (const baseUrl of bases) {
          const { ask, refusals } = host({ base, baseUrl });
          await ask(REFUSED);
          await until(() => refusals().length > 0);
          equal(refusals(), ['multi_tenant']);
        }
      }
      const { ask, refusals } = host({ baseUrl: origin });
      await ask(`${origin}/admin/audit/export`);
      await until(() => refusals().length > 0);
      equal(refusals(), ['audit_export']);
    },
  },
  {
    name: 'a client that is watched twice counts a 402 once',
    async run({ host }) {
      const { api, client, ask, refusals, reports } = host();
      api.watch(client);
      await ask(REFUSED);
      await until(() => refusals().length > 0);
      equal([refusals(), reports()], [['multi_tenant'], 1]);
    },
  },
  {
    name: 'an unwatched client records nothing',
    async run({ host }) {
      const { ask, stop, expectNoRefusal, reports } = host();
      stop();
      equal((await ask(REFUSED)).status, 402);
      await expectNoRefusal();
      equal(reports(), 0);
    },
  },
  {
    name: 'a 402 counts once if the client uses a watched fetch',
    needs: 'fetch',
    async run({ watched }) {
      const { ask, refusals, reports, checks } = watched();
      await ask(REFUSED);
      await until(() => refusals().length > 0);
      equal([refusals(), reports(), checks()], [['multi_tenant'], 1, 1]);
    },
  },
  {
    name: 'a background request is silent if the client uses a watched fetch',
    needs: 'mark',
    async run({ watched }) {
      const { ask, refusals } = watched();
      await ask(REFUSED, { background: true });
      await until(() => refusals().length > 0);
      equal(refusals(), ['multi_tenant~']);
    },
  },
  {
    name: 'a 200 is not cloned',
    async run({ host }) {
      const { ask } = host();
      const { clone } = Response.prototype;
      let copies = 0;
      Response.prototype.clone = function () {
        copies += 1;
        return clone.call(this);
      };
      try {
        for (const reading of ['json', 'text'] as const) equal((await ask('/v1/models', { reading })).status, 200);
        equal(copies, 0);
      } finally {
        Response.prototype.clone = clone;
      }
    },
  },
];

/** Thrown by a case that does not apply to an adapter. */
class NotApplicable extends Error {}

/** Returns `passed`, `–` if the case does not apply, or the error. */
export async function judgeCase({ needs, run }: AdapterCase, adapter: Adapter, servers: Servers): Promise<string> {
  if (needs && !adapter.has.includes(needs)) return '–';
  try {
    await run(createBench(adapter, servers));
    return 'passed';
  } catch (error) {
    return error instanceof NotApplicable ? '–' : String(error);
  }
}

/** Returns the milliseconds that the host waits for `cancel()` of a 402 body, without and with the package. `null` if the client reads it. */
export async function measureCancel(adapter: Adapter, servers: Servers, path: string): Promise<{ plain: number; watched: number } | null> {
  const { host } = createBench(adapter, servers);
  const { api, stop } = host();
  if (!api.open) return null;
  const open = api.open;
  const time = async (name: string) => {
    // Firefox sends a request only after the last one with the same URL has ended.
    const body = await open(`${path}?${adapter.name}-${adapter.library}-${name}`.replaceAll(/[ @,]/g, ''));
    const start = performance.now();
    await body.cancel();
    return Math.round(performance.now() - start);
  };
  const watched = await time('watched');
  stop();
  const plain = await time('plain');
  return { plain, watched };
}

// Nothing listens on port 9 (discard).
const CLOSED_PORT = 'http://127.0.0.1:9';

function thrownBy(asking: Promise<unknown>): Promise<string> {
  return asking.then(
    () => 'nothing',
    ({ name, message }) => `${name}: ${message}`,
  );
}

function equal(seen: unknown, expected: unknown): void {
  if (JSON.stringify(seen) !== JSON.stringify(expected))
    throw new Error(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(seen)}`);
}

/** Polls until a condition is true. Throws after five seconds. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 5_000; !(await condition()); ) {
    if (Date.now() > deadline) throw new Error(`did not become true: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

async function bodyOf(url: string, token: string): Promise<string> {
  return (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).text();
}
