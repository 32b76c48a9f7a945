import { attempt } from '../../lib/attempt.js';
import { readText } from '../readText.js';
import { hasBody } from './recordFetchResponse.js';

// A string as the body has a charset in its type. A text file has none, and may be large.
const TEXT_TYPE = /^text\/plain;|[/+]json(;|$)|\/x-www-form-urlencoded/i;

/**
 * Clones a `Request` with a text body. Call it before the request is sent, because its body cannot be read afterwards. Returns a function that reads the
 * clone, and `undefined` for all other requests. The text is `null` if it is longer than 64 KiB.
 */
export function copyTextRequest(input: RequestInfo | URL, init?: RequestInit): (() => Promise<string | null>) | undefined {
  if (!(input instanceof Request) || init?.body || !hasBody(input)) return undefined;
  if (!TEXT_TYPE.test(input.headers.get('content-type') ?? '')) return undefined;
  const copy = attempt(() => input.clone());
  // Firefox has no `Request.body`.
  const read = async (request: Request) => readText(new Response(request.body ?? (await request.blob())));
  return copy && (() => read(copy).catch(() => null));
}
