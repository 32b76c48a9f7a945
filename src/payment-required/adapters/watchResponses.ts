import { attempt } from '../../lib/attempt.js';
import { copyBody } from '../copyBody.js';
import type { LicenseClient } from '../../client/createLicenseClient.js';
import { watchAnswers } from '../watchAnswers.js';

/** Requests that a client above fetch has marked as background. A watched fetch below it looks them up here. */
export const backgroundRequests = new WeakSet<object>();

/** What fetch was called with. */
type Sent = { readonly input: RequestInfo | URL; readonly init: RequestInit | undefined };

/** Looks at responses of fetch before anybody reads them; never throws. */
export function watchResponses(client: LicenseClient, isBackground: (sent: Sent) => boolean): (response: Response, sent: Sent) => void {
  const watch = watchAnswers(client);
  // A response that is none must not become the host's error.
  return (response, sent) => attempt(() => watch.isRelevant(response.status) && inspect(response, sent));

  function inspect(response: Response, sent: Sent): void {
    const { input, init } = sent;
    const given = input instanceof Request ? input : null;
    const method = (init?.method ?? given?.method ?? 'GET').toUpperCase();
    const url = response.url || (given?.url ?? String(input));
    const request = watch.request(url, method, init?.body ?? bodyOf(given, method));
    if (request === null) return;
    if (response.ok) {
      watch.recordSuccess(request);
      return;
    }
    const { signal } = init?.signal ? init : (given ?? { signal: null });
    watch.record402({
      ...request,
      answer: response,
      headers: response.headers,
      isBackground: () => backgroundRequests.has(Object(input)) || isBackground(sent),
      isAborted: () => signal?.aborted === true,
      copyBody: () => copyBody(response),
    });
  }
}

// Not every browser tells whether a request has one.
function bodyOf(request: Request | null, method: string): unknown {
  return request === null || method === 'GET' || method === 'HEAD' ? null : request.body;
}
