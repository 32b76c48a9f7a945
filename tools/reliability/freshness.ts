import type { FaultName } from '../../mocks/faults.js';
import { parseFaultScript } from '../../mocks/parseFaultScript.js';
import { type Bench, clickCheckNow, look } from './Bench.js';
import { expectEqual, expectSight, type Outcome } from './Case.js';

const PART = 'freshness';
const LAST_GOOD = 'Showing the last known status.';

// Each fault, the resulting freshness, the shown text, and whether the page recovers without the user.
const FAULTS: readonly (readonly [FaultName, freshness: string, words: string, recovers: boolean])[] = [
  ['html-login', 'unreadable', 'A login page or proxy may have responded', true],
  ['empty', 'unreadable', LAST_GOOD, true],
  ['truncated', 'unreadable', LAST_GOOD, true],
  ['wrong-types', 'unreadable', LAST_GOOD, true],
  ['infinite-number', 'unreadable', LAST_GOOD, true],
  ['too-large', 'unreadable', LAST_GOOD, true],
  ['duplicate-keys', 'fresh', 'Enterprise', true],
  ['proto-keys', 'fresh', 'Enterprise', true],
  ['no-content', 'unreadable', LAST_GOOD, true],
  ['payment-required', 'unreadable', LAST_GOOD, true],
  ['redirect', 'unauthorized', 'Sign in again', false],
  ['login-redirect', 'unauthorized', 'Sign in again', false],
  ['unauthorized', 'unauthorized', 'Sign in again', false],
  ['not-found', 'not-found', 'no license endpoint at this address', true],
  ['rate-limited', 'rate-limited', 'Too many requests (429)', true],
  ['rate-limited-date', 'rate-limited', 'Too many requests (429)', true],
  ['rate-limited-rubbish', 'rate-limited', 'Too many requests (429)', true],
  ['internal-error', 'server-error', 'The API returned an error', true],
  ['bad-gateway', 'server-error', 'The API returned an error', true],
  ['server-error', 'server-error', 'The API returned an error', true],
  ['reset', 'unreachable', 'Can’t reach the API', true],
  ['never-ending', 'timeout', 'didn’t respond in time', true],
  ['slow-loris', 'timeout', 'didn’t respond in time', true],
  ['no-date', 'fresh', 'Licensed features stop in', true],
  ['foreign-date', 'fresh', 'differ by more than 5 minutes', true],
  ['refused', 'unreachable', 'Can’t reach the API', true],
];

/** Tests every way in which a check can fail. The state stays, the freshness changes, and the page recovers without a reload. */
export async function freshnessCases(bench: Bench): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [fault, freshness, words, recovers] of FAULTS) {
    const context = await bench.person();
    await bench.alexandria.restart({ scenario: 'grace' });
    const page = await bench.open(context);
    await expectSight(PART, fault, page, { state: 'grace', freshness: 'fresh' });
    bench.alexandria.setFault(fault);
    await clickCheckNow(page);
    outcomes.push(await expectSight(PART, fault, page, { state: 'grace', freshness, words }, 14_000));
    bench.alexandria.setFault(null);
    if (!recovers) await clickCheckNow(page);
    outcomes.push(
      await expectSight(PART, `${fault}, then recovered`, page, { state: 'grace', freshness: 'fresh', not: LAST_GOOD }, 12_000),
    );
    await context.close();
  }

  const context = await bench.person();
  const page = await bench.open(context);
  await expectSight(PART, 'before', page, { state: 'grace', freshness: 'fresh' });
  await context.setOffline(true);
  await clickCheckNow(page);
  outcomes.push(await expectSight(PART, 'offline', page, { state: 'grace', freshness: 'offline', words: 'when you’re back online' }));
  await context.setOffline(false);
  outcomes.push(await expectSight(PART, 'offline, then back', page, { state: 'grace', freshness: 'fresh' }));

  bench.alexandria.setFault('forbidden');
  await clickCheckNow(page);
  outcomes.push(
    await expectSight(PART, 'forbidden', page, {
      state: 'unknown',
      freshness: 'forbidden',
      words: 'doesn’t have permission to view the license',
      not: 'Enterprise',
    }),
  );
  const asked = bench.alexandria.requestCount();
  await page.evaluate(() => {
    for (const type of ['visibilitychange', 'focus', 'online']) window.dispatchEvent(new Event(type));
  });
  await pause(500);
  outcomes.push(expectEqual(PART, 'forbidden: no further requests, even on focus', asked, bench.alexandria.requestCount()));
  bench.alexandria.setFault(null);
  await context.close();
  outcomes.push(...(await restart(bench)), ...(await retryAfter(bench)), ...(await missingFeatures(bench)));
  return outcomes;
}

