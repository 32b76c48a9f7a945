import { readData } from '../readText.js';
import { createRequestId, isPrefetch, type LicenseClientSource, recordResponse, toHeaders } from '../recordResponse.js';
import { urlOf } from './readThrownResponse.js';
import { attempt } from '../../lib/attempt.js';

/** The configuration of an axios request. */
export type AxiosRequest = {
  /** Absolute, or relative to `baseURL`. */
  readonly url?: string | undefined;
  readonly baseURL?: string | undefined;
  /** The query, before it is serialized. */
  readonly params?: unknown;
  readonly method?: string | undefined;
  /** The body, as it is sent. */
  readonly data?: unknown;
  readonly headers?: unknown;
  readonly signal?: { readonly aborted?: unknown } | undefined;
  readonly cancelToken?: { readonly reason?: unknown } | undefined;
  /** True if no user waits for the response. */
  readonly background?: unknown;
};

/** An axios 1 instance. */
export type AxiosLike = {
  readonly interceptors: {
    readonly request: {
      use(fulfilled: <T extends object>(config: T) => T, rejected: undefined, options: { readonly synchronous: boolean }): number;
      eject(id: number): void;
    };
  };
};

/** The options of `observeAxios`. */
export type ObserveAxiosOptions = {
  /**
   * Returns true if no user waits for the response, so that a 402 raises no notice. Default: `background: true` in the configuration of the request,
   * or a `Purpose` or `Sec-Purpose` header that says `prefetch`.
   */
  isBackground?(config: AxiosRequest): boolean;
};

type Transform = (this: AxiosRequest, data: unknown, headers: unknown, status?: number) => unknown;

/**
 * Records the 402s that an axios instance receives from the Alexandria API. Returns a function that stops it. Every adapter, `responseType` and
 * `validateStatus` works, and your interceptors may come first. The body of a stream is not read.
 *
 * @param client A license client, or a function that returns the current one, and `null` while no user is signed in.
 * @example const stop = observeAxios(api, () => session.client);
 * @see docs/contract.md, 402
 */
export function observeAxios(
  axios: AxiosLike,
  client: LicenseClientSource,
  { isBackground = isMarkedAsBackground }: ObserveAxiosOptions = {},
): () => void {
  let isStopped = false;
  // Axios runs transforms before all response interceptors, which may replace the response or the error.
  const transform: Transform = function (data, headers, status) {
    if (isStopped) return data;
    recordResponse(client, status, () => {
      const { method = 'get', signal, cancelToken } = this;
      // Recent versions of axios expose the response here, and XMLHttpRequest and Node expose the URL after redirects.
      const finalUrl = urlOf({ request: Object(this).response?.request });
      const url = (finalUrl && /^https?:/.test(finalUrl) ? finalUrl : urlOf({ config: this })) ?? '';
      return {
        key: this,
        readRequestId: async () => createRequestId(method, url, this.data, this.params),
        method: method.toUpperCase(),
        url,
        headers: toHeaders(headers),
        isBackground: () => isBackground(this),
        isAborted: () => signal?.aborted === true || cancelToken?.reason !== undefined,
        readBody: () => readData(data),
      };
    });
    return data;
  };
  const { request } = axios.interceptors;
  const id = request.use(
    (config) => {
      attempt(() => addTransform(config, transform));
      return config;
    },
    undefined,
    // An asynchronous interceptor would delay each request by a microtask.
    { synchronous: true },
  );
  return () => {
    isStopped = true;
    request.eject(id);
  };
}

function addTransform(config: { transformResponse?: unknown }, transform: Transform): void {
  config.transformResponse = [transform, ...[config.transformResponse ?? []].flat()];
}

function isMarkedAsBackground({ background, headers }: AxiosRequest): boolean {
  return background === true || isPrefetch(toHeaders(headers));
}
