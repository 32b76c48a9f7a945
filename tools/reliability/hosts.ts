import type { BrowserContext, Page } from 'playwright';
import type { Bench } from './Bench.js';
import { expectEqual, expectSight, type Outcome } from './Case.js';
import type { PageHandle } from './page/startPage.js';

const PART = 'hosts';
const GRACE = { state: 'grace', freshness: 'fresh' };
const WELL = { ...GRACE, words: 'Licensed features stop in' };
const HOUR = 3_600_000;

type Opened = { readonly context: BrowserContext; readonly page: Page; readonly errors: readonly string[] };

/** Tests how host apps use the package: StrictMode, unmounting, server rendering, two copies, and watching twice. */
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
  const before = bench.alexandria.requestCount();
  const { context, page, errors } = await open(bench, '/page.html');
  const outcomes = [
    await expectSight(PART, 'StrictMode, in React’s development build', page, WELL),
    expectEqual(PART, 'StrictMode: license requests', 1, bench.alexandria.requestCount() - before),
    expectEqual(PART, 'StrictMode: errors of React and the page', 'nothing', textOf(errors)),
  ];
  await context.close();
  return outcomes;
}

async function unmounted(bench: Bench): Promise<Outcome[]> {
  const { context, page, errors } = await open(bench, '/page.html', true);
  await expectSight(PART, 'before', page, WELL);
  bench.alexandria.setFault('never-ending');
  const asked = bench.alexandria.requestCount();
  await call(page, (handle) => void handle.check());
  await until(() => bench.alexandria.requestCount() > asked);
  await call(page, (handle) => handle.unmount());
  const left = bench.alexandria.requestCount();
  await page.clock.runFor(HOUR);
  bench.alexandria.setFault(null);
  const outcomes = [
    expectEqual(PART, 'unmounted during a check: requests in the next hour', 0, bench.alexandria.requestCount() - left),
    expectEqual(PART, 'unmounted during a check: errors of the page', 'nothing', textOf(errors)),
  ];
  await call(page, (handle) => handle.mount());
  outcomes.push(await expectSight(PART, 'then mounted again', page, WELL, 20_000));
  await context.close();
  return outcomes;
}

async function session(bench: Bench): Promise<Outcome[]> {
  const { context, page } = await open(bench, '/page.html', true);
  await expectSight(PART, 'before', page, WELL);
  bench.alexandria.setFault('unauthorized');
  await call(page, (handle) => handle.check());
  const ended = { state: 'grace', freshness: 'unauthorized', words: 'Sign in again' };
  const outcomes = [await expectSight(PART, 'a 401 during a session', page, ended)];
  const asked = bench.alexandria.requestCount();
  await call(page, (handle) => handle.scheduleRefresh());
  await page.evaluate(() => {
    for (const type of ['visibilitychange', 'focus', 'online']) window.dispatchEvent(new Event(type));
  });
  await page.clock.runFor(HOUR);
  outcomes.push(
    expectEqual(PART, 'after the 401: requests in an hour, with a focus and a 402', 0, bench.alexandria.requestCount() - asked),
  );
  await call(page, (handle) => handle.check());
  outcomes.push(expectEqual(PART, 'a second 401: calls of onUnauthorized', 1, await call(page, (handle) => handle.signals())));
  bench.alexandria.setFault(null);
  await call(page, (handle) => handle.check());
  outcomes.push(await expectSight(PART, 'a new session', page, WELL));
  bench.alexandria.setFault('unauthorized');
  await call(page, (handle) => handle.check());
  outcomes.push(expectEqual(PART, 'a 401 in the new session: calls of onUnauthorized', 2, await call(page, (handle) => handle.signals())));
  await context.close();
  return outcomes;
}

