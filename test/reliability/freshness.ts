import type { FaultName } from '../../mocks/faults.js';
import { type Bench, checkNow } from './Bench.js';
import { expectEqual, expectSight, type Outcome } from './Case.js';

const PART = 'freshness';
const LAST_GOOD = 'What you see is the last good answer.';

// Each fault, what it is called, what is said, and whether the page recovers by itself.
const FAULTS: readonly (readonly [FaultName, freshness: string, words: string, byItself: boolean])[] = [
  ['html-login', 'unreadable', 'perhaps a login page', true],
  ['empty', 'unreadable', LAST_GOOD, true],
  ['truncated', 'unreadable', LAST_GOOD, true],
  ['wrong-types', 'unreadable', LAST_GOOD, true],
  ['no-content', 'unreadable', LAST_GOOD, true],
  ['payment-required', 'unreadable', LAST_GOOD, true],
  ['redirect', 'unauthorized', 'Sign in again', false],
  ['unauthorized', 'unauthorized', 'Sign in again', false],
  ['not-found', 'not-found', 'Check the base URL', true],
  ['rate-limited', 'rate-limited', 'fewer requests', true],
  ['server-error', 'server-error', 'may be restarting', true],
  ['reset', 'unreachable', 'could not be reached', true],
  ['never-ending', 'timeout', 'did not answer in time', true],
  ['slow-loris', 'timeout', 'did not answer in time', true],
];

/** Every way in which a check can fail: the state stays, the freshness says it, and the page recovers without a reload. */
export async function freshnessCases(bench: Bench): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [fault, freshness, words, byItself] of FAULTS) {
    const context = await bench.person();
    await bench.alexandria.restart({ scenario: 'grace' });
    const page = await bench.open(context);
    await expectSight(PART, fault, page, { state: 'grace', freshness: 'fresh' });
    bench.alexandria.setFault(fault);
    await checkNow(page);
    outcomes.push(await expectSight(PART, fault, page, { state: 'grace', freshness, words }, 14_000));
    bench.alexandria.setFault(null);
    if (!byItself) await checkNow(page);
    outcomes.push(
      await expectSight(PART, `${fault}, then well again`, page, { state: 'grace', freshness: 'fresh', not: LAST_GOOD }, 12_000),
    );
    await context.close();
  }

  const context = await bench.person();
  const page = await bench.open(context);
  await expectSight(PART, 'refused', page, { state: 'grace', freshness: 'fresh' });
  await bench.refuse();
  await checkNow(page);
  outcomes.push(await expectSight(PART, 'connection refused', page, { state: 'grace', freshness: 'unreachable', words: LAST_GOOD }));
  await bench.listen();
  outcomes.push(await expectSight(PART, 'connection refused, then well again', page, { state: 'grace', freshness: 'fresh' }, 15_000));

  await context.setOffline(true);
  await checkNow(page);
  outcomes.push(
    await expectSight(PART, 'offline', page, { state: 'grace', freshness: 'offline', words: 'as soon as the connection is back' }),
  );
  await context.setOffline(false);
  outcomes.push(await expectSight(PART, 'offline, then back', page, { state: 'grace', freshness: 'fresh' }));

  bench.alexandria.setFault('forbidden');
  await checkNow(page);
  outcomes.push(
    await expectSight(PART, 'forbidden', page, {
      state: 'unknown',
      freshness: 'forbidden',
      words: 'shown to administrators',
      not: 'Enterprise',
    }),
  );
  const asked = bench.alexandria.asked();
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  outcomes.push(expectEqual(PART, 'forbidden: asks no more, also at a focus', asked, bench.alexandria.asked()));
  bench.alexandria.setFault(null);
  await context.close();
  return outcomes;
}
