import { createServer, type IncomingHttpHeaders } from 'node:http';

const DAY = 86_400_000;

/** A request that the API has received. */
type Asked = { readonly method: string; readonly path: string; readonly headers: IncomingHttpHeaders };

/** A response of the API. A header or a body field that is `undefined` is left out. */
type Reply = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  /** True if the body never ends. */
  readonly endless?: boolean;
};

/** Deviations from an API that follows the contract. Each function gets the correct response. */
export type Differences = {
  /** Days from the start until the license expires. Default: 100.4. */
  readonly expiresIn?: number;
  readonly admin?: (right: Reply, times: number) => Reply;
  readonly fields?: (right: Readonly<Record<string, unknown>>, times: number) => Readonly<Record<string, unknown>>;
  readonly bare?: (right: Reply) => Reply;
  readonly member?: (right: Reply) => Reply;
  readonly gated?: (right: Reply) => Reply;
  readonly core?: (path: string) => Reply;
  readonly health?: Reply;
};

/** An API that follows the contract, apart from its differences. Only `wait` advances its clock. */
export type Api = {
  readonly url: string;
  readonly asked: Asked[];
  /** Returns the number of responses that the client closed before they were complete. */
  cut(): number;
  readonly clock: { now(): number; wait(ms: number): Promise<void> };
  close(): Promise<void>;
};

export const ADMIN_TOKEN = 'eyJhbGciOiJFZERTQSJ9.eyJjYW5hcnkiOiJhZG1pbiJ9.c2lnbmVkLWJ5LXRoZS1jYW5hcnk';
export const MEMBER_TOKEN = 'opaque-canary-of-a-member-0123456789';

/** Starts the API over real HTTP, on a free local port. */
export async function serveApi(differences: Differences = {}): Promise<Api> {
  const { expiresIn = 100.4, admin, fields, bare, member, gated, core, health } = differences;
  let now = Date.UTC(2027, 3, 20, 12);
  const expiresAt = now + expiresIn * DAY;
  const asked: Asked[] = [];
  let [times, cut] = [0, 0];

  const license = () => {
    const left = expiresAt - now;
    const grace = left > 0 || left <= -7 * DAY ? 0 : Math.ceil((left + 7 * DAY) / 1_000);
    return {
      tier: 'enterprise',
      entitlements: ['oidc', 'audit_export'],
      expires_at: new Date(expiresAt).toISOString().replace('.000Z', 'Z'),
      days_remaining: Math.max(0, Math.floor(left / DAY)),
      grace_remaining_seconds: grace,
    };
  };
  const refusal = {
    status: 402,
    headers: { 'content-type': 'application/problem+json' },
    body: { status: 402, entitlement: 'audit_export' },
  };
  const same = <T>(right: T) => right;
  const answer = ({ path, headers: { authorization } }: Asked): Reply => {
    if (path === '/healthz') return health ?? { status: 404 };
    if (path === '/v1/models') return core?.(path) ?? { body: { data: [] } };
    if (path === '/admin/audit/export') return (gated ?? same)(refusal);
    if (path !== '/admin/license') return { status: 404 };
    if (authorization === `Bearer ${MEMBER_TOKEN}`) return (member ?? same)({ status: 403 });
    if (authorization !== `Bearer ${ADMIN_TOKEN}`) return (bare ?? same)({ status: 401 });
    times += 1;
    return (admin ?? same)({ body: (fields ?? same)(license(), times) }, times);
  };

  const server = createServer((incoming, outgoing) => {
    const request = { method: incoming.method ?? '', path: incoming.url ?? '', headers: incoming.headers };
    asked.push(request);
    const { status = 200, headers, body, endless = false } = answer(request);
    const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
    outgoing.sendDate = false;
    outgoing.statusCode = status;
    const sent = {
      date: new Date(now).toUTCString(),
      'content-type': typeof body === 'object' ? 'application/json' : undefined,
      'access-control-allow-origin': incoming.headers.origin,
      'access-control-expose-headers': 'Date',
      ...headers,
    };
    for (const [name, value] of Object.entries(sent)) if (value !== undefined) outgoing.setHeader(name, value);
    outgoing.once('close', () => (cut += outgoing.writableFinished ? 0 : 1));
    outgoing.write(text);
    if (!endless) outgoing.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no TCP address.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    cut: () => cut,
    clock: {
      now: () => now,
      wait: async (ms) => {
        now += ms;
      },
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
