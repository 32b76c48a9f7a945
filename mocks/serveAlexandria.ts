import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { getResponse } from 'msw';
import { controlHandlers } from './control.js';
import { createRestartableListener, listen } from './createRestartableListener.js';
import { handlers } from './handlers.js';
import type { Alexandria } from './startAlexandria.js';

/** Options of the HTTP server, which listens on the loopback address only. */
export type ServeOptions = {
  /** Default: a free port. */
  readonly port?: number;
  /** Whether pages on other origins may call the API and read its `Date`. Default: `false`. */
  readonly cors?: boolean;
  /** MSW request handlers that take precedence over those of the API, such as for the files of a dashboard. */
  readonly handlers?: Parameters<typeof getResponse>[0];
};

/** A running HTTP server of the mock API. */
export type AlexandriaServer = {
  /** The base URL, such as `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Closes the server and all open connections. */
  close(): Promise<void>;
};

/**
 * Serves the mock API over real HTTP, from the same handlers as MSW.
 *
 * @throws if the port is taken.
 * @example const { url, close } = await serveAlexandria(await startAlexandria(), { port: 8080 });
 */
export async function serveAlexandria(
  alexandria: Alexandria,
  { port = 0, cors = false, handlers: first = [] }: ServeOptions = {},
): Promise<AlexandriaServer> {
  const routes = [...first, ...controlHandlers(alexandria), ...handlers(alexandria)];
  const server = createServer(async (incoming, outgoing) => {
    try {
      if (alexandria.fault() === 'refused') throw new Error('Nothing listens.');
      if (cors) allowOrigin(incoming, outgoing);
      if (cors && incoming.method === 'OPTIONS') outgoing.writeHead(204).end();
      else await send(await answer(routes, incoming, alexandria.now()), outgoing);
    } catch {
      // Reset the connection, or the client would take a partial body for a complete one.
      outgoing.socket?.resetAndDestroy();
    }
  });
  await listen(server, port);
  const url = `http://127.0.0.1:${portOf(server.address())}`;
  const listener = createRestartableListener(server, Number(new URL(url).port));
  const follow = () => listener.shut(alexandria.fault() === 'refused');
  const leave = alexandria.onFaultChange(follow);
  follow();
  return {
    url,
    async close() {
      leave();
      await listener.close();
    },
  };
}

async function answer(routes: Parameters<typeof getResponse>[0], incoming: IncomingMessage, now: number): Promise<Response> {
  const { method = 'GET', headers, url = '/' } = incoming;
  // Answer HEAD like GET: Node leaves the body out.
  const bodyless = method === 'GET' || method === 'HEAD';
  const request = new Request(new URL(url, 'http://127.0.0.1'), {
    method: method === 'HEAD' ? 'GET' : method,
    headers: Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as [string, string]] : [])),
    ...(bodyless ? {} : { body: await bodyOf(incoming) }),
  });
  const notFound = { status: 404, headers: { date: new Date(now).toUTCString() } };
  return (await getResponse(routes, request)) ?? Response.json({ title: 'Not Found', status: 404 }, notFound);
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of incoming) text += chunk;
  return text;
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  if (response.type === 'error') throw new Error('There is no answer to send.');
  // Node would send its own time. The response already has the mock's, unless a fault removed it.
  outgoing.sendDate = false;
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) outgoing.setHeader(name, value);
  if (response.body) await pipeline(response.body, outgoing);
  else outgoing.end();
}

function allowOrigin({ headers }: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.setHeader('access-control-allow-origin', headers.origin ?? '*');
  outgoing.setHeader('access-control-allow-credentials', 'true');
  outgoing.setHeader('access-control-allow-headers', headers['access-control-request-headers'] ?? 'authorization, content-type');
  outgoing.setHeader('access-control-expose-headers', 'Date, Age, Retry-After');
  outgoing.setHeader('vary', 'Origin');
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no TCP address.');
  return address.port;
}
