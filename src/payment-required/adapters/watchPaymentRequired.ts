import type { LicenseClientSource } from '../recordResponse.js';
import { copyTextRequest } from './copyTextRequest.js';
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
// More than any page sends at once.
const MAX_PENDING = 2_000;

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
  const send = fetch === globalThis.fetch && !watchedFetches.has(fetch) ? createFollower(fetch, () => watched) : fetch;
  const watched: Fetch = (input, init) => {
    const readRequest = copyTextRequest(input, init);
    return send(input, init).then((response) => {
      // The app's own `then` runs after this one, so that the body can still be copied.
      recordFetchResponse(client, response, { input, init }, () => isBackground(input, init), readRequest);
      return response;
    });
  };
  watchedFetches.add(watched);
  return watched;
}

/**
 * Returns a fetch that calls the current global fetch. If the global fetch calls the watched fetch, following it would
 * never end. The follower then calls the original fetch permanently.
 */
function createFollower(original: Fetch, getWatched: () => Fetch): Fetch {
  let isFollowing = true;
  let isInCall = false;
  let pending = 0;
  // The app may assign the watched fetch to `globalThis.fetch`, and a patch may soon hide that.
  queueMicrotask(() => {
    isFollowing &&= globalThis.fetch !== getWatched();
  });
  return (input, init) => {
    const { fetch } = globalThis;
    if (fetch === original) return original(input, init);
    // If an asynchronous patch calls the watched fetch, pending requests pile up.
    if (isInCall || pending > MAX_PENDING) isFollowing = false;
    if (!isFollowing) return original(input, init);
    isInCall = true;
    pending += 1;
    try {
      return fetch(input, init).finally(() => {
        pending -= 1;
      });
    } finally {
      isInCall = false;
    }
  };
}
