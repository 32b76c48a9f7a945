import { DAY_MS } from '../src/lib/time.js';
import type { LicenseBody } from '../src/license/LicenseBody.js';
import { DOCUMENTED_ENTITLEMENTS } from './mintLicenseKey.js';

/**
 * The name of a fault of the license route: a login page, an empty, cut, wrong or huge body (10 MB); a number that is none (`1e999`),
 * members that stand twice, or are called `__proto__`; statuses that are none of a license; a connection that breaks within the body
 * (`reset`), a body that never ends, and one that comes a byte every now and then (`slow-loris`); no `Date`, or that of a proxy whose clock
 * is 3 days behind (`foreign-date`). `refused` is one of the whole API: nothing listens.
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

/** What the mock API would answer, and its time. */
type RightAnswer = { readonly body: LicenseBody; readonly now: number };
type FaultyAnswer = (right?: Partial<RightAnswer>) => Response;

const HUGE_BYTES = 10_000_000;

// The documentation's.
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
// Members that stand before those of the right answer.
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
 * How `GET /admin/license` can go wrong: each makes the answer that stands in place of the license. Those that alter a right answer alter
 * the documentation's example here, and in a running mock its own.
 */
export const faults: Readonly<Record<FaultName, () => Response>> = answers;

const ALTERED: readonly FaultName[] = ['infinite-number', 'too-large', 'duplicate-keys', 'proto-keys', 'no-date', 'foreign-date'];

/** Whether a fault alters the license, so that only who may see it gets it, rather than standing in its place. */
export function isAltered(fault: FaultName): boolean {
  return ALTERED.includes(fault);
}

/** Whether a fault is about `Date`, so that the mock's own doesn't belong there. */
export function isMisdated(fault: FaultName): boolean {
  return fault === 'no-date' || fault === 'foreign-date';
}

/** What a mock API answers that has this fault. */
export function faultyAnswer(fault: FaultName, right: RightAnswer): Response {
  return answers[fault](right);
}

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
