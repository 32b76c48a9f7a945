/**
 * Returns true for the 402 errors of fetch wrappers and HTTP clients: `status` is 402 on the error, its `response`, its `cause` or the `response` of
 * the `cause`, or `statusCode` is 402 on the error.
 *
 * @example retry: (count, error) => !isPaymentRequired(error) && count < 3
 */
export function isPaymentRequired(error: unknown): boolean {
  const { status, statusCode, response, cause } = Object(error);
  const inner = Object(cause);
  return [status, statusCode, Object(response).status, inner.status, Object(inner.response).status].includes(402);
}
