import { readBody } from '../src/client/readBody.js';

const MAX_BODY_BYTES = 1_048_576;

/** An answer. The body is `null` if it was not read, is longer than 1 MiB, or is not UTF-8. */
export type Answer = { readonly status: number; readonly headers: Headers; readonly body: string | null };

/** Why there was no complete answer: a timeout, or a failed connection. `code` is the system's error code, if any. */
export type Silence = { readonly status: null; readonly why: 'timeout' | 'unreachable'; readonly code: string | null };

/** Sends a GET below the base URL. Reads the body only if `reads` accepts the status; otherwise cancels it. */
export type Ask = (path: string, token: string | null, reads: (status: number) => boolean) => Promise<Answer | Silence>;

/** The API to request, and the timeout. */
export type ProbeOptions = {
  /** Without a trailing slash. */
  readonly baseUrl: string;
  readonly timeoutMs: number;
  /** The dashboard's origin, sent as a browser would; `null` to send none. */
  readonly origin: string | null;
};

/** Sends only GETs and follows no redirect: nothing is changed, and tokens go only to the base URL. */
export function createProbe({ baseUrl, timeoutMs, origin }: ProbeOptions): Ask {
  return async (path, token, reads) => {
    const headers = new Headers({ accept: 'application/json' });
    if (token !== null) headers.set('authorization', `Bearer ${token}`);
    if (origin !== null) headers.set('origin', origin);
    const timeout = new AbortController();
    const { signal } = timeout;
    // The timer also keeps the process alive: after a body that can't be decompressed, nothing else would.
    const timer = setTimeout(() => timeout.abort(), timeoutMs);
    try {
      const response = await fetch(`${baseUrl}${path}`, { headers, signal, redirect: 'manual', cache: 'no-store' });
      const { status } = response;
      if (reads(status)) return { status, headers: response.headers, body: await readBody(response, MAX_BODY_BYTES, signal) };
      void response.body?.cancel().catch(() => undefined);
      return { status, headers: response.headers, body: null };
    } catch (error) {
      return { status: null, why: signal.aborted ? 'timeout' : 'unreachable', code: codeOf(error) };
    } finally {
      clearTimeout(timer);
    }
  };
}

// Only the code: a message may contain the token.
function codeOf(error: unknown): string | null {
  const { code } = Object(Object(error).cause);
  return typeof code === 'string' && /^[A-Z0-9_]{1,64}$/.test(code) ? code : null;
}
