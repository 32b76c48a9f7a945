// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLicenseClient } from '../../../src/client/createLicenseClient.js';
import { type LicenseView, observeLicense } from '../../../src/client/observeLicense.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const E = Date.UTC(2027, 4, 1);

let stop: () => void = () => undefined;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  stop();
  show(true);
  vi.useRealTimers();
});

function show(isVisible: boolean): void {
  Object.defineProperty(document, 'visibilityState', { value: isVisible ? 'visible' : 'hidden', configurable: true });
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}

type Answer = () => Response | Promise<Response>;

/** A page on an API whose license expires at E. `answers` come first, in order; `from` is the API's time. */
function openPage({ from = E - 30 * DAY, answers = [] as Answer[], respondsAfter = 0 } = {}) {
  vi.setSystemTime(from);
  let apiTime = from - performance.now();
  const sent: number[] = [];
  const opened = performance.now();
  const fetch = async () => {
    sent.push(performance.now() - opened);
    if (respondsAfter > 0) await new Promise((resolve) => setTimeout(resolve, respondsAfter));
    const now = apiTime + performance.now();
    return answers.shift()?.() ?? Response.json(body, { headers: { date: new Date(now).toUTCString() } });
  };
  const client = createLicenseClient({ baseUrl: '', scope: 'ada', storage: null, fetch });
  const queries = new QueryClient();
  const views: LicenseView[] = [];
  const onView = (view: LicenseView) => void views.push(view);
  stop = observeLicense(client, queries, onView);
  const [observer] = client.internals.observers;
  if (observer === undefined) throw new Error('The observer registers itself.');
  return {
    client,
    queries,
    onView,
    sent,
    views,
    view: () => views.at(-1),
    checkSoon: observer.checkSoon,
    /** The machine sleeps: the API's time and the wall clock go on, the monotonic clock stands. */
    sleep(ms: number) {
      apiTime += ms;
      vi.setSystemTime(Date.now() + ms);
    },
  };
}

const body = { tier: 'enterprise', entitlements: ['oidc'], expires_at: new Date(E).toISOString() };
const ending = () => Response.json(body, { headers: { date: new Date(E - 5 * SECOND).toUTCString() } });
const endless = () => Response.json({ tier: 'endless', entitlements: ['oidc'], expires_at: null });
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const fail =
  (status: number, headers: Record<string, string> = {}) =>
  () =>
    new Response(null, { status, headers });

describe('the view of a license', () => {
  it('is the same object through unchanged polls', async () => {
    const { views, sent } = openPage();
    await pass(SECOND);
    const count = new Set(views).size;
    await pass(5 * HOUR);
    expect(sent.length).toBeGreaterThan(17);
    expect(new Set(views).size).toBe(count);
  });

  it('changes state at its instant, without a poll', async () => {
    const { view, sent } = openPage({ from: E - 5 * SECOND });
    await pass(SECOND);
    const before = sent.length;
    await pass(3_999);
    expect(view()?.state).toBe('expiring');
    await pass(1);
    expect([view()?.state, sent.length]).toEqual(['grace', before]);
  });

  it('keeps the last license with the reason of the failure', async () => {
    const { view, client } = openPage({ answers: [endless, fail(503)] });
    await pass(0);
    void client.refresh();
    await pass(0);
    expect(view()).toMatchObject({ state: 'active', freshness: 'server-error', license: { tier: 'endless' } });
  });

  it('drops the license at a 403', async () => {
    const { view, client } = openPage({ answers: [endless, fail(403)] });
    await pass(0);
    expect(view()?.license?.tier).toBe('endless');
    void client.refresh();
    await pass(0);
    expect(view()).toMatchObject({ state: 'unknown', freshness: 'forbidden', license: null });
  });
});

