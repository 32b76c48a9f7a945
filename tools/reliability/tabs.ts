import { once } from 'node:events';
import type { Page } from 'playwright';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import { type Bench, checkNow, look } from './Bench.js';
import { expectEqual, expectSight, type Outcome } from './Case.js';

const PART = 'tabs';
const TABS = 20;
const MANY_TABS = 50;
const GRACE_LEFT = 30_000;
const NEXT_EXPIRY = 90_000;
// What the tab that polls has read longer ago is read anew for a tab that opens.
const TOLD_FOR_MS = 30_000;

/**
 * Twenty tabs of one browser make the requests of one; when it closes, another one goes on. In real time: between pages
 * whose clocks are moved by hand, messages would be as old as the clocks are apart.
 */
export async function tabCases(bench: Bench): Promise<Outcome[]> {
  const { alexandria } = bench;
  const outcomes: Outcome[] = [];
  const expireIn = async (ms: number) => {
    alexandria.setNow(Date.now());
    await alexandria.restart({ licenseKey: await mintLicenseKey({ expiresAt: alexandria.now() + ms }) });
  };
  await expireIn(GRACE_LEFT - 7 * 86_400_000);
  const graceEnds = Date.now() + GRACE_LEFT;
  const context = await bench.person();
  const asked = new Map<Page, number>();
  context.on('request', (request) => {
    const page = request.frame().page();
    if (request.url().endsWith('/admin/license')) asked.set(page, (asked.get(page) ?? 0) + 1);
  });
  const before = alexandria.asked();
  const pages: Page[] = [];
  for (let tab = 0; tab < TABS; tab += 1) {
    const page = await bench.open(context);
    await expectSight(PART, 'opened', page, { state: 'grace', freshness: 'fresh' });
    pages.push(page);
  }
  outcomes.push(expectEqual(PART, `${TABS} tabs opened: the server was asked`, 1, alexandria.asked() - before));

  outcomes.push(expectEqual(PART, 'the end of grace is seen by', TABS, await settled(pages, 'expired', graceEnds + 2_000 - Date.now())));
  await until(() => alexandria.asked() - before >= 2, 70_000);
  outcomes.push(expectEqual(PART, 'the check that follows it: the server was asked in all', 2, alexandria.asked() - before));

  await expireIn(NEXT_EXPIRY);
  const expires = Date.now() + NEXT_EXPIRY;
  outcomes.push(
    expectEqual(PART, 'a renewal, within one interval of a minute, is seen by', TABS, await settled(pages, 'expiring', 70_000)),
  );
  outcomes.push(expectEqual(PART, 'for which the server was asked', 3, alexandria.asked() - before));

  const leader = [...asked].sort(([, one], [, other]) => other - one)[0]?.[0];
  await leader?.close();
  const rest = pages.filter((page) => page !== leader);
  const closedAt = alexandria.asked();
  outcomes.push(
    expectEqual(
      PART,
      'the polling tab is closed; the expiry is seen by',
      TABS - 1,
      await settled(rest, 'grace', expires + 2_000 - Date.now()),
    ),
  );
  // The closed tab would have checked up to 5 s later; another interval is as long again.
  const interval = Math.max(expires - Date.now(), 0) + NEXT_EXPIRY + 5_000;
  const took = await until(() => alexandria.asked() > closedAt, 2 * interval);
  outcomes.push(
    expectEqual(
      PART,
      'the check that follows it comes from another tab, at most one interval later',
      'yes',
      took <= interval + 5_000 ? 'yes' : `after ${took} ms`,
    ),
  );
  outcomes.push(expectEqual(PART, 'and from one of them', 1, alexandria.asked() - closedAt));

  outcomes.push(...(await outOfOrder(bench, rest)));

  const checkedAt = Date.now();
  const openedAt = alexandria.asked();
  for (let tab = rest.length; tab < MANY_TABS; tab += 1) rest.push(await bench.open(context));
  outcomes.push(expectEqual(PART, `${MANY_TABS} tabs are open, and see the same`, MANY_TABS, await settled(rest, 'grace', 20_000)));
  // On a slow machine it takes longer than that to open them.
  const due = Math.floor((Date.now() - checkedAt) / TOLD_FOR_MS);
  const askedFor = alexandria.asked() - openedAt;
  outcomes.push(expectEqual(PART, 'for which the server was asked', `at most ${due}, once in 30 s`, askedFor, askedFor <= due));

  const hiddenAt = alexandria.asked();
  for (const page of rest) await hide(page);
  await expireIn(NEXT_EXPIRY - 86_400_000);
  await until(() => alexandria.asked() > hiddenAt, 20_000);
  outcomes.push(expectEqual(PART, 'all of them are hidden: the server was asked', 0, alexandria.asked() - hiddenAt));

  const member = await bench.open(context, { role: 'member' });
  await context.newPage();
  outcomes.push(
    await expectSight(PART, 'a member beside them', member, {
      state: 'unknown',
      freshness: 'pending',
      words: 'shown to administrators',
      not: 'Enterprise',
    }),
  );
  await context.close();
  return outcomes;
}

/** A tab asks, and its answer is held up; another one asks after it, and a new license is there meanwhile. */
async function outOfOrder({ alexandria }: Bench, [one, other]: readonly Page[]): Promise<Outcome[]> {
  if (one === undefined || other === undefined) return [];
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  let held = 0;
  await one.route('**/admin/license', async (route) => {
    const response = await route.fetch();
    held += 1;
    await released;
    await route.fulfill({ response });
  });
  await checkNow(one);
  await until(() => held > 0, 5_000);
  alexandria.setNow(Date.now());
  await alexandria.restart({ scenario: 'expiring' });
  await checkNow(other);
  const renewed = await settled([one, other], 'expiring', 8_000);
  release();
  await once(AbortSignal.timeout(1_000), 'abort');
  const after = await settled([one, other], 'expiring', 0);
  await one.unroute('**/admin/license');
  await alexandria.restart({ scenario: 'grace' });
  await checkNow(other);
  return [
    expectEqual(PART, 'while the answer of one tab is held up, the newer one of another is seen by', 2, renewed),
    expectEqual(PART, 'the older answer comes, and changes nothing in', 2, after),
  ];
}

/** Waits for a condition, at most so long; tells how long it took. */
async function until(condition: () => boolean, withinMs: number): Promise<number> {
  const start = Date.now();
  while (!condition() && Date.now() - start < withinMs) await once(AbortSignal.timeout(50), 'abort');
  return Date.now() - start;
}

async function settled(pages: readonly Page[], state: string, withinMs: number): Promise<number> {
  const deadline = Date.now() + withinMs;
  let seen = 0;
  do {
    const sights = await Promise.all(pages.map(look));
    seen = sights.filter((sight) => sight.state === state).length;
    await once(AbortSignal.timeout(100), 'abort');
  } while (seen < pages.length && Date.now() < deadline);
  return seen;
}

async function hide(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
}
