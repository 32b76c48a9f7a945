import { MutationObserver, QueryClient, QueryObserver } from '@tanstack/react-query';
import axios from 'axios';
import ky1 from 'ky1';
import ky2 from 'ky2';
import createOpenApi from 'openapi-fetch';
import { describe, expect, it, vi } from 'vitest';
import { createLicenseClient } from '../../../src/client/createLicenseClient.js';
import { refusalStoreOf } from '../../../src/payment-required/refusalStoreOf.js';
import { retryUnlessPaymentRequired } from '../../../src/payment-required/retryUnlessPaymentRequired.js';
import { observeAxios } from '../../../src/payment-required/adapters/observeAxios.js';
import { watchKy } from '../../../src/payment-required/adapters/watchKy.js';
import { observeOpenApiFetch } from '../../../src/payment-required/adapters/observeOpenApiFetch.js';
import { observeQueryClient } from '../../../src/payment-required/adapters/observeQueryClient.js';

// What is particular to a client; what all have in common is tried over HTTP in tools/adapters.

const BASE = 'https://gateway.example';
const URL_402 = `${BASE}/admin/x`;
const BODY = { entitlement: 'scim' };

function listen() {
  const client = createLicenseClient({ baseUrl: BASE, scope: 'ada', storage: null });
  const ledger = refusalStoreOf(client);
  return {
    client,
    ledger,
    told: () => ledger.refusals().map(({ entitlement, isSilent }) => `${entitlement}${isSilent ? '~' : ''}`),
  };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('axios', () => {
  /** An instance whose transport answers with what `answer` returns. */
  function create(answer: () => { status: number; data?: unknown; request?: object }) {
    return axios.create({
      baseURL: BASE,
      adapter: async (config) => {
        const response = { statusText: '', headers: {}, config, data: BODY, ...answer() };
        if (response.status < 400) return response;
        throw new axios.AxiosError('refused', 'ERR', config, response.request, response);
      },
    });
  }

  it('lets a notice go by the same body, and by no other', async () => {
    const { client, told } = listen();
    let status = 402;
    const api = create(() => ({ status }));
    observeAxios(api, client);
    await api.post('/admin/x', { a: 1 }).catch(() => undefined);
    await vi.waitFor(() => expect(told()).toEqual(['scim']));
    status = 200;
    await api.post('/admin/x', { a: 2 });
    expect(told()).toEqual(['scim']);
    await api.post('/admin/x', { a: 1 });
    expect(told()).toEqual([]);
  });

  it.each([
    ['XMLHttpRequest', { responseURL: 'https://elsewhere.example/pay' }],
    ['Node', { res: { responseUrl: 'https://elsewhere.example/pay' } }],
  ])('counts an answer for the address that it came from after a redirect, by %s', async (_, request) => {
    const { client, told } = listen();
    const api = create(() => ({ status: 402, request }));
    observeAxios(api, client);
    await api.get('/admin/x').catch(() => undefined);
    await settle();
    expect(told()).toEqual([]);
  });

  it('is silent for a prefetch, and for what the host says', async () => {
    for (const isBackground of [undefined, ({ url }: { url?: string | undefined }) => url === '/admin/x']) {
      const { client, told } = listen();
      const api = create(() => ({ status: 402 }));
      observeAxios(api, client, isBackground ? { isBackground } : {});
      await api.get('/admin/x', isBackground ? {} : { headers: { Purpose: 'prefetch' } }).catch(() => undefined);
      await vi.waitFor(() => expect(told()).toEqual(['scim~']));
    }
  });

  it('records a 402 that an earlier interceptor of the app replaces, and leaves the app its result', async () => {
    const { client, told } = listen();
    const api = create(() => ({ status: 402 }));
    api.interceptors.request.use(async (config) => config);
    api.interceptors.response.use(undefined, () => 'replaced' as never);
    observeAxios(api, client);
    expect(await api.get('/admin/x')).toBe('replaced');
    await vi.waitFor(() => expect(told()).toEqual(['scim']));
  });

  it('rejects with the error of the adapter, also if its response getter throws', async () => {
    const { client } = listen();
    const error = Object.defineProperty(new Error('odd'), 'response', {
      get() {
        throw new Error('getter');
      },
    });
    const reject = async () => Promise.reject(error);
    const outcomes = [false, true].map(async (isObserved) => {
      const api = axios.create({ baseURL: BASE, adapter: reject });
      if (isObserved) observeAxios(api, client);
      return api.get('/admin/x').catch((thrown) => String(thrown));
    });
    const [plain, observed] = await Promise.all(outcomes);
    expect(observed).toBe(plain);
  });

  it('sends each request synchronously if no interceptor of the app is asynchronous', () => {
    const { client } = listen();
    const send = vi.fn(() => new Promise<never>(() => undefined));
    const api = axios.create({ baseURL: BASE, adapter: send });
    observeAxios(api, client);
    void api.get('/admin/x');
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('calls paramsSerializer once, and tells queries apart', async () => {
    const { client, told } = listen();
    let status = 402;
    const serialize = vi.fn(() => 'a=1');
    const api = axios.create({
      baseURL: BASE,
      paramsSerializer: { serialize },
      validateStatus: null,
      adapter: async (config) => ({ statusText: '', headers: {}, config, data: BODY, status, request: axios.getUri(config) && null }),
    });
    observeAxios(api, client);
    await api.get('/admin/x', { params: { a: 1 } });
    expect(serialize).toHaveBeenCalledTimes(1);
    await vi.waitFor(() => expect(told()).toEqual(['scim']));
    status = 200;
    await api.get('/admin/x', { params: { a: 2 } });
    expect(told()).toEqual(['scim']);
    await api.get('/admin/x', { params: { a: 1 } });
    expect(told()).toEqual([]);
  });

  it('records a 402 once if the app sends its configuration again, as retries do', async () => {
    const { client, ledger } = listen();
    const api = create(() => ({ status: 402 }));
    observeAxios(api, client);
    const end402 = vi.spyOn(ledger, 'end402');
    const error = await api.get('/admin/x').catch((thrown) => thrown);
    await api.request(error.config).catch(() => undefined);
    await settle();
    expect(end402).toHaveBeenCalledTimes(2);
    expect(error.config.transformResponse).toHaveLength(2);
  });

  it.each(['signal', 'cancelToken'] as const)('ignores a request that the app cancels while the 402 is read, by %s', async (way) => {
    const { client, told, ledger } = listen();
    const api = create(() => ({ status: 402 }));
    observeAxios(api, client);
    const controller = new AbortController();
    const { token, cancel } = axios.CancelToken.source();
    const transformResponse = (data: unknown) => {
      if (way === 'signal') controller.abort();
      else cancel('left');
      return data;
    };
    const error = await api.get('/admin/x', { signal: controller.signal, cancelToken: token, transformResponse }).catch((thrown) => thrown);
    expect(error.response.status).toBe(402);
    await settle();
    expect([told(), ledger.isWaiting()]).toEqual([[], false]);
  });

  it('records nothing after it is stopped, not even for a request under way', async () => {
    const { client, told } = listen();
    const api = create(() => ({ status: 402 }));
    const stop = observeAxios(api, client);
    const asking = api.get('/admin/x').catch(() => undefined);
    stop();
    await asking;
    await api.get('/admin/x').catch(() => undefined);
    await settle();
    expect(told()).toEqual([]);
  });
});

describe('ky', () => {
  const refuse = () => Promise.resolve(Response.json(BODY, { status: 402 }));

  it.each([
    ['1', ky1, watchKy<typeof ky1>],
    ['2', ky2, watchKy<typeof ky2>],
  ] as const)('%s keeps the fetch and the hooks of the instance', async (_, ky, watch) => {
    const { client, told } = listen();
    const inner = vi.fn(refuse);
    const hook = vi.fn();
    const create: (options: object) => object = ky.create;
    const api = watch(Object(create({ fetch: inner, hooks: { beforeRequest: [hook] } })), client);
    await api.get(URL_402).catch(() => undefined);
    expect([inner.mock.calls.length, hook.mock.calls.length]).toEqual([1, 1]);
    await vi.waitFor(() => expect(told()).toEqual(['scim']));
  });

  it.each([
    ['1', ky1, watchKy<typeof ky1>],
    ['2', ky2, watchKy<typeof ky2>],
  ] as const)('%s is silent, too, when it has tried again', async (_, ky, watch) => {
    const { client, told } = listen();
    const answers = [new Response(null, { status: 503 }), await refuse()];
    const create: (options: object) => object = ky.create;
    const options = { fetch: async () => answers.shift(), retry: { limit: 1, delay: () => 0 } };
    const api = watch(Object(create(options)), client);
    await api.get(URL_402, { background: true }).catch(() => undefined);
    await vi.waitFor(() => expect(told()).toEqual(['scim~']));
  });

  it.each([
    ['1', ky1, watchKy<typeof ky1>, (request: Request) => new Request(request)],
    ['2', ky2, watchKy<typeof ky2>, ({ request }: { request: Request }) => new Request(request)],
  ] as const)('%s is silent for a prefetch, also where a hook sends another request in its place', async (_, ky, watch, hook) => {
    const { client, told } = listen();
    const create: (options: object) => object = ky.create;
    const api = watch(Object(create({ fetch: refuse, hooks: { beforeRequest: [hook] } })), client);
    await api.get(URL_402, { headers: { purpose: 'prefetch' } }).catch(() => undefined);
    await vi.waitFor(() => expect(told()).toEqual(['scim~']));
  });

  it('asks the host whether somebody waits, and takes no error for an answer', async () => {
    const { client, told } = listen();
    const isBackground = vi.fn((request: Request) => {
      if (request.url.endsWith('y')) throw new Error('a callback of the host’s');
      return true;
    });
    const api = watchKy(ky2.create({ fetch: refuse }), client, { isBackground });
    await api.get(URL_402).catch(() => undefined);
    await vi.waitFor(() => expect(told()).toEqual(['scim~']));
    await api.get(`${BASE}/admin/y`).catch(() => undefined);
    await vi.waitFor(() => expect(told()).toEqual(['scim']));
  });
});

describe('openapi-fetch', () => {
  it('sends each request synchronously', () => {
    const fetch = vi.fn(() => new Promise<never>(() => undefined));
    const api = createOpenApi<Record<string, { get: object }>>({ baseUrl: BASE, fetch });
    observeOpenApiFetch(api, listen().client);
    void api.request('get', '/admin/x');
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('asks the host whether somebody waits', async () => {
    const { client, told } = listen();
    const api = createOpenApi<Record<string, { get: object }>>({
      baseUrl: BASE,
      fetch: () => Promise.resolve(Response.json(BODY, { status: 402 })),
    });
    observeOpenApiFetch(api, client, { isBackground: ({ schemaPath }) => schemaPath === '/admin/x' });
    await api.request('get', '/admin/x');
    await vi.waitFor(() => expect(told()).toEqual(['scim~']));
    await api.request('get', '/admin/y');
    await vi.waitFor(() => expect(told()).toEqual(['scim']));
  });
});

describe('openapi-fetch with a middleware of a single request', () => {
  it('is silent for a prefetch, also where it sends another request in its place', async () => {
    const { client, told } = listen();
    const api = createOpenApi<Record<string, { get: object }>>({
      baseUrl: BASE,
      fetch: () => Promise.resolve(Response.json(BODY, { status: 402 })),
    });
    observeOpenApiFetch(api, client);
    const middleware = [{ onRequest: ({ request }: { request: Request }) => new Request(request, { headers: { purpose: 'prefetch' } }) }];
    await api.request('get', '/admin/x', { middleware });
    await vi.waitFor(() => expect(told()).toEqual(['scim~']));
  });
});

describe('TanStack Query', () => {
  const ask = (queries: QueryClient, error: unknown, key: unknown = 'x') =>
    queries.fetchQuery({ queryKey: [key], queryFn: () => Promise.reject(error) }).catch(() => undefined);
  const answer = (url = URL_402) => Object.defineProperty(Response.json(BODY, { status: 402 }), 'url', { value: url });
  const used = () => {
    const response = answer();
    void response.text();
    return response;
  };
  const failed = (fields: object) => Object.assign(new Error('HTTP 402'), fields);

  it.each([
    ['ky 1, and a wrapper of fetch', () => failed({ response: answer() }), ['scim']],
    ['ky 2', () => failed({ response: { status: 402, bodyUsed: true, url: URL_402 }, data: BODY }), ['scim']],
    ['ky 2, once more', () => failed({ response: used(), data: BODY }), ['scim']],
    ['what can be read only once, and beside it', () => failed({ status: 402, data: new Map(), info: BODY }), ['scim']],
    ['axios', () => failed({ response: { status: 402, data: BODY, headers: {}, config: { baseURL: BASE, url: '/admin/x' } } }), ['scim']],
    ['axios with text', () => failed({ response: { status: 402, data: JSON.stringify(BODY), config: { url: URL_402 } } }), ['scim']],
    ['ofetch', () => failed({ status: 402, data: BODY, request: URL_402 }), ['scim']],
    ['ofetch, of another origin', () => failed({ status: 402, data: BODY, request: 'https://billing.example/' }), []],
    ['superagent', () => failed({ status: 402, response: { status: 402, body: BODY } }), ['scim']],
    ['SWR’s example', () => failed({ status: 402, info: BODY }), ['scim']],
    ['a wrapper, by its cause', () => new Error('wrapped', { cause: failed({ status: 402, data: BODY }) }), ['scim']],
    ['a wrapper, by the response of its cause', () => new Error('wrapped', { cause: failed({ response: answer() }) }), ['scim']],
    ['fields of the body on the error', () => failed({ status: 402, entitlement: 'scim' }), ['scim']],
    ['a response that is thrown', answer, ['scim']],
    ['a body that is thrown', () => ({ status: 402, title: 'Payment Required', ...BODY }), ['scim']],
    ['only the status, and the address', () => failed({ status: 402, url: `${BASE}/admin/audit/export` }), ['audit_export']],
    ['only the status', () => failed({ status: 402 }), []],
    ['an entitlement that nobody knows, of an unknown address', () => failed({ status: 402, data: { entitlement: 'pro_plan' } }), []],
    ['another origin', () => failed({ response: answer('https://billing.example/x') }), []],
    [
      'another origin, by axios',
      () => failed({ response: { status: 402, data: BODY, config: { baseURL: BASE, url: '//billing.example/x' } } }),
      [],
    ],
    ['an upstream provider', () => failed({ status: 402, url: `${BASE}/v1/chat`, data: { error: 'Insufficient Balance' } }), []],
    ['x402', () => failed({ status: 402, data: BODY, response: { headers: { 'Payment-Required': 'e30=' } } }), []],
    ['another status', () => failed({ status: 403, data: BODY }), []],
    ['no error at all', () => 'HTTP 402', []],
  ])('reads the errors of %s', async (_, error, expected) => {
    const { client, told, ledger } = listen();
    const queries = new QueryClient();
    observeQueryClient(queries, client);
    await ask(queries, error());
    await vi.waitFor(() => expect([told(), ledger.isWaiting()]).toEqual([expected, expected.length > 0]));
  });

  it('leaves the response of an error readable', async () => {
    const { client, told } = listen();
    const queries = new QueryClient();
    observeQueryClient(queries, client);
    const response = answer();
    await ask(queries, failed({ response }));
    expect(await response.json()).toEqual(BODY);
    await vi.waitFor(() => expect(told()).toEqual(['scim']));
  });

  it('takes the address from the host where the error has none', async () => {
    const { client, told, ledger } = listen();
    const queries = new QueryClient();
    observeQueryClient(queries, client, { urlOf: (error) => Object(error).href ?? null });
    await ask(queries, failed({ status: 402, href: 'https://billing.example/', data: BODY }));
    await vi.waitFor(() => expect(ledger.isWaiting()).toBe(false));
    expect(told()).toEqual([]);
    await ask(queries, failed({ status: 402, href: `${BASE}/admin/audit/export` }), 'y');
    await vi.waitFor(() => expect(told()).toEqual(['audit_export']));
  });

  it('tells of the first try, also where the host has it tried again', async () => {
    const { client, told } = listen();
    const queries = new QueryClient();
    observeQueryClient(queries, client);
    const observer = new QueryObserver(queries, {
      queryKey: ['x'],
      queryFn: () => Promise.reject(failed({ status: 402, data: BODY })),
      retry: 3,
      retryDelay: 60_000,
    });
    const leave = observer.subscribe(() => undefined);
    await vi.waitFor(() => expect(told()).toEqual(['scim']));
    expect(observer.getCurrentResult().status).toBe('pending');
    leave();
    queries.clear();
  });

  it('lets a notice go when the query works, and not by what the host puts into the cache', async () => {
    const { client, told } = listen();
    const queries = new QueryClient();
    observeQueryClient(queries, client);
    await ask(queries, failed({ status: 402, data: BODY }));
    await vi.waitFor(() => expect(told()).toEqual(['scim']));
    queries.setQueryData(['x'], 'optimistic');
    await queries.fetchQuery({ queryKey: ['y'], queryFn: () => 'other' });
    expect(told()).toEqual(['scim']);
    await queries.fetchQuery({ queryKey: ['x'], queryFn: () => 'works' });
    expect(told()).toEqual([]);
  });

  it('watches mutations: what works is known by key and variables', async () => {
    const { client, ledger, told } = listen();
    const queries = new QueryClient();
    const stop = observeQueryClient(queries, client);
    const mutate = (mutationFn: () => Promise<unknown>, variables: unknown, mutationKey?: readonly unknown[]) =>
      new MutationObserver<unknown, unknown, unknown>(queries, { mutationFn, ...(mutationKey ? { mutationKey } : {}) })
        .mutate(variables)
        .catch(() => undefined);
    const refused = () => Promise.reject(failed({ status: 402, data: BODY }));
    await mutate(refused, 1, ['x']);
    await vi.waitFor(() => expect(told()).toEqual(['scim']));
    await mutate(async () => 'works', 2, ['x']);
    await mutate(async () => 'works', 1);
    expect(told()).toEqual(['scim']);
    await mutate(async () => 'works', 1, ['x']);
    expect(told()).toEqual([]);
    await mutate(refused, 1);
    await vi.waitFor(() => expect(told()).toEqual(['scim']));
    await mutate(async () => 'works', 1);
    expect(told()).toEqual(['scim']);
    ledger.forget('scim');
    stop();
    await mutate(refused, 1, ['x']);
    await settle();
    expect(told()).toEqual([]);
  });

  it('asks the host whether somebody waits', async () => {
    const { client, told } = listen();
    const queries = new QueryClient();
    observeQueryClient(queries, client, { isBackground: ({ meta }) => meta?.['quiet'] === true });
    const meta = { quiet: true };
    await queries
      .fetchQuery({ queryKey: ['x'], queryFn: () => Promise.reject(failed({ status: 402, data: BODY })), meta })
      .catch(() => undefined);
    await vi.waitFor(() => expect(told()).toEqual(['scim~']));
  });
});

describe('retryUnlessPaymentRequired', () => {
  const refused = Object.assign(new Error('HTTP 402'), { status: 402 });
  const broken = Object.assign(new Error('HTTP 503'), { status: 503 });

  it.each([
    ['the default', retryUnlessPaymentRequired(), [0, 1, 2]],
    ['a number', retryUnlessPaymentRequired(1), [0]],
    ['never', retryUnlessPaymentRequired(false), []],
    ['always', retryUnlessPaymentRequired(true), [0, 1, 2, 3]],
    ['a function', retryUnlessPaymentRequired((count) => count === 2), [2]],
  ])('retries no 402, and anything else by %s', (_, retry, retried) => {
    const counts = [0, 1, 2, 3];
    expect(counts.filter((count) => retry(count, refused))).toEqual([]);
    expect(counts.filter((count) => retry(count, broken))).toEqual(retried);
  });

  it('lets a query fail with the first 402', async () => {
    const queryFn = vi.fn(() => Promise.reject(refused));
    const queries = new QueryClient({ defaultOptions: { queries: { retry: retryUnlessPaymentRequired() } } });
    await expect(queries.fetchQuery({ queryKey: ['x'], queryFn })).rejects.toBe(refused);
    expect(queryFn).toHaveBeenCalledTimes(1);
  });
});
