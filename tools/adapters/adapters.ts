import { QueryClient } from '@tanstack/react-query';
import axios from 'axios';
import axiosOld from 'axios-old';
import ky1 from 'ky1';
import ky2 from 'ky2';
import createOpenApi from 'openapi-fetch';
import {
  type AxiosLike,
  type KyLike,
  observeAxios,
  watchKy,
  observeOpenApiFetch,
  watchPaymentRequired,
  observeQueryClient,
} from '../../src/client.js';
import { type Adapter, bodyOf, type HostRequest, readAs, type BodyFormat, type HostResponse, type Setup, textOfStream } from './Adapter.js';

const ALL: readonly BodyFormat[] = ['json', 'text', 'blob', 'buffer', 'stream'];

const isElsewhere = (path: string) => path.includes('://');

/** The error that a host app's own hook throws. */
class HostError extends Error {
  override readonly name = 'HostError';
}

const initOf = (token: string, { json, signal, background }: HostRequest, marksByHeader: boolean) => ({
  headers: {
    authorization: `Bearer ${token}`,
    ...(json ? { 'content-type': 'application/json' } : {}),
    ...(background && marksByHeader ? { purpose: 'prefetch' } : {}),
  },
  ...(json ? { method: 'POST', body: JSON.stringify(json) } : {}),
  ...(signal ? { signal } : {}),
});

const fetchAdapter: Adapter = {
  name: 'fetch',
  library: null,
  readings: ALL,
  has: ['earlier', 'fetch', 'mark', 'streams'],
  create({ base, token, fetch: given, throwing }) {
    let watched = given;
    return {
      async ask(asked) {
        const { path, reading = 'json' } = asked;
        const response = await watched(isElsewhere(path) ? path : `${base}${path}`, initOf(token, asked, true));
        if (throwing) throwIfNotOk(response);
        return { status: response.status, body: await readAs(reading, response), thrown: null };
      },
      open: async (path) => bodyOf(await watched(`${base}${path}`, initOf(token, { path }, true))),
      watch(client) {
        const before = watched;
        watched = watchPaymentRequired(before, client);
        return () => {
          watched = before;
        };
      },
    };
  },
};

const isInPage = typeof document !== 'undefined';

type Axios = AxiosLike & { request(config: object): Promise<{ readonly status: number; readonly data: unknown }> };

function axiosAdapter(name: string, library: string, create: (config: object) => Axios, adapter: 'xhr' | 'http' | 'fetch'): Adapter {
  const unreadable: Readonly<Record<typeof adapter, BodyFormat | null>> = { xhr: 'stream', http: 'blob', fetch: null };
  return {
    name: `${name}, ${adapter}`,
    library,
    readings: ALL.filter((reading) => reading !== unreadable[adapter]),
    has: ['calm', 'earlier', 'later'],
    create({ base, token, calm, throwing }) {
      const headers = { authorization: `Bearer ${token}` };
      const api = create({ baseURL: base, headers, adapter, ...(calm ? { validateStatus: () => true } : {}) });
      const addInterceptor = () =>
        Object(api).interceptors.response.use(
          ({ data }: { data: unknown }) => data,
          () => Promise.reject(new HostError('refused')),
        );
      if (throwing === 'earlier') addInterceptor();
      return {
        ...(adapter === 'fetch' ? { open: (path) => openStream(api, path) } : {}),
        async ask({ path, json, reading = 'json', background, signal }) {
          let thrown: string | null = null;
          const asking = api.request({
            url: path,
            ...(reading === 'json' ? {} : { responseType: reading === 'buffer' ? 'arraybuffer' : reading }),
            ...(json ? { method: 'post', data: json } : {}),
            ...(signal ? { signal } : {}),
            ...(background ? { background: true } : {}),
          });
          const { status, data } = await asking.catch((error) => {
            thrown = error.name;
            if (!error.response) throw error;
            return error.response;
          });
          return { status, body: await textOf(reading, data), thrown };
        },
        watch(client) {
          const stop = observeAxios(api, client);
          if (throwing === 'later') addInterceptor();
          return stop;
        },
      };
    },
  };
}

async function openStream(api: Axios, path: string): Promise<ReadableStream> {
  const { data } = await api.request({ url: path, responseType: 'stream', validateStatus: () => true });
  if (!(data instanceof ReadableStream)) throw new Error('The body is not a stream.');
  return data;
}

async function textOf(reading: BodyFormat, data: unknown): Promise<string> {
  if (reading === 'json') return JSON.stringify(data);
  if (reading === 'blob') return (data as Blob).text();
  if (reading === 'buffer') return new TextDecoder().decode(data as ArrayBuffer);
  return reading === 'stream' ? textOfStream(data as ReadableStream<Uint8Array>) : String(data);
}

type Ky<Self> = KyLike<Self> & ((input: string | URL, init: object) => Promise<Response>);

