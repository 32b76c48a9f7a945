import { readBody } from '../src/client/readBody.js';

const MAX_BODY_BYTES = 1_048_576;

/** An answer; its body is `null` where it was not read, is longer than 1 MiB, or isn't UTF-8. */
export type Answer = { readonly status: number; readonly headers: Headers; readonly body: string | null };

/** Why there was none: no complete answer in time, or no connection; with the code of the system where it has given one. */
export type Silence = { readonly status: null; readonly why: 'timeout' | 'unreachable'; readonly code: string | null };

/** One GET below the base URL. `reads` says for which status the body is wanted; any other answer is ended after its head. */
export type Ask = (path: string, token: string | null, reads: (status: number) => boolean) => Promise<Answer | Silence>;

/** Where it is asked, and for how long. */
export type ProbeOptions = {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly timeoutMs: number;
  /** The origin of a dashboard, sent as a browser would. */
  readonly origin: string | null;
};

/** Asks by GET alone and follows no redirect, so that nothing is changed and a token goes nowhere but to the base URL. */
export function createProbe({ baseUrl, timeoutMs, origin }: ProbeOptions): Ask {
  return async (path, token, reads) => {
    const headers = new Headers({ accept: 'application/json' });
    if (token !== null) headers.set('authorization', `Bearer ${token}`);
    if (origin !== null) headers.set('origin', origin);
    const timeout = new AbortController();
    const { signal } = timeout;
    // It keeps the process alive: a body that can't be decompressed leaves nothing else that would.
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

// The code alone: a message may hold what was sent.
function codeOf(error: unknown): string | null {
  const { code } = Object(Object(error).cause);
  return typeof code === 'string' && /^[A-Z0-9_]{1,64}$/.test(code) ? code : null;
}
