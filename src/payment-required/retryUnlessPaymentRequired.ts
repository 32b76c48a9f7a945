import { isPaymentRequired } from './isPaymentRequired.js';

type Retry<E> = boolean | number | ((failureCount: number, error: E) => boolean);

/**
 * Returns a `retry` for TanStack Query that never retries a 402. Three retries would delay the error by seven seconds.
 *
 * @param retry Decides for all other errors. Default: 3. Pass 0 for mutations and on a server, as TanStack Query does by default.
 *
 * @example new QueryClient({ defaultOptions: { queries: { retry: retryUnlessPaymentRequired() } } })
 */
export function retryUnlessPaymentRequired<E = Error>(retry: Retry<E> = 3): (failureCount: number, error: E) => boolean {
  return (failureCount, error) => {
    if (isPaymentRequired(error)) return false;
    if (typeof retry === 'function') return retry(failureCount, error);
    return typeof retry === 'number' ? failureCount < retry : retry;
  };
}