describe('a clock jump', () => {
  it.each([
    ['a sleep of three days', 3 * DAY],
    ['a clock that is set three days back', -3 * DAY],
  ])('after %s keeps the state without a countdown, and checks at once', async (_, by) => {
    const page = openPage({ from: E - 8 * DAY, respondsAfter: 2 * SECOND });
    await pass(5 * SECOND);
    expect(page.view()).toMatchObject({ state: 'active', freshness: 'fresh' });
    const before = page.sent.length;
    if (by > 0) page.sleep(by);
    else vi.setSystemTime(Date.now() + by);
    window.dispatchEvent(new Event('focus'));
    expect(page.view()).toMatchObject({ state: 'active', freshness: 'pending' });
    expect([page.view()?.clock.now(), page.view()?.clock.until(E)]).toEqual([null, null]);
    await pass(100);
    expect(page.sent.length).toBe(before + 1);
    await pass(3 * SECOND);
    expect(page.view()).toMatchObject({ state: by > 0 ? 'expiring' : 'active', freshness: 'fresh' });
    expect(page.view()?.clock.now()).not.toBeNull();
  });

  it('keeps the state until the next response, although the monotonic clock passes the expiry', async () => {
    const page = openPage({ from: E - 5 * SECOND, answers: [ending, fail(503), fail(503), fail(503), fail(503)] });
    await pass(SECOND);
    vi.setSystemTime(Date.now() + HOUR);
    window.dispatchEvent(new Event('focus'));
    await pass(12 * SECOND);
    expect(page.view()).toMatchObject({ state: 'expiring', freshness: 'server-error' });
  });

  it('is followed by another check if it happens again', async () => {
    const page = openPage();
    await pass(SECOND);
    for (const jumps of [1, 2]) {
      page.sleep(3 * DAY);
      window.dispatchEvent(new Event('focus'));
      await pass(SECOND);
      expect([page.sent.length, page.view()?.freshness]).toEqual([1 + jumps, 'fresh']);
    }
  });

  it('of 30 seconds is none', async () => {
    const page = openPage();
    await pass(0);
    vi.setSystemTime(Date.now() + 30 * SECOND);
    window.dispatchEvent(new Event('focus'));
    expect(page.view()?.freshness).toBe('fresh');
    vi.setSystemTime(Date.now() + 1);
    window.dispatchEvent(new Event('focus'));
    expect(page.view()?.freshness).toBe('pending');
  });

  it('is found within 10 seconds, and checked once however often the window gets the focus', async () => {
    const page = openPage({ answers: [endless, fail(503), fail(503)] });
    await pass(0);
    page.sleep(3 * DAY);
    await pass(10 * SECOND + 50);
    expect(page.sent.length).toBe(2);
    for (let focus = 0; focus < 3; focus += 1) window.dispatchEvent(new Event('focus'));
    await pass(SECOND);
    expect(page.sent.length).toBe(2);
  });
});

describe('a check after an event', () => {
  it('is sent once for a burst', async () => {
    const { checkSoon, sent } = openPage();
    await pass(SECOND);
    for (let each = 0; each < 1_000; each += 1) checkSoon();
    await pass(10 * SECOND);
    expect(sent).toEqual([0, 1_050]);
  });

  it('begins after the one that is under way, and once', async () => {
    const { checkSoon, sent } = openPage({ respondsAfter: 2 * SECOND });
    await pass(SECOND);
    checkSoon();
    checkSoon();
    await pass(10 * SECOND);
    expect(sent).toEqual([0, 2_000]);
  });

  it('waits while the page is hidden', async () => {
    const { checkSoon, sent } = openPage();
    await pass(SECOND);
    show(false);
    checkSoon();
    await pass(10 * SECOND);
    expect(sent).toEqual([0]);
    show(true);
    await pass(SECOND);
    expect(sent).toEqual([0, 11 * SECOND]);
  });

  it('is never sent after the page was left', async () => {
    const { checkSoon, sent, client } = openPage();
    await pass(SECOND);
    checkSoon();
    stop();
    await pass(DAY);
    expect(sent).toEqual([0]);
    await expect(client.refresh()).resolves.toBe(false);
  });

  it('follows the focus of a window that was visible, if the last check is older than 30 seconds', async () => {
    const { sent } = openPage();
    await pass(30 * SECOND);
    window.dispatchEvent(new Event('focus'));
    await pass(SECOND);
    expect(sent).toEqual([0]);
    window.dispatchEvent(new Event('focus'));
    await pass(SECOND);
    expect(sent).toEqual([0, 31_050]);
  });

  it('serves the focus event together with the visibility that came with it', async () => {
    const { sent } = openPage();
    await pass(SECOND);
    show(false);
    await pass(10 * MINUTE);
    show(true);
    await pass(5);
    window.dispatchEvent(new Event('focus'));
    await pass(10 * SECOND);
    expect(sent.length).toBe(2);
  });
});

