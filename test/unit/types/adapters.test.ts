import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import axios, { type AxiosInstance, type AxiosRequestConfig } from 'axios';
import axiosOld, { type AxiosInstance as OldAxiosInstance } from 'axios-old';
import ky1, { type KyInstance as Ky1Instance } from 'ky1';
import ky2, { type KyInstance as Ky2Instance } from 'ky2';
import createApi, { type Middleware } from 'openapi-fetch';
import { describe, expectTypeOf, it } from 'vitest';
import type { AxiosLike, KyLike, LicenseClient, ObserveAxiosOptions, OpenApiFetchLike } from '../../../src/client.js';
import { retryUnlessPaymentRequired, observeAxios, watchKy, observeOpenApiFetch, observeQueryClient } from '../../../src/client.js';

// Checked by `npm run typecheck`: the adapters accept instances of the real libraries, in old and new versions.

// As docs/embedding.md says.
declare global {
  interface RequestInit {
    background?: boolean;
  }
}
declare module 'axios' {
  interface AxiosRequestConfig {
    background?: boolean;
  }
}

type Paths = { '/admin/tenants': { get: { responses: { 200: { content: { 'application/json': { items: string[] } } } } } } };

const install = (client: LicenseClient) => ({
  axios: [observeAxios(axios, client), observeAxios(axios.create({ baseURL: '/api' }), client), observeAxios(axiosOld.create(), client)],
  ky1: watchKy(ky1.create({ prefixUrl: '/api' }), client),
  ky2: watchKy(ky2.create({ prefix: '/api' }), client),
  openapi: observeOpenApiFetch(createApi<Paths>({ baseUrl: '/api' }), client),
  queries: observeQueryClient(new QueryClient({ queryCache: new QueryCache(), mutationCache: new MutationCache() }), client),
});

describe('the types of the adapters', () => {
  it('accept every library and return its own type', () => {
    expectTypeOf<AxiosInstance>().toExtend<AxiosLike>();
    expectTypeOf<OldAxiosInstance>().toExtend<AxiosLike>();
    expectTypeOf<Ky1Instance>().toExtend<KyLike<Ky1Instance>>();
    expectTypeOf<Ky2Instance>().toExtend<KyLike<Ky2Instance>>();
    expectTypeOf<ReturnType<typeof createApi<Paths>>>().toExtend<OpenApiFetchLike>();
    expectTypeOf<Parameters<OpenApiFetchLike['use']>[0]>().toExtend<Middleware>();
    type Installed = ReturnType<typeof install>;
    expectTypeOf<Installed['ky1']>().toEqualTypeOf<Ky1Instance>();
    expectTypeOf<Installed['ky2']>().toEqualTypeOf<Ky2Instance>();
    expectTypeOf<Installed['axios']>().toEqualTypeOf<(() => void)[]>();
  });

  it('allow background requests to be marked as in docs/embedding.md', () => {
    const api = createApi<Paths>({ baseUrl: '/api' });
    const background: RequestInit = { background: true };
    const asks = () => [
      api.GET('/admin/tenants', { background: true }),
      ky1.get('x', background),
      ky1.get('x', { background: true }),
      ky2.get('x', { background: true }),
      fetch('x', { background: true }),
      axios.get('x', { background: true }),
    ];
    expectTypeOf(asks).toBeFunction();
  });

  it('accept callbacks with the types of the library', () => {
    const forAxios = { isBackground: ({ url }: AxiosRequestConfig) => url === '/ping' };
    expectTypeOf(forAxios).toExtend<ObserveAxiosOptions>();
    new QueryClient({
      defaultOptions: { queries: { retry: retryUnlessPaymentRequired() }, mutations: { retry: retryUnlessPaymentRequired(0) } },
    });
  });
});
