import { isPaymentRequired } from './isPaymentRequired.js';

/** What TanStack Query takes as `retry`. */
type Retry<E> = boolean | number | ((failureCount: number, error: E) => boolean);

/**
 * The `retry` of TanStack Query that tries nothing again after a 402: with the default of three times it would be told only after seven
 * seconds and four requests. For any other error it does what `retry` says. Default: 3; say 0 where
 * TanStack Query does, for mutations and on a server.
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
