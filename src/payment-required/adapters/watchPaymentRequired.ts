import type { LicenseClient } from '../../client/createLicenseClient.js';
import { isPrefetch } from '../watchAnswers.js';
import { watchResponses } from './watchResponses.js';

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
  { isBackground = isMarked }: WatchOptions = {},
): typeof globalThis.fetch {
  const look = watchResponses(client, ({ input, init }) => isBackground(input, init));
  // What is copied is copied before the host can read the response: its own `then` comes after this one.
  return (input, init) =>
    fetch(input, init).then((response) => {
      look(response, { input, init });
      return response;
    });
}

function isMarked(input: RequestInfo | URL, init?: RequestInit): boolean {
  const headers = init?.headers ?? (input instanceof Request ? input.headers : null);
  return headers !== null && isPrefetch(new Headers(headers));
}
