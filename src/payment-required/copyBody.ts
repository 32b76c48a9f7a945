import { attempt } from '../lib/attempt.js';
import { readBody } from '../client/readBody.js';

const MAX_BODY_BYTES = 65_536;
const MAX_WAIT_MS = 2_000;

/** The text of a response, from a copy; `null` where somebody has begun to read it, and where it is long, slow or no text. */
export function copyBody(response: Response): Promise<string | null> {
  return textOf(attempt(() => response.body && response.clone()) ?? null);
}

/** The text of what an HTTP client has made of a body already: parsed, a blob, a buffer; `null` for what can be read only once. */
export function copyData(data: unknown): Promise<string | null> {
  if (typeof data === 'string' || isBytes(data)) return textOf(new Response(data));
  return textOf(isParsed(data) ? new Response(JSON.stringify(data)) : null);
}

function isBytes(data: unknown): data is Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer> {
  return data instanceof Blob || data instanceof ArrayBuffer || ArrayBuffer.isView(data);
}

// A stream, a form or a document is an object, too.
function isParsed(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  const prototype = Object.getPrototypeOf(data);
  return Array.isArray(data) || prototype === null || prototype === Object.prototype;
}

/** Reads it whole, within bounds of length and time. */
async function textOf(copy: Response | null): Promise<string | null> {
  try {
    return copy && (await readBody(copy, MAX_BODY_BYTES, AbortSignal.timeout(MAX_WAIT_MS)));
  } catch {
    return null;
  }
}
