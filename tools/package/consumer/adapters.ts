import type { QueryClient } from '@tanstack/react-query';
import { type Format, loadLanguage, type Messages } from '@alexandria-ee/license-ui';
import {
  type AxiosLike,
  type AxiosRequest,
  type KyLike,
  type OpenApiFetchLike,
  type OpenApiRequest,
  retryUnlessPaymentRequired,
  type ObserveAxiosOptions,
  type ObservedTask,
  type WatchOptions,
  type LicenseClientSource,
  type ObserveOpenApiFetchOptions,
  type ObserveQueryClientOptions,
  observeAxios,
  watchKy,
  observeOpenApiFetch,
  observeQueryClient,
} from '@alexandria-ee/license-ui/client';
import { client } from './client.js';

// A host app with other HTTP clients and another language. It is type-checked, but never runs.

interface Ky extends KyLike<Ky> {
  (url: string, options?: RequestInit): Promise<Response>;
}

const axiosOptions: ObserveAxiosOptions = { isBackground: (config: AxiosRequest) => config.url === '/poll' };
const kyOptions: WatchOptions = { isBackground: (request: Request) => request.keepalive };
const openApiOptions: ObserveOpenApiFetchOptions = { isBackground: ({ request }: OpenApiRequest) => request.keepalive };
const queryOptions: ObserveQueryClientOptions = { isBackground: ({ meta }: ObservedTask) => meta?.['quiet'] === true };

const currentClient: LicenseClientSource = () => client;

export function watch(axios: AxiosLike, ky: Ky, api: OpenApiFetchLike, queries: QueryClient): { readonly ky: Ky; stop(): void } {
  const undo = [
    observeAxios(axios, client, axiosOptions),
    observeOpenApiFetch(api, client, openApiOptions),
    observeQueryClient(queries, client, queryOptions),
  ];
  return {
    ky: watchKy(ky, currentClient, kyOptions),
    stop: () => {
      for (const stop of undo) stop();
    },
  };
}

export const retry: (failureCount: number, error: Error) => boolean = retryUnlessPaymentRequired(3);

export async function speak(locale: string, own: Pick<Messages, 'renewal'>): Promise<string> {
  await loadLanguage(locale);
  return own.renewal.get.title;
}

export const day = (format: Format, instant: number): string => format.day(instant);
