import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import axios from 'axios';
import ky from 'ky2';
import { createLicenseClient, watchPaymentRequired } from '../../src/client.js';
import { type BenchOptions, micros, NODE, type Row, times } from './Row.js';
import { ratioOf, rounds } from './rounds.js';
import { slowedBy } from './waste.js';

const BODY = JSON.stringify({ object: 'list', data: Array.from({ length: 20 }, (_, id) => ({ id: `audit-${id}`, actor: 'ada' })) });
const SLOWED_MS = 0.2;

/** Measures the overhead of the interceptor for a successful request, over loopback HTTP and on a stub transport. */
export async function interceptorRows(options: BenchOptions): Promise<Row[]> {
  return [await overHttp(options), ...(await onStub(options))];
}

const watched = (transport: typeof fetch, { slowed }: BenchOptions) => {
  const watching = watchPaymentRequired(transport, createLicenseClient({ baseUrl: 'http://127.0.0.1', scope: 'bench', storage: null }));
  return slowed ? slowedBy(SLOWED_MS, watching) : watching;
};

async function overHttp(options: BenchOptions): Promise<Row> {
  const server = createServer((_, answer) => void answer.writeHead(200, { 'content-type': 'application/json' }).end(BODY));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin/audit/export`;
    const through = watched(fetch, options);
    const [ours, plain] = await rounds(
      [
        { name: 'watched', call: async () => (await through(url)).json() },
        { name: 'plain', call: async () => (await fetch(url)).json() },
      ],
      // Many short rounds: a machine that is busy for a moment slows both sides down.
      1_000,
      10,
    );
    const ratio = ratioOf(ours.rounds, plain.rounds);
    return {
      what: 'watchPaymentRequired(fetch), a 200 over loopback HTTP, against fetch',
      runtime: NODE,
      ours: `${micros(ours.microseconds)} (${times(ratio)})`,
      other: micros(plain.microseconds),
      spread: `${micros(ours.spread)}, ${micros(plain.spread)}`,
      goal: '<= 1.02 times',
      isMet: ratio <= 1.02,
    };
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

async function onStub(options: BenchOptions): Promise<Row[]> {
  const url = 'http://127.0.0.1/admin/audit/export';
  // The stub returns the same response without a body each time. It costs almost nothing, so any overhead stands out.
  const response = new Response(null);
  const transport = async () => response;
  const through = watched(transport, options);
  const kyPlain = ky.create({ fetch: transport, retry: 0 });
  const kyHooked = kyPlain.extend({ hooks: { afterResponse: [() => undefined] } });
  const config = { adapter: 'fetch', env: { fetch: transport } } as const;
  const axiosPlain = axios.create(config);
  const axiosHooked = axios.create(config);
  axiosHooked.interceptors.response.use(
    (response) => response,
    (error) => Promise.reject(error),
  );
  const [bare, ours, kyAlone, kyHook, axiosAlone, axiosHook] = await rounds(
    [
      { name: 'bare', call: async () => (await transport()).status },
      { name: 'ours', call: async () => (await through(url)).status },
      { name: 'ky', call: async () => (await kyPlain(url)).status },
      { name: 'ky with a hook', call: async () => (await kyHooked(url)).status },
      { name: 'axios', call: async () => (await axiosPlain.get(url)).status },
      { name: 'axios with an interceptor', call: async () => (await axiosHooked.get(url)).status },
    ],
    60,
    200,
  );
  const added = ours.microseconds - bare.microseconds;
  const [kyAdded, axiosAdded] = [kyHook.microseconds - bare.microseconds, axiosHook.microseconds - bare.microseconds];
  const ratio = added / Math.min(kyAdded, axiosAdded);
  return [
    {
      what: 'time added to a request on a stub transport, against ky with a hook and axios with an interceptor',
      runtime: NODE,
      ours: `${micros(added)} (${times(ratio)})`,
      other: `ky ${micros(kyAdded)}, axios ${micros(axiosAdded)}`,
      spread: [ours, kyHook, axiosHook].map(({ spread }) => micros(spread)).join(', '),
      goal: '<= 1/40',
      isMet: ratio <= 1 / 40,
    },
    {
      what: 'of which the hook and the interceptor alone, in a ky and an axios that are there anyway',
      runtime: NODE,
      ours: micros(added),
      other: `ky ${micros(kyHook.microseconds - kyAlone.microseconds)}, axios ${micros(axiosHook.microseconds - axiosAlone.microseconds)}`,
      goal: 'none',
      isMet: null,
    },
  ];
}
