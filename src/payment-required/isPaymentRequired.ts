/**
 * Whether a request failed with a 402, from what fetch wrappers and HTTP clients throw: an error or its `cause`, or the `response` of
 * either, with a `status` of 402, or an error with such a `statusCode`.
 *
 * @example retry: (count, error) => !isPaymentRequired(error) && count < 3
 */
export function isPaymentRequired(error: unknown): boolean {
  const { status, statusCode, response, cause } = Object(error);
  const inner = Object(cause);
  return [status, statusCode, Object(response).status, inner.status, Object(inner.response).status].includes(402);
}
