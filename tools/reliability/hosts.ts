import type { BrowserContext, Page } from 'playwright';
import type { Bench } from './Bench.js';
import { expectEqual, expectSight, type Outcome } from './Case.js';
import type { PageHandle } from './page/startPage.js';

const PART = 'hosts';
const GRACE = { state: 'grace', freshness: 'fresh' };
const WELL = { ...GRACE, words: 'Licensed features stop in' };
const HOUR = 3_600_000;

type Opened = { readonly context: BrowserContext; readonly page: Page; readonly errors: readonly string[] };

/** What hosts do with the package: mount it twice, take it away, render it on a server, load it twice, watch twice. */
export async function hostCases(bench: Bench): Promise<Outcome[]> {
  const rows = [strict, unmounted, session, loginPage, rendered, copies, watchedTwice, unwatched];
  const outcomes: Outcome[] = [];
  for (const row of rows) {
    bench.alexandria.setFault(null);
    bench.alexandria.setNow(Date.now());
    await bench.alexandria.restart({ scenario: 'grace' });
    const seen = await row(bench);
    for (const { right, name, predicted, seen: what } of seen.filter((outcome) => !outcome.right)) {
      console.log(`${right ? 'right' : 'WRONG'}  ${name}: ${predicted} / ${what}`);
    }
    outcomes.push(...seen);
  }
  return outcomes;
}

async function strict(bench: Bench): Promise<Outcome[]> {
  const before = bench.alexandria.asked();
  const { context, page, errors } = await open(bench, '/page.html');
  const outcomes = [
    await expectSight(PART, 'StrictMode, in React’s development build', page, WELL),
    expectEqual(PART, 'for which the API was asked', 1, bench.alexandria.asked() - before),
    expectEqual(PART, 'and React and the page complain of', 'nothing', said(errors)),
  ];
  await context.close();
  return outcomes;
}

async function unmounted(bench: Bench): Promise<Outcome[]> {
  const { context, page, errors } = await open(bench, '/page.html', true);
  await expectSight(PART, 'before', page, WELL);
  bench.alexandria.setFault('never-ending');
  const asked = bench.alexandria.asked();
  await call(page, (handle) => void handle.check());
  await until(() => bench.alexandria.asked() > asked);
  await call(page, (handle) => handle.unmount());
  const left = bench.alexandria.asked();
  await page.clock.runFor(HOUR);
  bench.alexandria.setFault(null);
  const outcomes = [
    expectEqual(PART, 'taken from the page while a check is under way: requests in the hour after', 0, bench.alexandria.asked() - left),
    expectEqual(PART, 'of which the page complains', 'nothing', said(errors)),
  ];
  await call(page, (handle) => handle.mount());
  outcomes.push(await expectSight(PART, 'and put back', page, WELL, 20_000));
  await context.close();
  return outcomes;
}

async function session(bench: Bench): Promise<Outcome[]> {
  const { context, page } = await open(bench, '/page.html', true);
  await expectSight(PART, 'before', page, WELL);
  bench.alexandria.setFault('unauthorized');
  await call(page, (handle) => handle.check());
  const ended = { state: 'grace', freshness: 'unauthorized', words: 'Sign in again' };
  const outcomes = [await expectSight(PART, '401 in the middle of a session', page, ended)];
  const asked = bench.alexandria.asked();
  await call(page, (handle) => handle.suggest());
  await page.evaluate(() => {
    for (const type of ['visibilitychange', 'focus', 'online']) window.dispatchEvent(new Event(type));
  });
  await page.clock.runFor(HOUR);
  outcomes.push(expectEqual(PART, 'then no loop: requests in an hour, with a focus and a 402', 0, bench.alexandria.asked() - asked));
  await call(page, (handle) => handle.check());
  outcomes.push(expectEqual(PART, 'and a second 401: signals to the host', 1, await call(page, (handle) => handle.signals())));
  bench.alexandria.setFault(null);
  await call(page, (handle) => handle.check());
  outcomes.push(await expectSight(PART, 'the session is back', page, WELL));
  bench.alexandria.setFault('unauthorized');
  await call(page, (handle) => handle.check());
  outcomes.push(expectEqual(PART, 'and ends again: signals to the host', 2, await call(page, (handle) => handle.signals())));
  await context.close();
  return outcomes;
}

async function loginPage(bench: Bench): Promise<Outcome[]> {
  const { context, page } = await open(bench, '/page.html');
  bench.alexandria.setFault('login-redirect');
  await call(page, (handle) => handle.check());
  const outcomes = [
    await expectSight(PART, 'a redirect to a login page', page, { state: 'grace', freshness: 'unauthorized', words: 'Sign in again' }),
    expectEqual(PART, 'and the server sees at the login page', 'nobody', bench.visited.includes('/login') ? 'a request' : 'nobody'),
  ];
  await context.close();
  return outcomes;
}

