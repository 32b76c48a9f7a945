import { DAY_MS } from '../src/lib/time.js';
import type { LicenseBody } from '../src/license/LicenseBody.js';
import { DOCUMENTED_ENTITLEMENTS } from './scenarios.js';

/**
 * The name of a fault. All of them affect the license route only, except `refused`.
 *
 * - Bodies: a login page with status 200 (`html-login`), or an empty, truncated, mistyped or 10 MB body.
 * - Members: `1e999` as a number (`infinite-number`), duplicate names, or `__proto__` as a name.
 * - Statuses: 204, redirects, 401, 402, 403, 404, 429, 500, 502 and 503 (`server-error`).
 * - Connections: reset within the body, a body that never ends, or one byte every 500 ms (`slow-loris`).
 * - Time: no `Date`, or that of a proxy whose clock is 3 days behind (`foreign-date`).
 * - `refused`: nothing listens, so the whole API is unreachable.
 */
export type FaultName =
  | 'html-login'
  | 'empty'
  | 'truncated'
  | 'wrong-types'
  | 'infinite-number'
  | 'too-large'
  | 'duplicate-keys'
  | 'proto-keys'
  | 'no-content'
  | 'redirect'
  | 'login-redirect'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'payment-required'
  | 'rate-limited'
  | 'rate-limited-date'
  | 'rate-limited-rubbish'
  | 'internal-error'
  | 'bad-gateway'
  | 'server-error'
  | 'reset'
  | 'never-ending'
  | 'slow-loris'
  | 'no-date'
  | 'foreign-date'
  | 'refused';

/** The license that the mock API would send without the fault, and its time. */
type RightAnswer = { readonly body: LicenseBody; readonly now: number };
type FaultyAnswer = (right?: Partial<RightAnswer>) => Response;

const HUGE_BYTES = 10_000_000;

// The example of the API documentation.
const EXAMPLE: LicenseBody = {
  tier: 'enterprise',
  entitlements: DOCUMENTED_ENTITLEMENTS,
  expires_at: '2027-05-01T00:00:00Z',
  days_remaining: 359,
  grace_remaining_seconds: 0,
};

const from =
  (make: (right: RightAnswer) => Response): FaultyAnswer =>
  ({ body = EXAMPLE, now = Date.now() } = {}) =>
    make({ body, now });
const json = (text: string) => new Response(text, { headers: { 'content-type': 'application/json' } });
// Puts members before those of the correct body.
const preceded = (members: string) => from(({ body }) => json(`{${members},${JSON.stringify(body).slice(1)}`));
const limited = (retryAfter: string) => new Response(null, { status: 429, headers: { 'retry-after': retryAfter } });
const redirected = (location: string) => () => new Response(null, { status: 302, headers: { location } });
const bare = (status: number) => () => new Response(null, { status });
const page = (status: number) => () => new Response(`<h1>${status}</h1>`, { status });

const answers: Readonly<Record<FaultName, FaultyAnswer>> = {
  'html-login': () => new Response('<!doctype html><title>Sign in</title><form></form>', { headers: { 'content-type': 'text/html' } }),
  empty: () => new Response(''),
  truncated: () => new Response('{"tier":"enterprise","entitlements":["oi'),
  'wrong-types': () =>
    Response.json({ tier: 7, entitlements: 'oidc', expires_at: 1_809_129_600, days_remaining: '3', grace_remaining_seconds: {} }),
  'infinite-number': from(({ body }) =>
    json(JSON.stringify({ ...body, days_remaining: null }).replace('"days_remaining":null', '"days_remaining":1e999')),
  ),
  'too-large': from(({ body }) => json(`{"padding":"${'x'.repeat(HUGE_BYTES)}",${JSON.stringify(body).slice(1)}`)),
  'duplicate-keys': preceded('"tier":"trial","entitlements":[],"expires_at":null'),
  'proto-keys': preceded('"__proto__":{"tier":"trial","polluted":true},"constructor":{"prototype":{"polluted":true}}'),
  'no-content': bare(204),
  redirect: redirected('/healthz'),
  'login-redirect': redirected('/login?next=%2Fadmin%2Flicense'),
  unauthorized: bare(401),
  forbidden: bare(403),
  'not-found': bare(404),
  'payment-required': () => Response.json({ entitlement: 'scim' }, { status: 402 }),
  'rate-limited': () => limited('3'),
  'rate-limited-date': from(({ now }) => limited(new Date(now + 3_000).toUTCString())),
  'rate-limited-rubbish': () => limited('soon'),
  'internal-error': page(500),
  'bad-gateway': page(502),
  'server-error': page(503),
  reset: () => new Response(bodyThat((controller) => controller.error(new Error('reset')))),
  'never-ending': () => new Response(bodyThat(() => undefined)),
  'slow-loris': () => new Response(slowBody()),
  'no-date': from(({ body }) => Response.json(body)),
  'foreign-date': from(({ body, now }) => Response.json(body, { headers: { date: new Date(now - 3 * DAY_MS).toUTCString() } })),
  refused: () => Response.error(),
};

/**
 * The faults of `GET /admin/license`. Each function returns the faulty response.
 *
 * Some faults alter a valid license: here the example of the API documentation, in a running mock its own.
 */
export const faults: Readonly<Record<FaultName, () => Response>> = answers;

const ALTERED: readonly FaultName[] = ['infinite-number', 'too-large', 'duplicate-keys', 'proto-keys', 'no-date', 'foreign-date'];

/** Returns true if the fault alters a valid license, so only admins may receive it. Others replace the license. */
export function isAltered(fault: FaultName): boolean {
  return ALTERED.includes(fault);
}

/** Returns true if the fault concerns `Date`, so the mock must not add its own. */
export function isMisdated(fault: FaultName): boolean {
  return fault === 'no-date' || fault === 'foreign-date';
}

/** Returns the response of a mock API with this fault. */
export function faultyAnswer(fault: FaultName, right: RightAnswer): Response {
  return answers[fault](right);
}

/**
 * Returns true if `name` is the name of a fault.
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