describe('a hidden page', () => {
  it('sends nothing before it was visible, and polls only while it is', async () => {
    show(false);
    const { sent } = openPage();
    await pass(DAY);
    window.dispatchEvent(new Event('online'));
    window.dispatchEvent(new Event('focus'));
    await pass(DAY);
    expect(sent).toEqual([]);
    show(true);
    await pass(0);
    expect(sent.length).toBe(1);
    show(false);
    await pass(DAY);
    for (const type of ['offline', 'online']) window.dispatchEvent(new Event(type));
    await pass(DAY);
    expect(sent.length).toBe(1);
  });
});

describe('refresh', () => {
  it('resolves to whether the license was read', async () => {
    const { client } = openPage({ answers: [fail(500), fail(500)] });
    await pass(0);
    const results: boolean[] = [];
    for (let call = 0; call < 2; call += 1) {
      void client.refresh().then((read) => results.push(read));
      await pass(0);
    }
    expect(results).toEqual([false, true]);
  });

  it('resumes after a 401, which nothing else does', async () => {
    const page = openPage({ answers: [fail(401)] });
    await pass(0);
    page.checkSoon();
    window.dispatchEvent(new Event('focus'));
    show(false);
    show(true);
    await pass(DAY);
    stop();
    stop = observeLicense(page.client, page.queries, page.onView);
    await pass(DAY);
    expect([page.sent.length, page.view()?.freshness]).toEqual([1, 'unauthorized']);
    void page.client.refresh();
    await pass(0);
    expect([page.sent.length, page.view()?.freshness]).toEqual([2, 'fresh']);
    await pass(HOUR);
    expect(page.sent.length).toBeGreaterThan(4);
  });

  it('never breaks the Retry-After of a 429, and may break that of a 503', async () => {
    const page = openPage({ answers: [fail(429, { 'retry-after': '600' }), fail(503, { 'retry-after': '600' })] });
    await pass(SECOND);
    await expect(page.client.refresh()).resolves.toBe(false);
    expect(page.sent.length).toBe(1);
    await pass(11 * MINUTE);
    expect([page.sent.length, page.view()?.freshness]).toEqual([2, 'server-error']);
    void page.client.refresh();
    await pass(0);
    expect([page.sent.length, page.view()?.freshness]).toEqual([3, 'fresh']);
  });

  it('resolves to the outcome of the request that replaced its own', async () => {
    const { client, sent } = openPage({ respondsAfter: 2 * SECOND });
    await pass(5 * SECOND);
    const results: boolean[] = [];
    void client.refresh().then((read) => results.push(read));
    await pass(SECOND);
    void client.refresh().then((read) => results.push(read));
    await pass(3 * SECOND);
    expect([results, sent.length]).toEqual([[true, true], 3]);
  });

  it('works after the app cleared its query cache', async () => {
    const page = openPage();
    await pass(0);
    page.queries.clear();
    void page.client.refresh();
    await pass(0);
    expect([page.sent.length, page.view()?.freshness, page.queries.getQueryCache().getAll().length]).toEqual([2, 'fresh', 1]);
  });
});

it('polls within 6 seconds after the app cancelled the first check', async () => {
  const page = openPage({ respondsAfter: 100 });
  await pass(10);
  void page.queries.cancelQueries();
  await pass(6 * SECOND);
  expect(page.view()?.freshness).toBe('fresh');
});

it('leaves no timer behind', async () => {
  const { checkSoon, queries } = openPage();
  await pass(SECOND);
  checkSoon();
  stop();
  queries.clear();
  expect(vi.getTimerCount()).toBe(0);
});
