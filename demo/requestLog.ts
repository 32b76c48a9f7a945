import { createEmitter } from '../src/lib/createEmitter.js';

/** A request of the page. Holds only the path of its URL, and neither headers nor bodies. */
export type LoggedRequest = {
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly isLicenseCheck: boolean;
  /** The status of the response, or why there is none. */
  readonly outcome: number | 'under way' | 'redirect' | 'canceled' | 'failed';
  /** Milliseconds until the response began; `null` while the request is under way. */
  readonly tookMs: number | null;
};

/** The latest requests, newest first. The counts include requests that are no longer listed. */
type RequestSummary = { readonly requests: readonly LoggedRequest[]; readonly checks: number; readonly others: number };

/** A log of the requests sent through watched fetches. */
export type RequestLog = {
  /** Wraps a fetch so that its requests are logged. */
  watch(fetch: typeof globalThis.fetch): typeof globalThis.fetch;
  clear(): void;
  summary(): RequestSummary;
  subscribe(listener: () => void): () => void;
};

const NOTHING: RequestSummary = { requests: [], checks: 0, others: 0 };
const REQUESTS_KEPT = 50;

/** Creates an empty log that keeps the last `limit` requests. */
export function createRequestLog(limit = REQUESTS_KEPT): RequestLog {
  const { subscribe, emit: notify } = createEmitter();
  let summary = NOTHING;
  let ids = 0;
  const set = (next: RequestSummary) => {
    summary = next;
    notify();
  };
  const settle = (id: number, part: Pick<LoggedRequest, 'outcome' | 'tookMs'>) =>
    set({ ...summary, requests: summary.requests.map((request) => (request.id === id ? { ...request, ...part } : request)) });

  return {
    watch: (fetch) => async (input, init) => {
      const id = ++ids;
      const began = performance.now();
      const path = new URL(input instanceof Request ? input.url : input, globalThis.location?.href ?? 'http://localhost').pathname;
      const isLicenseCheck = path.endsWith('/admin/license');
      const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
      const request: LoggedRequest = { id, at: Date.now(), method, path, isLicenseCheck, outcome: 'under way', tookMs: null };
      const { requests, checks, others } = summary;
      set({
        requests: [request, ...requests].slice(0, limit),
        checks: checks + (isLicenseCheck ? 1 : 0),
        others: others + (isLicenseCheck ? 0 : 1),
      });
      const tookMs = () => Math.round(performance.now() - began);
      try {
        const response = await fetch(input, init);
        settle(id, { outcome: response.type === 'opaqueredirect' ? 'redirect' : response.status, tookMs: tookMs() });
        return response;
      } catch (error) {
        const canceled = error instanceof DOMException && error.name === 'AbortError';
        settle(id, { outcome: canceled ? 'canceled' : 'failed', tookMs: tookMs() });
        throw error;
      }
    },
    clear: () => set(NOTHING),
    summary: () => summary,
    subscribe,
  };
}
