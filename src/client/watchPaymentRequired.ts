import type { LicenseClient } from './createLicenseClient.js';
import { pathBelow } from './pathBelow.js';
import { paymentLedgerOf } from './paymentLedgerOf.js';
import { readBody } from './readBody.js';

const MAX_BODY_BYTES = 65_536;
const MAX_WAIT_MS = 2_000;
const MAX_ID_LENGTH = 1_024;

/** How requests are watched. */
export type WatchOptions = {
  /**
   * Whether nobody waits for the answer of this request, so that a 402 raises no notice. Default: requests with a
   * `Purpose` or `Sec-Purpose` header that says `prefetch`.
   */
  readonly isBackground?: (input: RequestInfo | URL, init?: RequestInit) => boolean;
};

/**
 * Watches a fetch for 402 answers of the client's Alexandria API. It hands back the response of the fetch that it was
 * given, unread, and its errors; it retries nothing, navigates nowhere and shows nothing. To stop watching, call the fetch
 * that you gave.
 *
 * @example const fetch = watchPaymentRequired(globalThis.fetch, client);
 * @see docs/contract.md, 402
 */
export function watchPaymentRequired(
  fetch: typeof globalThis.fetch,
  client: LicenseClient,
  { isBackground = isPrefetch }: WatchOptions = {},
): typeof globalThis.fetch {
  const ledger = paymentLedgerOf(client);
  // What is copied is copied before the host can read the response: its own `then` comes after this one.
  return (input, init) =>
    fetch(input, init).then((response) => {
      try {
        if (response.status === 402 || (response.ok && ledger.isWaiting())) inspect(response, input, init);
      } catch {
        // A response that is none, or a callback that throws, must not become the host's error.
      }
      return response;
    });

  function inspect(response: Response, input: RequestInfo | URL, init: RequestInit | undefined): void {
    const request = input instanceof Request ? input : null;
    const method = (init?.method ?? request?.method ?? 'GET').toUpperCase();
    const url = response.url || (request?.url ?? String(input));
    const path = pathBelow(client.baseUrl, url);
    if (path === null) return;
    // An address may stand for many features by its query or its body, and one of them may work.
    const id = `${method} ${path} ${url.split('?')[1] ?? ''} ${textOfBody(init?.body ?? bodyOf(request, method))}`;
    if (response.ok) {
      ledger.worked({ path, id });
      return;
    }
    const { headers } = response;
    // Where the head alone shows that it isn't about the license, the body is left alone.
    const ignored = headers.has('payment-required') || path === '/admin/license';
    const background = attempt(() => isBackground(input, init)) ?? false;
    const receipt = ledger.receive(response);
    if (receipt === null) return;
    const copy = ignored ? null : copyOf(response);
    const { signal } = init?.signal ? init : (request ?? { signal: null });
    void textOf(copy).then((body) => ledger.report(signal?.aborted ? null : { path, id, headers, body, background, receipt }));
  }
}

// Where somebody has begun to read it, the route alone has to tell.
function copyOf(response: Response): Response | null {
  return attempt(() => response.body && response.clone()) ?? null;
}

let unreadBodies = 0;

// A body that can't be looked at, such as a stream, may be another one each time.
function textOfBody(body: unknown): string {
  if (body === null) return '';
  if (typeof body !== 'string' && !(body instanceof URLSearchParams)) {
    unreadBodies += 1;
    return `unread ${unreadBodies}`;
  }
  const text = String(body);
  return `${text.slice(0, MAX_ID_LENGTH)} ${text.length}`;
}

// Not every browser tells whether a request has one.
function bodyOf(request: Request | null, method: string): unknown {
  return request === null || method === 'GET' || method === 'HEAD' ? null : request.body;
}

// A callback of the host's that throws must not become the host's error, nor hide the 402.
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

async function textOf(copy: Response | null): Promise<string | null> {
  try {
    return copy && (await readBody(copy, MAX_BODY_BYTES, AbortSignal.timeout(MAX_WAIT_MS)));
  } catch {
    return null;
  }
}

function isPrefetch(input: RequestInfo | URL, init?: RequestInit): boolean {
  const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
  return /prefetch/i.test(`${headers.get('purpose')} ${headers.get('sec-purpose')}`);
}
