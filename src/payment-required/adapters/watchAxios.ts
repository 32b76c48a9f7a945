import { attempt } from '../../lib/attempt.js';
import { copyBody, copyData } from '../copyBody.js';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import { hasHeader } from './readThrownAnswer.js';
import { isPrefetch, watchAnswers } from '../watchAnswers.js';

/** The configuration of an axios request, as far as it is looked at. */
export type AxiosRequest = {
  /** Absolute, or below the `baseURL` of the instance. */
  readonly url?: string | undefined;
  /** `get` and such. */
  readonly method?: string | undefined;
  /** The body, as it is sent. */
  readonly data?: unknown;
  /** Those of the request, in axios' own class. */
  readonly headers?: unknown;
  /** Tells that the host has aborted the request. */
  readonly signal?:
    | {
        /** Whether it has. */
        readonly aborted?: unknown;
      }
    | undefined;
  /** The older way to tell it. */
  readonly cancelToken?:
    | {
        /** There once it has. */
        readonly reason?: unknown;
      }
    | undefined;
  /** `true` where nobody waits for the answer. */
  readonly background?: unknown;
};

/** What an axios instance has, of any 1.x. */
export type AxiosLike = {
  /** Where those of the host are added, too. */
  readonly interceptors: {
    /** For answers and errors. */
    readonly response: {
      /** Adds one, and returns what it is ejected by. */
      use(fulfilled: <T>(response: T) => T, rejected: (error: unknown) => Promise<never>): number;
      /** Takes one away again. */
      eject(interceptor: number): void;
    };
  };
  /** The address of a request, parameters included. */
  getUri(config: object): string;
};

/** How the requests of an axios instance are watched. */
export type WatchAxiosOptions = {
  /**
   * Whether nobody waits for the answer of this request, so that a 402 raises no notice. Default: requests with `background: true`
   * in their configuration, or with a `Purpose` or `Sec-Purpose` header that says `prefetch`.
   */
  isBackground?(config: AxiosRequest): boolean;
};

type AxiosAnswer = {
  readonly status: number;
  readonly headers: object;
  readonly config: AxiosRequest;
  readonly request?: unknown;
  data: unknown;
};

/**
 * Watches an axios instance for 402 answers of the client's Alexandria API, whatever `adapter`, `responseType` and `validateStatus` are;
 * returns the undo. Response and error are handed on as they came. Call it before the host adds response interceptors of its own:
 * axios runs them in their order, and one that unwraps `data` leaves no answer to look at. Of a Node stream only the route tells.
 *
 * @example const stop = watchAxios(api, client); // api.get('/admin/tenants', { background: true }) raises no notice
 * @see docs/contract.md, 402
 */
export function watchAxios(axios: AxiosLike, client: LicenseClient, { isBackground = isMarked }: WatchAxiosOptions = {}): () => void {
  const watch = watchAnswers(client);
  const { response: responses } = axios.interceptors;
  const interceptor = responses.use(
    (response) => {
      look(response);
      return response;
    },
    (error) => {
      look(Object(error).response);
      return Promise.reject(error);
    },
  );
  return () => responses.eject(interceptor);

  function look(answer: unknown): void {
    // What another interceptor has made of an answer may be anything.
    attempt(() => isAnswer(answer) && watch.isRelevant(answer.status) && inspect(answer));
  }

  function inspect(answer: AxiosAnswer): void {
    const { config, headers, request: sent } = answer;
    const request = watch.request(addressOf(sent) ?? axios.getUri(config), config.method, config.data);
    if (request === null) return;
    if (answer.status !== 402) {
      watch.recordSuccess(request);
      return;
    }
    watch.record402({
      ...request,
      answer,
      headers: { has: (name) => hasHeader(headers, name) },
      isBackground: () => isBackground(config),
      isAborted: () => config.signal?.aborted === true || config.cancelToken?.reason !== undefined,
      copyBody: () => {
        const { data } = answer;
        if (!(data instanceof ReadableStream)) return copyData(data);
        // A stream has one reader: the host gets one half, which yields the same.
        const [own, copy] = data.tee();
        answer.data = own;
        return copyBody(new Response(copy));
      },
    });
  }
}

function isAnswer(value: unknown): value is AxiosAnswer {
  const { status, config, headers } = Object(value);
  return typeof status === 'number' && typeof config === 'object' && typeof headers === 'object';
}

// After redirects: as XMLHttpRequest and Node tell it.
function addressOf(sent: unknown): string | null {
  const { responseURL, res } = Object(sent);
  return responseURL || Object(res).responseUrl || null;
}

function isMarked({ background, headers }: AxiosRequest): boolean {
  const { get } = Object(headers);
  return background === true || isPrefetch({ get: (name) => get?.call(headers, name) });
}
