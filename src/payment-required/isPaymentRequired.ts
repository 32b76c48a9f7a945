import { attempt } from '../lib/attempt.js';

/**
 * Returns true for an error that a 402 caused. Looks at the error, its `response` and its `cause`, as fetch wrappers and HTTP clients throw them.
 *
 * @example retry: (count, error) => !isPaymentRequired(error) && count < 3
 */
export function isPaymentRequired(error: unknown): boolean {
  // The getters of an error may throw.
  const statuses = attempt(() => {
    const { status, statusCode, response, cause } = Object(error);
    const inner = Object(cause);
    return [status, statusCode, Object(response).status, inner.status, Object(inner.response).status];
  });
  return statuses?.includes(402) === true;
}
