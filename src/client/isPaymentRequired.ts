/**
 * Whether a request failed with a 402, from what fetch wrappers and HTTP clients throw: an error, or its `response` or
 * `cause`, with a `status` or `statusCode` of 402.
 *
 * @example retry: (count, error) => !isPaymentRequired(error) && count < 3
 */
export function isPaymentRequired(error: unknown): boolean {
  const { status, statusCode, response, cause } = Object(error);
  return [status, statusCode, Object(response).status, Object(cause).status].includes(402);
}
