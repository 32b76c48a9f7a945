import { QueryClient, QueryObserver } from '@tanstack/react-query';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLicenseClient } from '../../../src/client/createLicenseClient.js';
import type { CheckError } from '../../../src/client/CheckError.js';
import { type LicenseSnapshot, NO_SNAPSHOT, serverNow } from '../../../src/client/LicenseSnapshot.js';
import { licenseKeys, licenseQueryOptions } from '../../../src/client/licenseQueryOptions.js';
import { isLicenseError } from '../../../src/license/LicenseError.js';
import { type LicenseState, licenseStatus } from '../../../src/license/licenseStatus.js';
import { bodyFromClaims } from '../../../mocks/bodyFromClaims.js';
import { modelState } from '../../support/referenceModel.js';

// Checks the two invariants of docs/contract.md with the real client and query, for any behaviour of API, network and machine.

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;
const START = Date.UTC(2027, 4, 1);
const STATES: readonly LicenseState[] = ['active', 'expiring', 'grace', 'expired', 'unlicensed', 'unknown'];

type Answer = (truth: number) => Response | Promise<Response>;

// Results of an API, a proxy or a network that must not count as a license.
const FAULTS: Readonly<Record<string, Answer>> = {
  'a login page': () => new Response('<!doctype html><title>Sign in</title>', { headers: { 'content-type': 'text/html' } }),
  nothing: () => new Response(''),
  'half a body': () => new Response('{"tier":"enterprise","entitlements":["oi'),
  'an empty object': () => Response.json({}),
  'an empty list without an expiry': () => Response.json({ tier: null, entitlements: [], days_remaining: 0, grace_remaining_seconds: 0 }),
  'an expiry without a zone': (truth) =>
    Response.json({ tier: 'x', entitlements: ['oidc'], expires_at: new Date(truth + 99 * DAY).toISOString().slice(0, 19) }),
  'a license that is too long': () => new Response(`{"tier":"x","entitlements":["oidc"],"expires_at":null}${' '.repeat(1_100_000)}`),
  'a license with 404': () => Response.json({ tier: null, entitlements: [], expires_at: null }, { status: 404 }),
  'a license with 402': () => Response.json({ tier: null, entitlements: [], expires_at: null }, { status: 402 }),
  'a license with 201': () => Response.json({ tier: 'x', entitlements: ['oidc'], expires_at: null }, { status: 201 }),
  '204': () => new Response(null, { status: 204 }),
  '302': () => new Response(null, { status: 302, headers: { location: '/login' } }),
  '401': () => new Response(null, { status: 401 }),
  '403': () => new Response(null, { status: 403 }),
  '429': () => new Response(null, { status: 429, headers: { 'retry-after': '3' } }),
  '503': () => new Response('<h1>503</h1>', { status: 503 }),
  'a connection that is refused': () => Promise.reject(new TypeError('fetch failed')),
  'a connection that breaks': () => new Response(new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) })),
  'no answer in time': () => new Promise(() => undefined),
};

