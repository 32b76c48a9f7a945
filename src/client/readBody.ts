/**
 * Reads a body as UTF-8 text. Returns `null` if it is longer than `maxBytes` or not UTF-8, and cancels the rest.
 *
 * @param signal Ends the reading, also if the body never ends or the app's fetch ignores signals.
 */
export async function readBody(response: Response, maxBytes: number, signal: AbortSignal): Promise<string | null> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const cancel = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', cancel, { once: true });
  try {
    signal.throwIfAborted();
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let text = '';
    for (let size = 0; ; ) {
      const { done, value } = await reader.read();
      signal.throwIfAborted();
      if (done) return text + decode(decoder);
      size += value.byteLength;
      if (size > maxBytes) return null;
      text += decode(decoder, value);
    }
  } catch (error) {
    if (error === NOT_UTF8) return null;
    throw error;
  } finally {
    signal.removeEventListener('abort', cancel);
    cancel();
  }
}

const NOT_UTF8 = Symbol('not UTF-8');

function decode(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch {
    throw NOT_UTF8;
  }
}
