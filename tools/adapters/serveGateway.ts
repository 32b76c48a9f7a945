import { HttpResponse, http } from 'msw';
import { type AlexandriaServer, serveAlexandria } from '../../mocks/serveAlexandria.js';
import { mintSessionToken } from '../../mocks/sessionTokens.js';
import { startAlexandria } from '../../mocks/startAlexandria.js';
import type { Servers } from './cases.js';

/**
 * Serves a mock API with an expired license, and another origin that answers every request with 402.
 * The API's origin also serves a page that runs `script`.
 */
export async function serveGateway(script = ''): Promise<Servers & { close(): Promise<unknown> }> {
  let asked = 0;
  const refusedIds = new Set<number>();
  const refusal = { entitlement: 'multi_tenant' };
  const count = (answer: () => Response | Promise<Response>) => () => {
    asked += 1;
    return answer();
  };
  const gateway = await serveAlexandria(await startAlexandria({ scenario: 'expired' }), {
    handlers: [
      http.get('*/asked', () => HttpResponse.json(asked)),
      http.get('*/page', () => HttpResponse.html('<!doctype html><title>Adapters</title><script src="/run.js"></script>')),
      http.get('*/run.js', () => new HttpResponse(script, { headers: { 'content-type': 'text/javascript; charset=utf-8' } })),
      http.get(
        '*/admin/waits',
        count(() => new Promise<Response>(() => undefined)),
      ),
      http.get(
        '*/admin/stalls',
        count(() => new HttpResponse(stalling(JSON.stringify(refusal)), { status: 402 })),
      ),
      http.get('*/admin/large', () => HttpResponse.json({ ...refusal, filler: 'x'.repeat(10_000_000) }, { status: 402 })),
      // Refuses the first request with an id, and returns the body of each later one.
      http.post<never, { id: number; works?: true }>('*/admin/once', async ({ request }) => {
        const json = await request.json();
        if (json.works || refusedIds.has(json.id)) return HttpResponse.json(json);
        refusedIds.add(json.id);
        return HttpResponse.json(refusal, { status: 402 });
      }),
      http.get('*/admin/x402-header', () => HttpResponse.json(refusal, { status: 402, headers: { 'payment-required': 'e30=' } })),
    ],
  });
  const elsewhere = await serveAlexandria(await startAlexandria(), {
    cors: true,
    handlers: [http.get('*', () => HttpResponse.json(refusal, { status: 402 }))],
  });
  const servers: readonly AlexandriaServer[] = [gateway, elsewhere];
  return {
    origin: gateway.url,
    other: elsewhere.url,
    token: await mintSessionToken('admin'),
    close: () => Promise.all(servers.map((server) => server.close())),
  };
}

// Firefox keeps the connection of a cancelled clone open, and opens at most six connections per host. So the body ends after a while.
const STALL_MS = 6_000;

function stalling(start: string): ReadableStream<Uint8Array> {
  let timer: NodeJS.Timeout;
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(start));
      timer = setTimeout(() => controller.close(), STALL_MS).unref();
    },
    cancel: () => clearTimeout(timer),
  });
}