// The current time relative to the expiry, often close to a boundary.
const sinceExpiry = fc.oneof(
  fc.integer({ min: -400 * 24, max: 400 * 24 }).map((hours) => hours * HOUR),
  fc
    .tuple(fc.constantFrom(-8, -7, -1, 0, 1, 7, 8), fc.constantFrom(-HOUR, -SECOND, 0, SECOND, HOUR))
    .map(([days, off]) => days * DAY + off),
);
const license = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('ends' as const), sinceExpiry }) },
  { weight: 1, arbitrary: fc.constantFrom({ kind: 'unlicensed' as const }, { kind: 'endless' as const }) },
);
const answer = fc.record({ kind: fc.constant('answer' as const), license, dated: fc.boolean() });
// Bodies that are almost valid, and arbitrary JSON.
const garbled = fc.record({
  kind: fc.constant('any body' as const),
  body: fc.oneof(
    fc.json(),
    fc
      .record({
        tier: fc.constantFrom<unknown>('enterprise', null, 7),
        entitlements: fc.constantFrom<unknown>(['oidc'], [], 'oidc', [7], null),
        expires_at: fc.constantFrom<unknown>(null, undefined, '2027-05-01', '2027-05-09T00:00:00Z', 1_809_129_600, ''),
        days_remaining: fc.constantFrom<unknown>(0, 9, -3, null, '9', 1e300),
        grace_remaining_seconds: fc.constantFrom<unknown>(0, 3_600, -1, null, {}, 1e300),
      })
      .map((body) => JSON.stringify(body)),
  ),
});
const step = fc.oneof(
  { weight: 3, arbitrary: answer },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('fault' as const), name: fc.constantFrom(...Object.keys(FAULTS)) }) },
  { weight: 1, arbitrary: garbled },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pass' as const), seconds: fc.integer({ min: 0, max: 9 * 86_400 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('sleep' as const), seconds: fc.integer({ min: 31, max: 9 * 86_400 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('set the clock' as const), by: fc.constantFrom(-3 * DAY, -HOUR, HOUR, 3 * DAY) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function bodyOf(wanted: typeof license extends fc.Arbitrary<infer T> ? T : never, truth: number) {
  if (wanted.kind === 'unlicensed')
    return { tier: null, entitlements: [], expires_at: null, days_remaining: 0, grace_remaining_seconds: 0 };
  if (wanted.kind === 'endless') return { tier: 'enterprise', entitlements: ['oidc'], expires_at: null };
  return bodyFromClaims({ tier: 'enterprise', entitlements: ['oidc'], exp: (truth - wanted.sinceExpiry) / SECOND }, truth);
}

