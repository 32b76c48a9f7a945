import { createRequestId, isPrefetch, type LicenseClientSource, recordResponse, toHeaders } from '../recordResponse.js';
import { readText } from '../readText.js';

/** The arguments of a fetch call. */
export type FetchRequest = { readonly input: RequestInfo | URL; readonly init?: RequestInit | undefined };

/**
 * Records a response of fetch before the app reads it. Never throws.
 *
 * @param readRequest Reads the text body of a `Request`. Without it, each `Request` with a body counts as a different request.
 */
export function recordFetchResponse(
  source: LicenseClientSource,
  response: Response,
  { input, init }: FetchRequest,
  isBackground: () => boolean,
  readRequest?: () => Promise<string | null>,
): void {
  // The app's fetch may resolve to anything.
  recordResponse(source, Object(response).status, () => {
    const request = input instanceof Request ? input : undefined;
    const method = init?.method ?? request?.method ?? 'GET';
    const url = response.url || request?.url || String(input);
    const signal = init?.signal ?? request?.signal;
    // If the body is unknown, the request object makes the id unique.
    const body = init?.body ?? (request && hasBody(request) ? request : null);
    return {
      key: response,
      readRequestId: async () => createRequestId(method, url, (await readRequest?.()) ?? body),
      method: method.toUpperCase(),
      url,
      headers: response.headers,
      isBackground,
      isAborted: () => signal?.aborted === true,
      readBody: () => readText(response.clone()),
    };
  });
}

/** Returns true for `background: true` in the options, and for a `Purpose` or `Sec-Purpose` header that says `prefetch`. */
export function isMarkedAsBackground(input: RequestInfo | URL, init?: RequestInit): boolean {
  const isMarked = (options: unknown) => Object(options).background === true;
  return isMarked(init) || isMarked(input) || isPrefetch(toHeaders(init?.headers ?? Object(input).headers));
}

/** Returns true if a request has a body. Firefox has no `Request.body`, so there the method decides. */
export function hasBody({ body, method }: Request): boolean {
  return body === undefined ? ['POST', 'PUT', 'PATCH'].includes(method) : body !== null;
}