async function rendered(bench: Bench): Promise<Outcome[]> {
  const { context, page, errors } = await open(bench, '/rendered.html');
  const outcomes = [
    await expectSight(PART, 'rendered on a server, and hydrated', page, WELL),
    expectEqual(
      PART,
      'what React had to mend, and the page complains of',
      'nothing',
      said([...(await call(page, (handle) => [...handle.mended()])), ...errors]),
    ),
  ];
  // With a remembered banner, which the server knows nothing of.
  await page.reload();
  outcomes.push(
    await expectSight(PART, 'the same with something remembered', page, WELL),
    expectEqual(PART, 'what React had to mend then', 'nothing', said([...(await call(page, (handle) => [...handle.mended()])), ...errors])),
  );
  await context.close();
  return outcomes;
}

async function copies(bench: Bench): Promise<Outcome[]> {
  const before = bench.alexandria.asked();
  const { context, page, errors } = await open(bench, '/copies.html');
  await page.locator('#other [data-license-part="panel"][data-license-freshness="fresh"]').waitFor();
  const outcomes = [await expectSight(PART, 'two copies of the package in one page: the first', page, WELL)];
  const states = () =>
    page
      .locator('[data-license-part="panel"]')
      .evaluateAll((panels) => panels.map((panel) => panel.getAttribute('data-license-state')).join(', '));
  outcomes.push(expectEqual(PART, 'and both', 'grace, grace', await states()));
  const asked = bench.alexandria.asked() - before;
  outcomes.push(expectEqual(PART, 'for which the API was asked', 'at most twice', asked, asked <= 2));
  await bench.alexandria.restart({ scenario: 'expired' });
  await call(page, (handle) => handle.check());
  const seen = await settles(states, 'expired, grace');
  await page.evaluate('globalThis.otherPage.check()');
  outcomes.push(
    expectEqual(PART, 'each copy checks for itself: after a check of the first', 'expired, grace', seen),
    expectEqual(PART, 'and after one of the second', 'expired, expired', await settles(states, 'expired, expired')),
    expectEqual(PART, 'of which the page complains', 'nothing', said(errors)),
  );
  await context.close();
  return outcomes;
}

async function watchedTwice(bench: Bench): Promise<Outcome[]> {
  await bench.alexandria.restart({ scenario: 'expired' });
  const { context, page } = await open(bench, '/page.html');
  await expectSight(PART, 'before', page, { state: 'expired', freshness: 'fresh' });
  const answer = await call(page, (handle) => handle.ask('/scim/v2/Users', 2));
  const outcomes = [
    expectEqual(PART, 'a fetch that is watched twice gives the 402 to the host', '402 with its body', answer),
    expectEqual(PART, 'and raises notices', 1, Number(await settles(() => notices(page), '1'))),
  ];
  await context.close();
  return outcomes;
}

async function unwatched(bench: Bench): Promise<Outcome[]> {
  await bench.alexandria.restart({ scenario: 'expired' });
  const { context, page } = await open(bench, '/page.html');
  await expectSight(PART, 'before', page, { state: 'expired', freshness: 'fresh' });
  await call(page, (handle) => handle.watch());
  await call(page, (handle) => handle.watch());
  await call(page, (handle) => handle.fail('vault'));
  const outcomes = [
    expectEqual(PART, 'a query client that is watched twice: notices of a 402', '1', await settles(() => notices(page), '1')),
  ];
  await call(page, (handle) => handle.unwatch());
  await call(page, (handle) => handle.fail('scim'));
  // A watched one comes after it, so that the other had its time.
  await call(page, (handle) => handle.watch());
  await call(page, (handle) => handle.fail('multi_tenant'));
  outcomes.push(
    expectEqual(
      PART,
      'watched no more, and watched again: notices, without that of the time between',
      '2',
      await settles(() => notices(page), '2'),
    ),
  );
  await context.close();
  return outcomes;
}

async function open(bench: Bench, path: string, clock = false): Promise<Opened> {
  const context = await bench.person();
  const errors: string[] = [];
  const page = await bench.open(context, {
    path,
    before: async (opened) => {
      opened.on('pageerror', (error) => errors.push(String(error)));
      opened.on('console', (message) => {
        // The browser itself tells of each request that fails.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) errors.push(message.text());
      });
      if (clock) await opened.clock.install({ time: Date.now() });
    },
  });
  return { context, page, errors };
}

function call<T>(page: Page, use: (handle: PageHandle) => T | Promise<T>): Promise<T> {
  return page.evaluate(`(${use})(globalThis.licensePage)`);
}

const notices = async (page: Page) => {
  // A gate explains in place of its page, and is none of them.
  const found = page.locator('[data-license-part="notices"] [data-license-part="notice"]');
  const more = await page.getByRole('button', { name: /more feature/ }).count();
  return String((await found.count()) + more);
};

const said = (lines: readonly string[]) => (lines.length === 0 ? 'nothing' : lines.join('; ').slice(0, 300));

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!condition() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function settles(read: () => Promise<string>, wanted: string): Promise<string> {
  const deadline = Date.now() + 20_000;
  let seen = await read();
  while (seen !== wanted && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    seen = await read();
  }
  return seen;
}
