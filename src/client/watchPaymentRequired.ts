import { attempt } from './attempt.js';
import { backgroundRequests } from './backgroundRequests.js';
import { copyBody } from './copyBody.js';
import type { LicenseClient } from './createLicenseClient.js';
import { isPrefetch } from './isPrefetch.js';
import { watchAnswers } from './watchAnswers.js';

/** How requests are watched. */
export type WatchOptions = {
  /**
   * Whether nobody waits for the answer of this request, so that a 402 raises no notice. Default: requests with a
   * `Purpose` or `Sec-Purpose` header that says `prefetch`.
   */
  readonly isBackground?: (input: RequestInfo | URL, init?: RequestInit) => boolean;
};

/**
 * Watches a fetch for 402 answers of the client's Alexandria API. It hands back the response of the fetch that it was
 * given, unread, and its errors; it retries nothing, navigates nowhere and shows nothing. To stop watching, call the fetch
 * that you gave.
 *
 * @example const fetch = watchPaymentRequired(globalThis.fetch, client);
 * @see docs/contract.md, 402
 */
export function watchPaymentRequired(
  fetch: typeof globalThis.fetch,
  client: LicenseClient,
  { isBackground = isBackgroundByHeader }: WatchOptions = {},
): typeof globalThis.fetch {
  const watch = watchAnswers(client);
  // What is copied is copied before the host can read the response: its own `then` comes after this one.
  return (input, init) =>
    fetch(input, init).then((response) => {
      // A response that is none must not become the host's error.
      attempt(() => watch.tells(response.status) && inspect(response, input, init));
      return response;
    });

  function inspect(response: Response, input: RequestInfo | URL, init: RequestInit | undefined): void {
    const given = input instanceof Request ? input : null;
    const method = (init?.method ?? given?.method ?? 'GET').toUpperCase();
    const url = response.url || (given?.url ?? String(input));
    const request = watch.request(url, method, init?.body ?? bodyOf(given, method));
    if (request === null) return;
    if (response.ok) {
      watch.worked(request);
      return;
    }
    const { signal } = init?.signal ? init : (given ?? { signal: null });
    watch.refused({
      ...request,
      answer: response,
      headers: response.headers,
      isBackground: () => backgroundRequests.has(Object(input)) || isBackground(input, init),
      isAborted: () => signal?.aborted === true,
      copyBody: () => copyBody(response),
    });
  }
}

// Not every browser tells whether a request has one.
function bodyOf(request: Request | null, method: string): unknown {
  return request === null || method === 'GET' || method === 'HEAD' ? null : request.body;
}

function isBackgroundByHeader(input: RequestInfo | URL, init?: RequestInit): boolean {
  return isPrefetch(new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined)));
}
