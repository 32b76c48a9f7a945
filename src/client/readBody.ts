import { attempt } from '../lib/attempt.js';

/**
 * Reads a response body as UTF-8 text. Returns `null` if the body is longer than `maxBytes` or not UTF-8. Cancels the unread rest.
 *
 * @param signal Stops the read, even if the body never ends or the app's `fetch` ignores the signal.
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
      size += value?.byteLength ?? 0;
      const part = size > maxBytes ? undefined : attempt(() => decoder.decode(value, { stream: !done }));
      if (part === undefined) return null;
      text += part;
      if (done) return text;
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    cancel();
  }
}
