import type { LicenseClient } from './createLicenseClient.js';
import { pathBelow } from './pathBelow.js';
import { paymentLedgerOf } from './paymentLedgerOf.js';
import { readBody } from './readBody.js';

const MAX_BODY_BYTES = 65_536;
const MAX_WAIT_MS = 2_000;

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
    const path = pathBelow(client.baseUrl, response.url || (request?.url ?? String(input)));
    if (path === null) return;
    if (response.ok) {
      ledger.worked(method, path);
      return;
    }
    const { headers } = response;
    // Where the head alone shows that it isn't about the license, the body is left alone.
    const ignored = headers.has('payment-required') || path === '/admin/license';
    const background = isBackground(input, init);
    const receipt = ledger.receive(response);
    if (receipt === null) return;
    const copy = ignored ? null : copyOf(response);
    void textOf(copy).then((body) => ledger.report({ method, path, headers, body, background, receipt }));
  }
}

function copyOf(response: Response): Response | null {
  try {
    return response.body && response.clone();
  } catch {
    // Somebody has begun to read it; then the route alone has to tell.
    return null;
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
