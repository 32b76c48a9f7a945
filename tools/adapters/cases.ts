import { createLicenseClient, type LicenseClient, refusalStoreOf, watchPaymentRequired } from '../../src/client.js';
import type { Adapter, Api, Asked, Seen, Setup } from './Adapter.js';

/** Where the mock API is, and another one; what signs in. */
export type Servers = { readonly origin: string; readonly other: string; readonly token: string };

type Host = {
  readonly client: LicenseClient;
  readonly api: Api;
  readonly stop: () => void;
  ask(path: string, more?: Omit<Asked, 'path'>): Promise<Seen>;
  /** The entitlements that are refused, with a `~` where nobody is told. */
  told(): string[];
  /** How many 402s have been taken in, and how many checks of the license were wished for. */
  reports(): number;
  checks(): number;
  /** Whether a 402 has come whose body is being read. */
  isReading(): boolean;
  restored(): number;
  /** Waits until every 402 is read; throws where one was told of. */
  quiet(): Promise<void>;
};

type HostSetup = Partial<Setup> & { readonly baseUrl?: string; readonly isWatched?: boolean };

type Bench = Servers & {
  readonly adapter: Adapter;
  host(setup?: HostSetup): Host;
  /** The same above a watched fetch. */
  watched(): Host;
  steer(order: object): Promise<void>;
  /** How many requests have come that the mock lets wait. */
  asked(): Promise<number>;
};

/** What every HTTP client has to do alike; throws where it doesn't. */
export type AdapterCase = {
  readonly name: string;
  readonly needs?: Adapter['has'][number];
  readonly run: (bench: Bench) => Promise<void>;
};

const REFUSED = '/admin/tenants';