function kyAdapter<Self extends Ky<Self>>(name: string, library: string, create: (setup: Setup) => Self): Adapter {
  return {
    name,
    library,
    readings: ALL,
    has: ['calm', 'earlier', 'fetch', 'mark', 'streams'],
    create(setup) {
      let ky = create(setup);
      return {
        async ask({ path, json, reading = 'json', background, signal }) {
          let thrown: string | null = null;
          let data: unknown;
          const asking = ky(isElsewhere(path) ? new URL(path) : path.slice(1), {
            ...(json ? { method: 'post', json } : {}),
            ...(background ? { background: true } : {}),
            ...(signal ? { signal } : {}),
          });
          const response: Response = await asking.catch((error) => {
            thrown = error.name;
            data = error.data;
            if (!error.response) throw error;
            return error.response;
          });
          // ky 2 has already read the body of an HTTP error.
          const body = data === undefined ? await readAs(reading, response) : JSON.stringify(data);
          return { status: response.status, body, thrown };
        },
        open: async (path) => bodyOf(await ky(path.slice(1), { throwHttpErrors: false })),
        watch(client) {
          const before = ky;
          ky = watchKy(before, client);
          return () => {
            ky = before;
          };
        },
      };
    },
  };
}

const kyOptions = ({ token, fetch, calm, throwing }: Setup) => ({
  headers: { authorization: `Bearer ${token}` },
  fetch,
  throwHttpErrors: !calm,
  // ky 1 retries after a hook throws.
  ...(throwing ? { retry: 0 } : {}),
});

function throwIfNotOk(response: Response): void {
  if (!response.ok) throw new HostError('refused');
}

const createKy1 = (setup: Setup) =>
  ky1.create({
    ...kyOptions(setup),
    prefixUrl: setup.base,
    hooks: setup.throwing ? { afterResponse: [(_request, _options, response) => throwIfNotOk(response)] } : {},
  });

const createKy2 = (setup: Setup) =>
  ky2.create({
    ...kyOptions(setup),
    prefix: setup.base,
    hooks: setup.throwing ? { afterResponse: [({ response }) => throwIfNotOk(response)] } : {},
  });

type Paths = Record<string, Record<'get' | 'post', { responses: { 200: { content: { 'application/json': unknown } } } }>>;

const openApiAdapter: Adapter = {
  name: 'openapi-fetch',
  library: 'openapi-fetch',
  readings: ALL,
  has: ['earlier', 'fetch', 'mark', 'streams'],
  create({ base, token, fetch, throwing }) {
    const api = createOpenApi<Paths>({ baseUrl: base, fetch, headers: { authorization: `Bearer ${token}` } });
    if (throwing) {
      api.use({
        onResponse({ response }) {
          throwIfNotOk(response);
        },
      });
    }
    return {
      async ask({ path, json, reading = 'json', background, signal }): Promise<HostResponse> {
        const { origin, pathname } = isElsewhere(path) ? new URL(path) : { origin: base, pathname: path };
        const init = {
          baseUrl: origin,
          parseAs: reading,
          ...(json ? { body: json } : {}),
          ...(background ? { background: true } : {}),
          ...(signal ? { signal } : {}),
        };
        const { data, error, response } = await api.request(json ? 'post' : 'get', pathname, Object(init));
        const body = error === undefined ? await textOf(reading, data) : typeof error === 'string' ? error : JSON.stringify(error);
        return { status: response.status, body, thrown: null };
      },
      watch: (client) => observeOpenApiFetch(api, client),
    };
  },
};

class HttpError extends Error {
  override readonly name = 'HttpError';
  constructor(
    readonly status: number,
    readonly response: Response,
    readonly data: unknown,
  ) {
    super(`HTTP ${status}`);
  }
}

const queryAdapter: Adapter = {
  name: 'TanStack Query',
  library: '@tanstack/react-query',
  readings: ALL,
  has: ['fetch'],
  create({ base, token, fetch }) {
    const queries = new QueryClient();
    return {
      async ask(asked) {
        const { path, json, reading = 'json', background } = asked;
        const request = async () => {
          const response = await fetch(isElsewhere(path) ? path : `${base}${path}`, initOf(token, asked, false));
          if (response.ok) return { status: response.status, body: await readAs(reading, response), thrown: null };
          const data = JSON.parse((await response.clone().text()) || 'null');
          throw new HttpError(response.status, response, data);
        };
        const meta = background ? { background: true } : {};
        const asking: Promise<HostResponse> = json
          ? queries
              .getMutationCache()
              .build(queries, { mutationKey: [path], mutationFn: request, meta })
              .execute(json)
          : queries.fetchQuery({ queryKey: [path], queryFn: request, meta });
        return asking.catch(async (error) => {
          if (!(error instanceof HttpError)) throw error;
          return { status: error.status, body: await readAs(reading, error.response.clone()), thrown: error.name };
        });
      },
      async open(path) {
        const queryFn = async (): Promise<never> => {
          const response = await fetch(`${base}${path}`, initOf(token, { path }, false));
          throw new HttpError(response.status, response, null);
        };
        return bodyOf(await queries.fetchQuery({ queryKey: [path], queryFn }).catch(({ response }) => response));
      },
      watch: (client) => observeQueryClient(queries, client),
    };
  },
};

const ownAdapter = isInPage ? 'xhr' : 'http';

/** Every HTTP client, with the transport of the current runtime. */
export const adapters: readonly Adapter[] = [
  fetchAdapter,
  axiosAdapter('axios', 'axios', (config) => axios.create(config), ownAdapter),
  axiosAdapter('axios', 'axios', (config) => axios.create(config), 'fetch'),
  axiosAdapter('axios', 'axios-old', (config) => axiosOld.create(config), ownAdapter),
  kyAdapter('ky 1', 'ky1', createKy1),
  kyAdapter('ky 2', 'ky2', createKy2),
  openApiAdapter,
  queryAdapter,
];
