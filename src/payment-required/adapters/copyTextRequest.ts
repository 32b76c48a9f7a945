import { attempt } from '../../lib/attempt.js';
import { readText } from '../readText.js';
import { hasBody } from './recordFetchResponse.js';

// Browsers send a string as `text/plain;charset=UTF-8`. A file has no charset, and may be large.
const TEXT_TYPE = /^text\/plain;|[/+]json(;|$)|\/x-www-form-urlencoded/i;

/**
 * Clones a `Request` with a text body before it is sent. Returns a function that reads the clone: at most 64 KiB, otherwise `null`. Returns `undefined` for
 * other requests.
 */
export function copyTextRequest(input: RequestInfo | URL, init?: RequestInit): (() => Promise<string | null>) | undefined {
  if (!(input instanceof Request) || init?.body || !hasBody(input)) return undefined;
  if (!TEXT_TYPE.test(input.headers.get('content-type') ?? '')) return undefined;
  const copy = attempt(() => input.clone());
  // Firefox has no `Request.body`, so read the blob.
  const read = async (request: Request) => readText(new Response(request.body ?? (await request.blob())));
  return copy && (() => read(copy).catch(() => null));
}
