import { type Format, loadLanguage, type Messages } from '@alexandria-ee/license-ui';
import {
  type AxiosLike,
  type AxiosRequest,
  type KyLike,
  type KyRequestOptions,
  type OpenApiFetchLike,
  type OpenApiRequest,
  type QueryClientLike,
  retryUnlessPaymentRequired,
  type WatchAxiosOptions,
  type WatchedKyOptions,
  type WatchedTask,
  type WatchKyOptions,
  type WatchOpenApiFetchOptions,
  type WatchQueryClientOptions,
  watchAxios,
  watchKy,
  watchOpenApiFetch,
  watchQueryClient,
} from '@alexandria-ee/license-ui/client';
import { client } from './client.js';

// A host app with other HTTP clients and another language. It is type-checked, but never runs.

interface Ky extends KyLike<Ky> {
  (url: string, options?: KyRequestOptions): Promise<Response>;
}

const axiosOptions: WatchAxiosOptions = { isBackground: (config: AxiosRequest) => config.url === '/poll' };
const kyOptions: WatchKyOptions = { isBackground: (request: Request) => request.keepalive };
const openApiOptions: WatchOpenApiFetchOptions = { isBackground: ({ request }: OpenApiRequest) => request.keepalive };
const queryOptions: WatchQueryClientOptions = { isBackground: ({ meta }: WatchedTask) => meta?.['quiet'] === true };

export function watch(axios: AxiosLike, ky: Ky, api: OpenApiFetchLike, queries: QueryClientLike): { readonly ky: Ky; stop(): void } {
  const undo = [
    watchAxios(axios, client, axiosOptions),
    watchOpenApiFetch(api, client, openApiOptions),
    watchQueryClient(queries, client, queryOptions),
  ];
  return {
    ky: watchKy(ky, client, kyOptions),
    stop: () => {
      for (const stop of undo) stop();
    },
  };
}

export const retry: (failureCount: number, error: Error) => boolean = retryUnlessPaymentRequired(3);
export const optionsOf = (own: WatchedKyOptions): readonly string[] => Object.keys(own);

export async function speak(locale: string, own: Pick<Messages, 'renewal'>): Promise<string> {
  await loadLanguage(locale);
  return own.renewal.get.title;
}

export const day = (format: Format, instant: number): string => format.day(instant);