/** Simulates a dashboard without React: its license after each step, and the passing of time. */
function open(offset: number) {
  vi.setSystemTime(START + offset);
  let truth = START;
  let next: Answer = () => Promise.reject(new TypeError('not yet'));
  const client = createLicenseClient({ baseUrl: 'https://gateway.example', scope: 'ada', storage: null, fetch: async () => next(truth) });
  const queries = new QueryClient();
  const observer = new QueryObserver(queries, { ...licenseQueryOptions(client, queries), enabled: false });
  const query = () => queries.getQueryState<LicenseSnapshot, CheckError>(licenseKeys.license(client));
  const held = () => {
    const { data = NO_SNAPSHOT, error } = query() ?? {};
    // The provider drops the license after a 403, too.
    return error?.code === 'forbidden' ? null : data.license;
  };
  const now = () => serverNow(query()?.data ?? NO_SNAPSHOT);
  return {
    held,
    now,
    truth: () => truth,
    state: () => licenseStatus(held(), now()).state,
    async poll(answer: Answer): Promise<unknown> {
      next = answer;
      // `refresh()` does the same after a 401 or 403. The Retry-After of a 429 is over.
      client.internals.checks.error = null;
      let failure: unknown = null;
      const done = observer.refetch().then(({ error }) => {
        failure = error;
      });
      // Only a check without a response waits for a timer, for ten seconds.
      let ended = false;
      void done.then(() => {
        ended = true;
      });
      for (let turn = 0; turn < 200 && !ended; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      if (!ended) {
        truth += 10 * SECOND;
        await vi.advanceTimersByTimeAsync(10 * SECOND);
      }
      await done;
      return failure;
    },
    pass(ms: number) {
      truth += ms;
      vi.advanceTimersByTime(ms);
    },
    sleep(ms: number) {
      truth += ms;
      vi.setSystemTime(Date.now() + ms);
    },
    setClock: (by: number) => vi.setSystemTime(Date.now() + by),
  };
}

describe('in any sequence of responses, failures and clock changes', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('no failure changes the state to expired or unlicensed, and no unreadable body changes it to active', async () => {
    const reached = new Set<string>();
    const follow = async (offset: number, history: readonly Step[]) => {
      const page = open(offset);
      for (const [index, each] of history.entries()) {
        // The time is read before each step, because a page reads it continuously.
        const before = page.state();
        const describeStep = () =>
          `step ${index}, ${JSON.stringify(each, (_, value) => (typeof value === 'bigint' ? String(value) : value))}, from ${before}`;
        if (each.kind === 'pass' || each.kind === 'sleep' || each.kind === 'set the clock') {
          if (each.kind === 'pass') page.pass(each.seconds * SECOND);
          else if (each.kind === 'sleep') page.sleep(each.seconds * SECOND);
          else page.setClock(each.by);
          const [after, known, now] = [page.state(), page.held(), page.now()];
          // The passing of time may change the state, according to the last good license.
          if (after !== before) {
            expect(each.kind, describeStep()).toBe('pass');
            expect(
              now !== null && known?.expiresAt != null && after === modelState(now, known.expiresAt, known.graceEndsAt ?? 0),
              describeStep(),
            ).toBe(true);
          }
          reached.add(`${each.kind}: ${after === before ? 'stays' : after}`);
        } else if (each.kind === 'answer') {
          const failure = await page.poll((truth) =>
            Response.json(bodyOf(each.license, truth), { headers: each.dated ? { date: new Date(truth).toUTCString() } : {} }),
          );
          expect(failure, describeStep()).toBeNull();
          // A readable response determines the state, whatever happened before.
          const { license: answered } = each;
          const E = answered.kind === 'ends' ? page.truth() - answered.sinceExpiry : 0;
          const real =
            answered.kind === 'ends' ? modelState(page.truth(), E, E + 7 * DAY) : answered.kind === 'endless' ? 'active' : 'unlicensed';
          if (each.dated || answered.kind !== 'ends') expect(page.state(), describeStep()).toBe(real);
          reached.add(`answer: ${page.state()}`);
        } else {
          const outcome = await page.poll(each.kind === 'fault' ? (FAULTS[each.name] ?? Response.error) : () => new Response(each.body));
          // Skip: this arbitrary body happens to be readable.
          if (each.kind !== 'fault' && outcome === null) continue;
          expect(isLicenseError(outcome), describeStep()).toBe(true);
          const after = page.state();
          if (after !== before && !(each.kind === 'fault' && each.name === 'no answer in time')) {
            // Only a 403 removes the license, and the state is unknown afterwards.
            expect([after, Object(outcome).code], describeStep()).toEqual(['unknown', 'forbidden']);
          }
          if (after !== before)
            expect(['expired', 'unlicensed', 'active'], describeStep()).not.toContain(
              after === 'unknown' ? '' : before === 'unknown' ? after : '',
            );
          reached.add(`${each.kind === 'fault' ? each.name : each.kind}: ${before}`);
        }
      }
    };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(0, -3 * DAY, 3 * DAY), fc.array(step, { minLength: 4, maxLength: 16, size: 'max' }), follow),
      { numRuns: 300 },
    );
    // The sequences have covered each fault, each state, and more than 90 % of the pairs.
    const pairs = Object.keys(FAULTS).flatMap((fault) => STATES.map((state) => `${fault}: ${state}`));
    const hit = pairs.filter((pair) => reached.has(pair));
    for (const part of [...Object.keys(FAULTS).map((fault) => `${fault}: `), ...STATES.map((state) => `: ${state}`)]) {
      expect(
        hit.some((pair) => pair.startsWith(part) || pair.endsWith(part)),
        part,
      ).toBe(true);
    }
    expect(hit.length).toBeGreaterThan(pairs.length * 0.9);
    for (const way of ['pass: expiring', 'pass: grace', 'pass: expired', 'sleep: stays', 'set the clock: stays', 'any body: active'])
      expect([...reached]).toContain(way);
  }, 120_000);
});