async function loginPage(bench: Bench): Promise<Outcome[]> {
  const { context, page } = await open(bench, '/page.html');
  bench.alexandria.setFault('login-redirect');
  await call(page, (handle) => handle.check());
  const outcomes = [
    await expectSight(PART, 'a redirect to a login page', page, { state: 'grace', freshness: 'unauthorized', words: 'Sign in again' }),
    expectEqual(PART, 'requests to the login page', 'none', bench.visited.includes('/login') ? 'a request' : 'none'),
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
      'hydration: errors of React and the page',
      'nothing',
      textOf([...(await call(page, (handle) => [...handle.recoveredErrors()])), ...errors]),
    ),
  ];
  // The browser now has a remembered banner, which the server does not render.
  await page.reload();
  outcomes.push(
    await expectSight(PART, 'rendered on a server, and hydrated with a remembered state', page, WELL),
    expectEqual(
      PART,
      'hydration with a remembered state: errors of React and the page',
      'nothing',
      textOf([...(await call(page, (handle) => [...handle.recoveredErrors()])), ...errors]),
    ),
  );
  await context.close();
  return outcomes;
}

async function copies(bench: Bench): Promise<Outcome[]> {
  const before = bench.alexandria.requestCount();
  const { context, page, errors } = await open(bench, '/copies.html');
  await page.locator('#other [data-license-part="panel"][data-license-freshness="fresh"]').waitFor();
  const outcomes = [await expectSight(PART, 'two copies of the package on one page: the first', page, WELL)];
  const states = () =>
    page
      .locator('[data-license-part="panel"]')
      .evaluateAll((panels) => panels.map((panel) => panel.getAttribute('data-license-state')).join(', '));
  outcomes.push(expectEqual(PART, 'two copies: states of both', 'grace, grace', await states()));
  const asked = bench.alexandria.requestCount() - before;
  outcomes.push(expectEqual(PART, 'two copies: license requests', 'at most twice', asked, asked <= 2));
  await bench.alexandria.restart({ scenario: 'expired' });
  await call(page, (handle) => handle.check());
  const seen = await waitFor(states, 'expired, grace');
  await page.evaluate('globalThis.otherPage.check()');
  outcomes.push(
    expectEqual(PART, 'two copies: states after a check of the first', 'expired, grace', seen),
    expectEqual(PART, 'two copies: states after a check of the second', 'expired, expired', await waitFor(states, 'expired, expired')),
    expectEqual(PART, 'two copies: errors of the page', 'nothing', textOf(errors)),
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
    expectEqual(PART, 'a fetch that is watched twice returns the 402', '402 with its body', answer),
    expectEqual(PART, 'a fetch that is watched twice: notices', 1, Number(await waitFor(() => notices(page), '1'))),
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
    expectEqual(PART, 'a query client that is watched twice: notices of a 402', '1', await waitFor(() => notices(page), '1')),
  ];
  await call(page, (handle) => handle.unwatch());
  await call(page, (handle) => handle.fail('scim'));
  // The watched 402 follows the unwatched one, which therefore had time to raise a notice.
  await call(page, (handle) => handle.watch());
  await call(page, (handle) => handle.fail('multi_tenant'));
  outcomes.push(
    expectEqual(PART, 'unwatched, then watched again: notices, without the 402 in between', '2', await waitFor(() => notices(page), '2')),
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
        // The browser logs each failed request itself.
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
  // Counts only the stack of notices. A gate renders its own notice in place of a feature.
  const found = page.locator('[data-license-part="notices"] [data-license-part="notice"]');
  const more = await page.getByRole('button', { name: /^Show \d+ more$/ }).count();
  return String((await found.count()) + more);
};

const textOf = (lines: readonly string[]) => (lines.length === 0 ? 'nothing' : lines.join('; ').slice(0, 300));

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!condition() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function waitFor(read: () => Promise<string>, wanted: string): Promise<string> {
  const deadline = Date.now() + 20_000;
  let seen = await read();
  while (seen !== wanted && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    seen = await read();
  }
  return seen;
}