/** Tests an API that restarts for a minute: refused connections, then 503, then success. Only the freshness may change. */
async function restart(bench: Bench): Promise<Outcome[]> {
  const context = await bench.person();
  const page = await bench.open(context);
  await expectSight(PART, 'restart', page, { state: 'grace', freshness: 'fresh' });
  const before = bench.alexandria.requestCount();
  const seen = new Set<string>();
  bench.alexandria.setFault(parseFaultScript('refused 30s, then 503 for 30 s'));
  await clickCheckNow(page);
  await expectSight(PART, 'restart', page, { state: 'grace', freshness: 'unreachable' });
  while (bench.alexandria.fault() !== null) {
    seen.add((await look(page)).state);
    await pause(250);
  }
  const outcomes = [
    expectEqual(PART, 'a restart of 60 s: the states that the page showed', 'grace', [...seen].join(', ')),
    await expectSight(
      PART,
      'a restart of 60 s, then recovered without the user',
      page,
      { state: 'grace', freshness: 'fresh', not: LAST_GOOD },
      60_000,
    ),
  ];
  const asked = bench.alexandria.requestCount() - before;
  outcomes.push(expectEqual(PART, 'a restart of 60 s: license requests, with back-off', 'at most 8 times', asked, asked <= 8));
  await context.close();
  return outcomes;
}

/** Tests values of `Retry-After`, and when the next request follows. */
async function retryAfter(bench: Bench): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  // A date in `Retry-After` counts by the API's clock, which is an hour ahead here.
  const apiDate = (ahead = 0) => new Date(Date.now() + 3_600_000 + ahead).toUTCString();
  const rows: readonly (readonly [string, () => string, number, number])[] = [
    ['12', () => '12', 11_500, 16_000],
    ['a date in 12 s', () => apiDate(12_000), 10_500, 16_000],
    ['an invalid value', () => 'soon', 3_500, 9_000],
    ['-1', () => '-1', 3_500, 9_000],
  ];
  for (const [name, header, atLeast, atMost] of rows) {
    const context = await bench.person();
    const page = await bench.open(context);
    await expectSight(PART, name, page, { state: 'grace', freshness: 'fresh' });
    const asked: number[] = [];
    await page.route('**/admin/license', async (route) => {
      asked.push(Date.now());
      if (asked.length > 1) return route.continue();
      return route.fulfill({ status: 429, headers: { 'retry-after': header(), date: apiDate() } });
    });
    await clickCheckNow(page);
    outcomes.push(
      await expectSight(PART, `Retry-After: ${name}`, page, {
        state: 'grace',
        freshness: 'rate-limited',
        words: 'Too many requests (429)',
      }),
    );
    await expectSight(PART, name, page, { state: 'grace', freshness: 'fresh' }, 20_000);
    const waited = (asked[1] ?? Number.POSITIVE_INFINITY) - (asked[0] ?? 0);
    const right = waited >= atLeast && waited <= atMost;
    outcomes.push(
      expectEqual(PART, `Retry-After: ${name}, then the next request`, `after ${atLeast} to ${atMost} ms`, `${waited} ms`, right),
    );
    await context.close();
  }
  return outcomes;
}

/** Tests browser features that are missing or throw. */
async function missingFeatures(bench: Bench): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const rows: readonly (readonly [string, () => void])[] = [
    [
      'storage that throws',
      () => {
        const deny = () => {
          throw new DOMException('denied', 'SecurityError');
        };
        Object.defineProperty(window, 'localStorage', { get: deny });
      },
    ],
    ['no Web Locks', () => Object.defineProperty(navigator, 'locks', { value: undefined })],
    ['no BroadcastChannel', () => Object.assign(window, { BroadcastChannel: undefined })],
    [
      'a BroadcastChannel that throws',
      () => {
        const deny = class {
          constructor() {
            throw new DOMException('denied', 'SecurityError');
          }
        };
        Object.assign(window, { BroadcastChannel: deny });
      },
    ],
  ];
  for (const [name, refuse] of rows) {
    const context = await bench.person();
    const page = await bench.open(context, {
      before: async (opened) => {
        await opened.addInitScript(refuse);
      },
    });
    outcomes.push(await expectSight(PART, name, page, { state: 'grace', freshness: 'fresh', words: 'Licensed features stop in' }));
    await context.close();
  }
  return outcomes;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