/** A bench for one adapter: hosts that use it, on the mock API below `/gateway`. */
function createBench(adapter: Adapter, servers: Servers): Bench {
  const { origin, token } = servers;
  const fetch: typeof globalThis.fetch = (...request) => globalThis.fetch(...request);
  const host = ({ isWatched = false, baseUrl = `${origin}/gateway`, base = baseUrl, ...setup }: HostSetup = {}): Host => {
    const client = createLicenseClient({ baseUrl, scope: 'ada', storage: null });
    const ledger = refusalStoreOf(client);
    const counts = { reports: 0, checks: 0 };
    const { addRefusal: report } = ledger;
    ledger.addRefusal = (refused) => {
      counts.reports += 1;
      report(refused);
    };
    const scheduleRefresh = () => {
      counts.checks += 1;
    };
    client.internals.observers.add({ license: () => null, refresh: async () => false, scheduleRefresh });
    const api = adapter.create({ base, token, fetch: isWatched ? watchPaymentRequired(fetch, client) : fetch, ...setup });
    const told = () => ledger.refusals().map(({ entitlement, silent }) => `${entitlement}${silent ? '~' : ''}`);
    return {
      client,
      api,
      stop: api.watch(client),
      ask: (path, more) => api.ask({ path, ...more }),
      told,
      reports: () => counts.reports,
      checks: () => counts.checks,
      isReading: () => ledger.isWaiting(),
      restored: () => ledger.restored().count,
      async quiet() {
        await until(() => !ledger.isWaiting() || told().length > 0);
        equal(told(), []);
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

/** What every HTTP client has to do alike. */
export const cases: readonly AdapterCase[] = [
  {
    name: 'one notice and one check for a burst of 402s, and what comes after it',
    async run({ host }) {
      const { ask, told, checks } = host();
      await Promise.all([1, 2, 3].map(() => ask(REFUSED)));
      await until(() => told().length > 0);
      await ask(REFUSED);
      await until(() => told().length > 0);
      equal([told(), checks()], [['multi_tenant'], 1]);
    },
  },
  {
    name: 'the host sees the 402, the 200, the 404 and what it throws as without',
    async run({ adapter, host, origin, token }) {
      const { ask, told } = host();
      const base = `${origin}/gateway`;
      const plain = adapter.create({ base, token, fetch: (...request) => globalThis.fetch(...request) });
      for (const path of [REFUSED, '/v1/models', '/admin/nothing-here']) equal(await ask(path), await plain.ask({ path }));
      await until(() => told().length > 0);
      equal((await ask(REFUSED)).body, JSON.stringify(JSON.parse(await bodyOf(`${base}${REFUSED}`, token))));
    },
  },
  ...(['text', 'blob', 'buffer', 'stream'] as const).map(
    (reading): AdapterCase => ({
      name: `a 402 that the host reads as ${reading} is whole, and told of`,
      async run({ adapter, host, origin, token }) {
        if (!adapter.readings.includes(reading)) throw new NotApplicable();
        const { ask, told } = host();
        // Node's own streams can be read only once: the route tells.
        const path = adapter.name.endsWith('http') && reading === 'stream' ? '/admin/audit/export' : REFUSED;
        const { status, body } = await ask(path, { reading });
        equal([status, JSON.parse(body)], [402, JSON.parse(await bodyOf(`${origin}/gateway${path}`, token))]);
        await until(() => told().length > 0);
        equal(told(), [path === REFUSED ? 'multi_tenant' : 'audit_export']);
      },
    }),
  ),
  {
    name: 'told of where the host wants no error for any status',
    needs: 'calm',
    async run({ host }) {
      const { ask, told } = host({ calm: true });
      equal((await ask(REFUSED)).thrown, null);
      await until(() => told().length > 0);
      equal(told(), ['multi_tenant']);
    },
  },
  {
    name: 'told of where a hook of the host’s throws, or leaves only the data',
    needs: 'throwing',
    async run({ host }) {
      const { ask, told } = host({ throwing: true });
      const thrown = await ask(REFUSED).then(
        () => 'nothing',
        ({ name }) => name,
      );
      equal(thrown, 'HostError');
      await until(() => told().length > 0);
      equal(told(), ['multi_tenant']);
    },
  },
  {
    name: 'what the host marks as background is silent, until it asks in earnest',
    async run({ host }) {
      const { ask, told } = host();
      await ask(REFUSED, { background: true });
      await until(() => told().length > 0);
      equal(told(), ['multi_tenant~']);
      await ask(REFUSED);
      await until(() => told()[0] === 'multi_tenant');
    },
  },
  {
    name: 'what the host aborts before the answer is not told of',
    async run({ host, asked }) {
      const { ask, quiet } = host();
      const controller = new AbortController();
      const before = await asked();
      const asking = ask('/admin/waits', { signal: controller.signal });
      await until(async () => (await asked()) > before);
      controller.abort();
      equal((await thrownBy(asking)) === 'nothing', false);
      await quiet();
    },
  },
  {
    name: 'what the host aborts within the answer is not told of',
    async run({ adapter, host, asked }) {
      const { ask, quiet, isReading } = host();
      const controller = new AbortController();
      const before = await asked();
      const asking = ask('/admin/stalls', { signal: controller.signal, reading: 'text' });
      // The others hear of an answer when it is complete.
      await until(async () => (adapter.has.includes('mark') ? isReading() : (await asked()) > before));
      controller.abort();
      equal((await thrownBy(asking)) === 'nothing', false);
      await quiet();
    },
  },
  {
    name: 'a connection that fails is the host’s own error, and nothing is told of',
    async run({ adapter, host, token }) {
      const { ask, quiet } = host({ baseUrl: NOBODY });
      const plain = adapter.create({ base: NOBODY, token, fetch: (...request) => globalThis.fetch(...request) });
      equal(await thrownBy(ask('/x', { json: {} })), await thrownBy(plain.ask({ path: '/x', json: {} })));
      await quiet();
    },
  },
  {
    name: 'the notice goes as soon as the same works',
    async run({ host, steer }) {
      const { ask, told, restored } = host();
      await ask(REFUSED);
      await until(() => told().length > 0);
      await ask('/v1/models');
      equal(told(), ['multi_tenant']);
      await steer({ scenario: 'active' });
      try {
        equal((await ask(REFUSED)).status, 200);
        await until(() => told().length === 0);
        equal(restored(), 1);
      } finally {
        await steer({ scenario: 'expired' });
      }
    },
  },
  {
    name: 'other origins, and paths outside of the base URL, are not told of',
    async run({ host, origin, other }) {
      const { ask, quiet } = host();
      equal((await ask(`${other}/gateway/admin/tenants`)).status, 402);
      equal((await ask(`${origin}/admin/tenants`)).status, 402);
      await quiet();
    },
  },
  {
    name: 'the license route itself is not told of',
    async run({ host, steer }) {
      const { ask, quiet } = host();
      await steer({ fault: 'payment-required' });
      try {
        equal((await ask('/admin/license')).status, 402);
        await quiet();
      } finally {
        await steer({ fault: 'none' });
      }
    },
  },
  {
    name: 'an upstream provider’s own 402 is not told of',
    async run({ host }) {
      const { ask, quiet } = host();
      equal((await ask('/v1/chat/completions', { json: { model: 'deepseek-v3' } })).status, 402);
      await quiet();
    },
  },
  {
    name: 'an x402 answer is not told of, by its header or its body',
    async run({ host }) {
      const { ask, quiet } = host();
      for (const path of ['/admin/x402-header', '/admin/x402-body']) equal((await ask(path)).status, 402);
      await quiet();
    },
  },
  {
    name: 'absolute and relative addresses, with a base of the library’s',
    async run({ host, origin }) {
      const bases = typeof document === 'undefined' ? [`${origin}/gateway`] : [`${origin}/gateway`, '/gateway'];
      for (const base of bases) {
        for (const baseUrl of bases) {
          const { ask, told } = host({ base, baseUrl });
          await ask(REFUSED);
          await until(() => told().length > 0);
          equal(told(), ['multi_tenant']);
        }
      }
      const { ask, told } = host({ baseUrl: origin });
      await ask(`${origin}/admin/audit/export`);
      await until(() => told().length > 0);
      equal(told(), ['audit_export']);
    },
  },
  {
    name: 'installed twice it counts once',
    async run({ host }) {
      const { api, client, ask, told, reports } = host();
      api.watch(client);
      await ask(REFUSED);
      await until(() => told().length > 0);
      equal([told(), reports()], [['multi_tenant'], 1]);
    },
  },
  {
    name: 'removed, it hears of nothing',
    async run({ host }) {
      const { ask, stop, quiet, reports } = host();
      stop();
      equal((await ask(REFUSED)).status, 402);
      await quiet();
      equal(reports(), 0);
    },
  },
  {
    name: 'above a watched fetch a 402 counts once',
    needs: 'fetch',
    async run({ watched }) {
      const { ask, told, reports, checks } = watched();
      await ask(REFUSED);
      await until(() => told().length > 0);
      equal([told(), reports(), checks()], [['multi_tenant'], 1, 1]);
    },
  },
  {
    name: 'above a watched fetch, too, what is marked as background is silent',
    needs: 'mark',
    async run({ watched }) {
      const { ask, told } = watched();
      await ask(REFUSED, { background: true });
      await until(() => told().length > 0);
      equal(told(), ['multi_tenant~']);
    },
  },
  {
    name: 'a 200 is not copied',
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

/** Thrown by a case that has no meaning for an adapter. */
class NotApplicable extends Error {}

/** `passed`, `–` where it doesn't apply, or what was wrong. */
export async function judgeCase({ needs, run }: AdapterCase, adapter: Adapter, servers: Servers): Promise<string> {
  if (needs && !adapter.has.includes(needs)) return '–';
  try {
    await run(createBench(adapter, servers));
    return 'passed';
  } catch (error) {
    return error instanceof NotApplicable ? '–' : String(error);
  }
}

// Nothing listens on the port of "discard".
const NOBODY = 'http://127.0.0.1:9';

function thrownBy(asking: Promise<unknown>): Promise<string> {
  return asking.then(
    () => 'nothing',
    ({ name, message }) => `${name}: ${message}`,
  );
}

function equal(seen: unknown, expected: unknown): void {
  if (JSON.stringify(seen) !== JSON.stringify(expected)) throw new Error(`saw ${JSON.stringify(seen)}, not ${JSON.stringify(expected)}`);
}

/** Waits for a condition; looks again and again, for five seconds. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 5_000; !(await isSo()); ) {
    if (Date.now() > deadline) throw new Error(`did not come to pass: ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

async function bodyOf(url: string, token: string): Promise<string> {
  return (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).text();
}
