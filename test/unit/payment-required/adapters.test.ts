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
import { watchPaymentRequired } from '../../../src/payment-required/adapters/watchPaymentRequired.js';
import { watchKy } from '../../../src/payment-required/adapters/watchKy.js';
import { observeOpenApiFetch } from '../../../src/payment-required/adapters/observeOpenApiFetch.js';
import { observeQueryClient } from '../../../src/payment-required/adapters/observeQueryClient.js';

// These tests cover the behaviour specific to each HTTP client. `tools/adapters` tests the common behaviour over HTTP.

const BASE = 'https://gateway.example';
const URL_402 = `${BASE}/admin/x`;
const BODY = { entitlement: 'scim' };

function setUp() {
  const client = createLicenseClient({ baseUrl: BASE, scope: 'ada', storage: null });
  const store = refusalStoreOf(client);
  return {
    client,
    store,
    /** Returns the refused entitlements. A `~` marks a silent refusal. */
    refusals: () => store.refusals().map(({ entitlement, isSilent }) => `${entitlement}${isSilent ? '~' : ''}`),
  };
}

const flushPromises = () => new Promise((resolve) => setImmediate(resolve));

describe('observeAxios', () => {
  /** Creates an axios instance whose adapter settles with the response of `respond`. */
  function createApi(respond: () => { status: number; data?: unknown; request?: object }) {
    return axios.create({
      baseURL: BASE,
      adapter: async (config) => {
        const response = { statusText: '', headers: {}, config, data: BODY, ...respond() };
        if (response.status < 400) return response;
        throw new axios.AxiosError('refused', 'ERR', config, response.request, response);
      },
    });
  }

  it('ends a refusal after a success with the same body, not with another body', async () => {
    const { client, refusals } = setUp();
    let status = 402;
    const api = createApi(() => ({ status }));
    observeAxios(api, client);
    await api.post('/admin/x', { a: 1 }).catch(() => undefined);
    await vi.waitFor(() => expect(refusals()).toEqual(['scim']));
    status = 200;
    await api.post('/admin/x', { a: 2 });
    expect(refusals()).toEqual(['scim']);
    await api.post('/admin/x', { a: 1 });
    expect(refusals()).toEqual([]);
  });

  it.each([
    ['XMLHttpRequest', { responseURL: 'https://elsewhere.example/pay' }],
    ['Node', { res: { responseUrl: 'https://elsewhere.example/pay' } }],
  ])('ignores a 402 from another origin after a redirect, with the URL that %s exposes', async (_, request) => {
    const { client, refusals } = setUp();
    const api = createApi(() => ({ status: 402, request }));
    observeAxios(api, client);
    await api.get('/admin/x').catch(() => undefined);
    await flushPromises();
    expect(refusals()).toEqual([]);
  });

  it('records a silent refusal for a prefetch and for a request that `isBackground` marks', async () => {
    for (const isBackground of [undefined, ({ url }: { url?: string | undefined }) => url === '/admin/x']) {
      const { client, refusals } = setUp();
      const api = createApi(() => ({ status: 402 }));
      observeAxios(api, client, isBackground ? { isBackground } : {});
      await api.get('/admin/x', isBackground ? {} : { headers: { Purpose: 'prefetch' } }).catch(() => undefined);
      await vi.waitFor(() => expect(refusals()).toEqual(['scim~']));
    }
  });

  it('records a 402 that an earlier interceptor replaces, and returns the interceptor’s result to the app', async () => {
    const { client, refusals } = setUp();
    const api = createApi(() => ({ status: 402 }));
    api.interceptors.request.use(async (config) => config);
    api.interceptors.response.use(undefined, () => 'replaced' as never);
    observeAxios(api, client);
    expect(await api.get('/admin/x')).toBe('replaced');
    await vi.waitFor(() => expect(refusals()).toEqual(['scim']));
  });

  it('rejects with the error of the adapter even if the `response` getter of the error throws', async () => {
    const { client } = setUp();
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
    const { client } = setUp();
    const send = vi.fn(() => new Promise<never>(() => undefined));
    const api = axios.create({ baseURL: BASE, adapter: send });
    observeAxios(api, client);
    void api.get('/admin/x');
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('calls `paramsSerializer` once, and distinguishes requests by their query', async () => {
    const { client, refusals } = setUp();
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
    await vi.waitFor(() => expect(refusals()).toEqual(['scim']));
    status = 200;
    await api.get('/admin/x', { params: { a: 2 } });
    expect(refusals()).toEqual(['scim']);
    await api.get('/admin/x', { params: { a: 1 } });
    expect(refusals()).toEqual([]);
  });

  it('records one 402 per request if the app sends the same configuration again, as retries do', async () => {
    const { client, store } = setUp();
    const api = createApi(() => ({ status: 402 }));
    observeAxios(api, client);
    const end402 = vi.spyOn(store, 'end402');
    const error = await api.get('/admin/x').catch((thrown) => thrown);
    await api.request(error.config).catch(() => undefined);
    await flushPromises();
    expect(end402).toHaveBeenCalledTimes(2);
    expect(error.config.transformResponse).toHaveLength(2);
  });

  it.each(['signal', 'cancelToken'] as const)('ignores a 402 whose request is cancelled by `%s` during the read', async (way) => {
    const { client, refusals, store } = setUp();
    const api = createApi(() => ({ status: 402 }));
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
    await flushPromises();
    expect([refusals(), store.isWaiting()]).toEqual([[], false]);
  });

  it('passes on a stream unread, and uses only the route', async () => {
    const { client, refusals } = setUp();
    const data = new Response(JSON.stringify(BODY)).body;
    const api = createApi(() => ({ status: 402, data }));
    observeAxios(api, client);
    const error = await api.get('/admin/audit/export', { responseType: 'stream' }).catch((thrown) => thrown);
    expect(error.response.data).toBe(data);
    await vi.waitFor(() => expect(refusals()).toEqual(['audit_export']));
    expect(await new Response(data).json()).toEqual(BODY);
  });

  it('records nothing after it is stopped, not even the 402 of a pending request', async () => {
    const { client, refusals } = setUp();
    const api = createApi(() => ({ status: 402 }));
    const stop = observeAxios(api, client);
    const pending = api.get('/admin/x').catch(() => undefined);
    stop();
    await pending;
    await api.get('/admin/x').catch(() => undefined);
    await flushPromises();
    expect(refusals()).toEqual([]);
  });
});

describe('watchKy', () => {
  const refuse = () => Promise.resolve(Response.json(BODY, { status: 402 }));

  it.each([
    ['1', ky1, watchKy<typeof ky1>],
    ['2', ky2, watchKy<typeof ky2>],
  ] as const)('keeps the fetch and the hooks of a ky %s instance', async (_, ky, watch) => {
    const { client, refusals } = setUp();
    const inner = vi.fn(refuse);
    const hook = vi.fn();
    const create: (options: object) => object = ky.create;
    const api = watch(Object(create({ fetch: inner, hooks: { beforeRequest: [hook] } })), client);
    await api.get(URL_402).catch(() => undefined);
    expect([inner.mock.calls.length, hook.mock.calls.length]).toEqual([1, 1]);
    await vi.waitFor(() => expect(refusals()).toEqual(['scim']));
  });

  it.each([
    ['1', ky1, watchKy<typeof ky1>],
    ['2', ky2, watchKy<typeof ky2>],
  ] as const)('records a silent refusal if ky %s retries a background request', async (_, ky, watch) => {
    const { client, refusals } = setUp();
    const responses = [new Response(null, { status: 503 }), await refuse()];
    const create: (options: object) => object = ky.create;
    const options = { fetch: async () => responses.shift(), retry: { limit: 1, delay: () => 0 } };
    const api = watch(Object(create(options)), client);
    await api.get(URL_402, { background: true }).catch(() => undefined);
    await vi.waitFor(() => expect(refusals()).toEqual(['scim~']));
  });

  it.each([
    ['1', ky1, watchKy<typeof ky1>, (request: Request) => new Request(request)],
    ['2', ky2, watchKy<typeof ky2>, ({ request }: { request: Request }) => new Request(request)],
  ] as const)('records a silent refusal if a hook of ky %s replaces a prefetch request', async (_, ky, watch, hook) => {
    const { client, refusals } = setUp();
    const create: (options: object) => object = ky.create;
    const api = watch(Object(create({ fetch: refuse, hooks: { beforeRequest: [hook] } })), client);
    await api.get(URL_402, { headers: { purpose: 'prefetch' } }).catch(() => undefined);
    await vi.waitFor(() => expect(refusals()).toEqual(['scim~']));
  });

  it.each([
    ['1', ky1, watchKy<typeof ky1>],
    ['2', ky2, watchKy<typeof ky2>],
  ] as const)('ends a refusal after a success of ky %s with the same JSON, not with other JSON or a form', async (_, ky, watch) => {
    const { client, refusals } = setUp();
    let status = 402;
    const create: (options: object) => object = ky.create;
    const api = watch(Object(create({ fetch: async () => Response.json(BODY, { status }) })), client);
    const form = new FormData();
    form.set('a', '1');
    await api.post(URL_402, { json: { a: 1 } }).catch(() => undefined);
    await vi.waitFor(() => expect(refusals()).toEqual(['scim']));
    status = 200;
    await api.post(URL_402, { json: { a: 2 } });
    await api.post(URL_402, { body: form });
    await flushPromises();
    expect(refusals()).toEqual(['scim']);
    await api.post(URL_402, { json: { a: 1 } });
    await vi.waitFor(() => expect(refusals()).toEqual([]));
    status = 402;
    await api.post(URL_402, { body: form }).catch(() => undefined);
    await vi.waitFor(() => expect(refusals()).toEqual(['scim']));
    status = 200;
    await api.post(URL_402, { body: form });
    await flushPromises();
    expect(refusals()).toEqual(['scim']);
  });

  it('records a silent refusal if `isBackground` returns true, and a visible one if it throws', async () => {
    const { client, refusals } = setUp();
    const isBackground = vi.fn((request: Request) => {
      if (request.url.endsWith('y')) throw new Error('a bug in the app’s callback');
      return true;
    });
    const api = watchKy(ky2.create({ fetch: refuse }), client, { isBackground });
    await api.get(URL_402).catch(() => undefined);
    await vi.waitFor(() => expect(refusals()).toEqual(['scim~']));
    await api.get(`${BASE}/admin/y`).catch(() => undefined);
    await vi.waitFor(() => expect(refusals()).toEqual(['scim']));
  });
});

describe('observeOpenApiFetch', () => {
  it('ends a refusal with a JSON body only if the client also uses a watched fetch', async () => {
    for (const isWatched of [false, true]) {
      const { client, refusals } = setUp();
      let status = 402;
      const fetch = () => Promise.resolve(Response.json(BODY, { status }));
      const api = createOpenApi<Record<string, { post: { requestBody: { content: { 'application/json': object } } } }>>({
        baseUrl: BASE,
        fetch: isWatched ? watchPaymentRequired(fetch, client) : fetch,
      });
      observeOpenApiFetch(api, client);
      await api.request('post', '/admin/x', { body: { a: 1 } });
      await vi.waitFor(() => expect(refusals()).toEqual(['scim']));
      status = 200;
      await api.request('post', '/admin/x', { body: { a: 2 } });
      await flushPromises();
      expect(refusals()).toEqual(['scim']);
      await api.request('post', '/admin/x', { body: { a: 1 } });
      await flushPromises();
      expect(refusals()).toEqual(isWatched ? [] : ['scim']);
    }
  });

  it('sends each request synchronously', () => {
    const fetch = vi.fn(() => new Promise<never>(() => undefined));
    const api = createOpenApi<Record<string, { get: object }>>({ baseUrl: BASE, fetch });
    observeOpenApiFetch(api, setUp().client);
    void api.request('get', '/admin/x');
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('records a silent refusal only if `isBackground` returns true', async () => {
    const { client, refusals } = setUp();
    const api = createOpenApi<Record<string, { get: object }>>({
      baseUrl: BASE,
      fetch: () => Promise.resolve(Response.json(BODY, { status: 402 })),
    });
    observeOpenApiFetch(api, client, { isBackground: ({ schemaPath }) => schemaPath === '/admin/x' });
    await api.request('get', '/admin/x');
    await vi.waitFor(() => expect(refusals()).toEqual(['scim~']));
    await api.request('get', '/admin/y');
    await vi.waitFor(() => expect(refusals()).toEqual(['scim']));
  });
});

describe('observeOpenApiFetch with a middleware of a single request', () => {
  it('records a silent refusal if the middleware replaces the request with a prefetch', async () => {
    const { client, refusals } = setUp();
    const api = createOpenApi<Record<string, { get: object }>>({
      baseUrl: BASE,
      fetch: () => Promise.resolve(Response.json(BODY, { status: 402 })),
    });
    observeOpenApiFetch(api, client);
    const middleware = [{ onRequest: ({ request }: { request: Request }) => new Request(request, { headers: { purpose: 'prefetch' } }) }];
    await api.request('get', '/admin/x', { middleware });
    await vi.waitFor(() => expect(refusals()).toEqual(['scim~']));
  });
});

describe('observeQueryClient', () => {
  const failQuery = (queryClient: QueryClient, error: unknown, key: unknown = 'x') =>
    queryClient.fetchQuery({ queryKey: [key], queryFn: () => Promise.reject(error) }).catch(() => undefined);
  const create402 = (url = URL_402) => Object.defineProperty(Response.json(BODY, { status: 402 }), 'url', { value: url });
  const createRead402 = () => {
    const response = create402();
    void response.text();
    return response;
  };
  const createError = (fields: object) => Object.assign(new Error('HTTP 402'), fields);

  it.each([
    ['records an error of ky 1 or of a fetch wrapper', () => createError({ response: create402() }), ['scim']],
    ['records an error of ky 2', () => createError({ response: { status: 402, bodyUsed: true, url: URL_402 }, data: BODY }), ['scim']],
    ['records an error of ky 2 with a response that ky has read', () => createError({ response: createRead402(), data: BODY }), ['scim']],
    [
      'records an error with an unreadable `data` and the body in `info`',
      () => createError({ status: 402, data: new Map(), info: BODY }),
      ['scim'],
    ],
    [
      'records an error of axios',
      () => createError({ response: { status: 402, data: BODY, headers: {}, config: { baseURL: BASE, url: '/admin/x' } } }),
      ['scim'],
    ],
    [
      'records an error of axios with a text body',
      () => createError({ response: { status: 402, data: JSON.stringify(BODY), config: { url: URL_402 } } }),
      ['scim'],
    ],
    ['records an error of ofetch', () => createError({ status: 402, data: BODY, request: URL_402 }), ['scim']],
    [
      'ignores an error of ofetch from another origin',
      () => createError({ status: 402, data: BODY, request: 'https://billing.example/' }),
      [],
    ],
    ['records an error of superagent', () => createError({ status: 402, response: { status: 402, body: BODY } }), ['scim']],
    ['records an error in the format of SWR’s documentation', () => createError({ status: 402, info: BODY }), ['scim']],
    [
      'records a wrapped error with the status and the body in its cause',
      () => new Error('wrapped', { cause: createError({ status: 402, data: BODY }) }),
      ['scim'],
    ],
    [
      'records a wrapped error with the response in its cause',
      () => new Error('wrapped', { cause: createError({ response: create402() }) }),
      ['scim'],
    ],
    ['records an error that has the fields of the body', () => createError({ status: 402, entitlement: 'scim' }), ['scim']],
    ['records a thrown response', create402, ['scim']],
    ['records a thrown body', () => ({ status: 402, title: 'Payment Required', ...BODY }), ['scim']],
    [
      'records an error with only the status and the URL',
      () => createError({ status: 402, url: `${BASE}/admin/audit/export` }),
      ['audit_export'],
    ],
    ['ignores an error with only the status', () => createError({ status: 402 }), []],
    ['ignores an unknown entitlement if the URL is unknown too', () => createError({ status: 402, data: { entitlement: 'pro_plan' } }), []],
    ['ignores a response from another origin', () => createError({ response: create402('https://billing.example/x') }), []],
    [
      'ignores an error of axios from another origin',
      () => createError({ response: { status: 402, data: BODY, config: { baseURL: BASE, url: '//billing.example/x' } } }),
      [],
    ],
    [
      'ignores a 402 of an upstream provider',
      () => createError({ status: 402, url: `${BASE}/v1/chat`, data: { error: 'Insufficient Balance' } }),
      [],
    ],
    [
      'ignores a 402 of the x402 protocol',
      () => createError({ status: 402, data: BODY, response: { headers: { 'Payment-Required': 'e30=' } } }),
      [],
    ],
    ['ignores an error with another status', () => createError({ status: 403, data: BODY }), []],
    ['ignores a thrown string', () => 'HTTP 402', []],
  ])('%s', async (_, error, expected) => {
    const { client, refusals, store } = setUp();
    const queryClient = new QueryClient();
    observeQueryClient(queryClient, client);
    await failQuery(queryClient, error());
    await vi.waitFor(() => expect([refusals(), store.isWaiting()]).toEqual([expected, expected.length > 0]));
  });

  it('leaves the response of an error readable', async () => {
    const { client, refusals } = setUp();
    const queryClient = new QueryClient();
    observeQueryClient(queryClient, client);
    const response = create402();
    await failQuery(queryClient, createError({ response }));
    expect(await response.json()).toEqual(BODY);
    await vi.waitFor(() => expect(refusals()).toEqual(['scim']));
  });

  it('calls `urlOf` if the error contains no URL', async () => {
    const { client, refusals, store } = setUp();
    const queryClient = new QueryClient();
    observeQueryClient(queryClient, client, { urlOf: (error) => Object(error).href ?? null });
    await failQuery(queryClient, createError({ status: 402, href: 'https://billing.example/', data: BODY }));
    await vi.waitFor(() => expect(store.isWaiting()).toBe(false));
    expect(refusals()).toEqual([]);
    await failQuery(queryClient, createError({ status: 402, href: `${BASE}/admin/audit/export` }), 'y');
    await vi.waitFor(() => expect(refusals()).toEqual(['audit_export']));
  });

  it('records the 402 of the first attempt, even if the app retries the query', async () => {
    const { client, refusals } = setUp();
    const queryClient = new QueryClient();
    observeQueryClient(queryClient, client);
    const observer = new QueryObserver(queryClient, {
      queryKey: ['x'],
      queryFn: () => Promise.reject(createError({ status: 402, data: BODY })),
      retry: 3,
      retryDelay: 60_000,
    });
    const unsubscribe = observer.subscribe(() => undefined);
    await vi.waitFor(() => expect(refusals()).toEqual(['scim']));
    expect(observer.getCurrentResult().status).toBe('pending');
    unsubscribe();
    queryClient.clear();
  });

  it('ends a refusal when its query succeeds, not when the app calls `setQueryData`', async () => {
    const { client, refusals } = setUp();
    const queryClient = new QueryClient();
    observeQueryClient(queryClient, client);
    await failQuery(queryClient, createError({ status: 402, data: BODY }));
    await vi.waitFor(() => expect(refusals()).toEqual(['scim']));
    queryClient.setQueryData(['x'], 'optimistic');
    await queryClient.fetchQuery({ queryKey: ['y'], queryFn: () => 'other' });
    expect(refusals()).toEqual(['scim']);
    await queryClient.fetchQuery({ queryKey: ['x'], queryFn: () => 'works' });
    expect(refusals()).toEqual([]);
  });

  it('ends a refusal only when a mutation with the same key and variables succeeds', async () => {
    const { client, store, refusals } = setUp();
    const queryClient = new QueryClient();
    const stop = observeQueryClient(queryClient, client);
    const mutate = (mutationFn: () => Promise<unknown>, variables: unknown, mutationKey?: readonly unknown[]) =>
      new MutationObserver<unknown, unknown, unknown>(queryClient, { mutationFn, ...(mutationKey ? { mutationKey } : {}) })
        .mutate(variables)
        .catch(() => undefined);
    const reject402 = () => Promise.reject(createError({ status: 402, data: BODY }));
    await mutate(reject402, 1, ['x']);
    await vi.waitFor(() => expect(refusals()).toEqual(['scim']));
    await mutate(async () => 'works', 2, ['x']);
    await mutate(async () => 'works', 1);
    expect(refusals()).toEqual(['scim']);
    await mutate(async () => 'works', 1, ['x']);
    expect(refusals()).toEqual([]);
    await mutate(reject402, 1);
    await vi.waitFor(() => expect(refusals()).toEqual(['scim']));
    await mutate(async () => 'works', 1);
    expect(refusals()).toEqual(['scim']);
    store.forget('scim');
    stop();
    await mutate(reject402, 1, ['x']);
    await flushPromises();
    expect(refusals()).toEqual([]);
  });

  it('records a silent refusal if `isBackground` returns true', async () => {
    const { client, refusals } = setUp();
    const queryClient = new QueryClient();
    observeQueryClient(queryClient, client, { isBackground: ({ meta }) => meta?.['quiet'] === true });
    const meta = { quiet: true };
    await queryClient
      .fetchQuery({ queryKey: ['x'], queryFn: () => Promise.reject(createError({ status: 402, data: BODY })), meta })
      .catch(() => undefined);
    await vi.waitFor(() => expect(refusals()).toEqual(['scim~']));
  });
});

describe('retryUnlessPaymentRequired', () => {
  const refused = Object.assign(new Error('HTTP 402'), { status: 402 });
  const unavailable = Object.assign(new Error('HTTP 503'), { status: 503 });

  it.each([
    ['the default', retryUnlessPaymentRequired(), [0, 1, 2]],
    ['a number of retries', retryUnlessPaymentRequired(1), [0]],
    ['`false`', retryUnlessPaymentRequired(false), []],
    ['`true`', retryUnlessPaymentRequired(true), [0, 1, 2, 3]],
    ['a function', retryUnlessPaymentRequired((count) => count === 2), [2]],
  ])('never retries a 402, and applies %s to other errors', (_, retry, retried) => {
    const counts = [0, 1, 2, 3];
    expect(counts.filter((count) => retry(count, refused))).toEqual([]);
    expect(counts.filter((count) => retry(count, unavailable))).toEqual(retried);
  });

  it('makes a query fail at the first 402', async () => {
    const queryFn = vi.fn(() => Promise.reject(refused));
    const queryClient = new QueryClient({ defaultOptions: { queries: { retry: retryUnlessPaymentRequired() } } });
    await expect(queryClient.fetchQuery({ queryKey: ['x'], queryFn })).rejects.toBe(refused);
    expect(queryFn).toHaveBeenCalledTimes(1);
  });
});
