import type { LicenseClientSource } from '../recordResponse.js';
import { isMarkedAsBackground, recordFetchResponse } from './recordFetchResponse.js';

type Fetch = typeof globalThis.fetch;

/** The options of `watchPaymentRequired` and `watchKy`. */
export type WatchOptions = {
  /**
   * Returns true if no user waits for the response, so that a 402 raises no notice. Default: `background: true` in the options of the request, or a
   * `Purpose` or `Sec-Purpose` header that says `prefetch`.
   */
  isBackground?(input: RequestInfo | URL, init?: RequestInit): boolean;
};

const watchedFetches = new WeakSet<Fetch>();

/**
 * Wraps a fetch, and records the 402s of the Alexandria API. The wrapper returns the response unread, and throws the same errors. Given the global
 * fetch, it looks the global up for each call, so that later patches apply, such as those of MSW.
 *
 * @param client A license client, or a function that returns the current one, and `null` while no user is signed in.
 * @example export const apiFetch = watchPaymentRequired(fetch, () => session.client);
 * @see docs/contract.md, 402
 */
export function watchPaymentRequired(
  fetch: Fetch,
  client: LicenseClientSource,
  { isBackground = isMarkedAsBackground }: WatchOptions = {},
): Fetch {
  const send = followGlobalFetch(fetch);
  const watched: Fetch = (input, init) =>
    send(input, init).then((response) => {
      // The app's own `then` runs after this one, so that the body can still be copied.
      recordFetchResponse(client, response, { input, init }, () => isBackground(input, init));
      return response;
    });
  watchedFetches.add(watched);
  return watched;
}

function followGlobalFetch(given: Fetch): Fetch {
  if (given !== globalThis.fetch || watchedFetches.has(given)) return given;
  // The wrapper may become the global fetch, and MSW may patch that later. A lookup would then loop, so check right after the assignment.
  let isFollowed = true;
  const check = () => {
    isFollowed &&= !watchedFetches.has(globalThis.fetch);
  };
  queueMicrotask(check);
  return (input, init) => {
    check();
    return (isFollowed ? globalThis.fetch : given)(input, init);
  };
}
