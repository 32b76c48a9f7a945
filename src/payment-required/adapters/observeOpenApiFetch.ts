import type { LicenseClientSource } from '../recordResponse.js';
import { isMarkedAsBackground, recordFetchResponse } from './recordFetchResponse.js';

/** A request, as openapi-fetch passes it to middleware. */
export type OpenApiRequest = {
  readonly request: Request;
  /** The path of the schema, with its parameters in braces: `/admin/tenants/{id}`. */
  readonly schemaPath: string;
};

// No `onRequest`: openapi-fetch awaits it, and would then send each request a microtask later.
type Middleware = { onResponse(received: OpenApiRequest & { readonly response: Response }): undefined };

/** A client of openapi-fetch. */
export type OpenApiFetchLike = {
  use(middleware: Middleware): void;
  eject(middleware: Middleware): void;
};

/** The options of `observeOpenApiFetch`. */
export type ObserveOpenApiFetchOptions = {
  /**
   * Returns true if no user waits for the response, so that a 402 raises no notice. Default: `background: true` in the options of the request, or a
   * `Purpose` or `Sec-Purpose` header that says `prefetch`. If a middleware replaces the request, only the header counts.
   */
  isBackground?(request: OpenApiRequest): boolean;
};

/**
 * Records the 402s that a client of openapi-fetch receives from the Alexandria API. Returns a function that stops it. Add your own middleware first:
 * openapi-fetch passes a response from the last middleware to the first, and yours may throw or replace it.
 *
 * @param client A license client, or a function that returns the current one, and `null` while no user is signed in.
 * @example const stop = observeOpenApiFetch(api, () => session.client);
 * @see docs/contract.md, 402
 */
export function observeOpenApiFetch(
  api: OpenApiFetchLike,
  client: LicenseClientSource,
  { isBackground = ({ request }) => isMarkedAsBackground(request) }: ObserveOpenApiFetchOptions = {},
): () => void {
  const middleware: Middleware = {
    onResponse({ request, schemaPath, response }) {
      recordFetchResponse(client, response, { input: request }, () => isBackground({ request, schemaPath }));
    },
  };
  api.use(middleware);
  return () => api.eject(middleware);
}
