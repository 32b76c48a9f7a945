import { attempt } from '../lib/attempt.js';
import { readBody } from '../client/readBody.js';

const MAX_BODY_BYTES = 65_536;
const MAX_WAIT_MS = 2_000;

/** Reads a response to its end and returns the text. Returns `null` if the body is too long, too slow or not text. */
export async function readText(response: Response): Promise<string | null> {
  try {
    return await readBody(response, MAX_BODY_BYTES, AbortSignal.timeout(MAX_WAIT_MS));
  } catch {
    return null;
  }
}

/** Returns the text of a body that an HTTP client has read: a text, a blob, a buffer or parsed JSON. Returns `null` if it is too long or of another type. */
export async function readData(data: unknown): Promise<string | null> {
  if (isBytes(data)) return readText(new Response(data));
  const text = textOfValue(data);
  return text !== null && text.length > MAX_BODY_BYTES ? null : text;
}

/** Returns a string or URLSearchParams as text, a plain object or an array as JSON, and `null` for all others, such as a stream. */
export function textOfValue(value: unknown): string | null {
  if (typeof value === 'string' || value instanceof URLSearchParams) return String(value);
  if (typeof value !== 'object' || value === null) return null;
  const prototype = Object.getPrototypeOf(value);
  const isPlain = Array.isArray(value) || prototype === null || prototype === Object.prototype;
  return (isPlain && attempt(() => JSON.stringify(value))) || null;
}

function isBytes(data: unknown): data is Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer> {
  return data instanceof Blob || data instanceof ArrayBuffer || ArrayBuffer.isView(data);
}
