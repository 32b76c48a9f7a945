/**
 * The name of a fault of the license route: a login page, an empty, cut or wrong body, statuses that are none of a license, a connection
 * that breaks within the body (`reset`), a body that never ends, and one that comes a byte every now and then (`slow-loris`).
 */
export type FaultName =
  | 'html-login'
  | 'empty'
  | 'truncated'
  | 'wrong-types'
  | 'no-content'
  | 'redirect'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'payment-required'
  | 'rate-limited'
  | 'server-error'
  | 'reset'
  | 'never-ending'
  | 'slow-loris';

/** How `GET /admin/license` can go wrong: each makes the answer that stands in place of the license. */
export const faults: Readonly<Record<FaultName, () => Response>> = {
  'html-login': () => new Response('<!doctype html><title>Sign in</title><form></form>', { headers: { 'content-type': 'text/html' } }),
  empty: () => new Response(''),
  truncated: () => new Response('{"tier":"enterprise","entitlements":["oi'),
  'wrong-types': () =>
    Response.json({ tier: 7, entitlements: 'oidc', expires_at: 1_809_129_600, days_remaining: '3', grace_remaining_seconds: {} }),
  'no-content': () => new Response(null, { status: 204 }),
  redirect: () => new Response(null, { status: 302, headers: { location: '/healthz' } }),
  unauthorized: () => new Response(null, { status: 401 }),
  forbidden: () => new Response(null, { status: 403 }),
  'not-found': () => new Response(null, { status: 404 }),
  'payment-required': () => Response.json({ entitlement: 'scim' }, { status: 402 }),
  'rate-limited': () => new Response(null, { status: 429, headers: { 'retry-after': '3' } }),
  'server-error': () => new Response('<h1>503</h1>', { status: 503 }),
  reset: () => new Response(bodyThat((controller) => controller.error(new Error('reset')))),
  'never-ending': () => new Response(bodyThat(() => undefined)),
  'slow-loris': () => new Response(slowBody()),
};

/**
 * Whether `name` is a fault's.
 *
 * @example if (isFaultName(name)) alexandria.setFault(name);
 */
export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(faults, name);
}

function bodyThat(then: (controller: ReadableStreamDefaultController<Uint8Array>) => void): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"tier":"enterprise",')),
    pull: then,
  });
}

function slowBody(): ReadableStream<Uint8Array> {
  let timer: ReturnType<typeof setInterval> | undefined;
  return new ReadableStream({
    start(controller) {
      timer = setInterval(() => controller.enqueue(new TextEncoder().encode(' ')), 500);
    },
    cancel: () => clearInterval(timer),
  });
}
