import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import axios, { type AxiosInstance, type AxiosRequestConfig } from 'axios';
import axiosOld, { type AxiosInstance as OldAxiosInstance } from 'axios-old';
import ky1, { type KyInstance as Ky1Instance } from 'ky1';
import ky2, { type KyInstance as Ky2Instance } from 'ky2';
import createApi, { type Middleware } from 'openapi-fetch';
import { describe, expectTypeOf, it } from 'vitest';
import type {
  AxiosLike,
  KyLike,
  LicenseClient,
  OpenApiFetchLike,
  QueryClientLike,
  WatchAxiosOptions,
  WatchKyOptions,
} from '../../../src/client.js';
import { retryUnlessPaymentRequired, watchAxios, watchKy, watchOpenApiFetch, watchQueryClient } from '../../../src/client.js';

// Checked by `npm run typecheck`: the adapters take the real libraries, old and new, as they are.

type Paths = { '/admin/tenants': { get: { responses: { 200: { content: { 'application/json': { items: string[] } } } } } } };

const install = (client: LicenseClient) => ({
  axios: [watchAxios(axios, client), watchAxios(axios.create({ baseURL: '/api' }), client), watchAxios(axiosOld.create(), client)],
  ky1: watchKy(ky1.create({ prefixUrl: '/api' }), client),
  ky2: watchKy(ky2.create({ prefix: '/api' }), client),
  openapi: watchOpenApiFetch(createApi<Paths>({ baseUrl: '/api' }), client),
  queries: watchQueryClient(new QueryClient({ queryCache: new QueryCache(), mutationCache: new MutationCache() }), client),
});

describe('the types of the adapters', () => {
  it('take every library, and hand back its own', () => {
    expectTypeOf<AxiosInstance>().toExtend<AxiosLike>();
    expectTypeOf<OldAxiosInstance>().toExtend<AxiosLike>();
    expectTypeOf<Ky1Instance>().toExtend<KyLike<Ky1Instance>>();
    expectTypeOf<Ky2Instance>().toExtend<KyLike<Ky2Instance>>();
    expectTypeOf<ReturnType<typeof createApi<Paths>>>().toExtend<OpenApiFetchLike>();
    expectTypeOf<Parameters<OpenApiFetchLike['use']>[0]>().toExtend<Middleware>();
    expectTypeOf<QueryClient>().toExtend<QueryClientLike>();
    type Installed = ReturnType<typeof install>;
    expectTypeOf<Installed['ky1']>().toEqualTypeOf<Ky1Instance>();
    expectTypeOf<Installed['ky2']>().toEqualTypeOf<Ky2Instance>();
    expectTypeOf<Installed['axios']>().toEqualTypeOf<(() => void)[]>();
  });

  it('let a request be marked as the README says', () => {
    const api = createApi<Paths>({ baseUrl: '/api' });
    const background = { context: { background: true } };
    const asks = () => [api.GET('/admin/tenants', { background: true }), ky1.get('x', background), ky2.get('x', background)];
    expectTypeOf(asks).toBeFunction();
  });

  it('take callbacks that are written with the types of the library', () => {
    const forAxios = { isBackground: ({ url }: AxiosRequestConfig) => url === '/ping' };
    expectTypeOf(forAxios).toExtend<WatchAxiosOptions>();
    const forKy = { isBackground: (_: Request, { context }: { context?: Record<string, unknown> }) => context?.['quiet'] === true };
    expectTypeOf(forKy).toExtend<WatchKyOptions>();
    new QueryClient({
      defaultOptions: { queries: { retry: retryUnlessPaymentRequired() }, mutations: { retry: retryUnlessPaymentRequired(0) } },
    });
  });
});
