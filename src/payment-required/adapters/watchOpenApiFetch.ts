import { attempt } from '../../lib/attempt.js';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import { isPrefetch } from '../watchAnswers.js';
import { backgroundRequests, watchResponses } from './watchResponses.js';

/** A request, as openapi-fetch tells its middleware of it. */
export type OpenApiRequest = {
  /** As it is sent. */
  readonly request: Request;
  /** The path of the schema, its parameters in braces: `/admin/tenants/{id}`. */
  readonly schemaPath: string;
};

type Middleware = {
  onRequest(sent: OpenApiRequest): undefined;
  onResponse(answered: OpenApiRequest & { readonly response: Response }): undefined;
};

/** What a client of openapi-fetch has. */
export type OpenApiFetchLike = {
  /** Adds a middleware. */
  use(middleware: Middleware): void;
  /** Takes it away again. */
  eject(middleware: Middleware): void;
};

/** How the requests of a client of openapi-fetch are watched. */
export type WatchOpenApiFetchOptions = {
  /**
   * Whether nobody waits for the answer of this request, so that a 402 raises no notice. Default: requests with `background: true`
   * in their options, or with a `Purpose` or `Sec-Purpose` header that says `prefetch`. Where a middleware puts another request in its
   * place, only the header is left.
   */
  isBackground?(sent: OpenApiRequest): boolean;
};

/**
 * Watches a client of openapi-fetch for 402 answers of the client's Alexandria API; returns the undo. Response, `data` and `error` are
 * the host's as they would be without. Call it after the host has added middleware of its own: the last one sees the response first,
 * before another one throws or puts something else in its place. A middleware of a single request sees it even before: of what it
 * throws for, nothing is told.
 *
 * @example const stop = watchOpenApiFetch(api, client); // api.GET('/admin/tenants', { background: true }) raises no notice
 * @see docs/contract.md, 402
 */
export function watchOpenApiFetch(
  api: OpenApiFetchLike,
  client: LicenseClient,
  { isBackground = isMarked }: WatchOpenApiFetchOptions = {},
): () => void {
  // The default, by the headers: they are all that is left of a request that a middleware has replaced.
  const look = watchResponses(client, ({ input }) => isPrefetch(Object(input).headers));
  const middleware: Middleware = {
    onRequest(sent) {
      if (attempt(() => isBackground(sent))) backgroundRequests.add(sent.request);
    },
    onResponse({ request, response }) {
      look(response, { input: request, init: undefined });
    },
  };
  api.use(middleware);
  return () => api.eject(middleware);
}

// openapi-fetch puts the options that it doesn't know on the request.
function isMarked({ request }: OpenApiRequest): boolean {
  return Object(request).background === true || isPrefetch(request.headers);
}
