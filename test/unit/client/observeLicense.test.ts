// @vitest-environment jsdom
import { focusManager, QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLicenseClient } from '../../../src/client/createLicenseClient.js';
import { licenseKeys } from '../../../src/client/licenseQueryOptions.js';
import { type ObservedLicense, observeLicense } from '../../../src/client/observeLicense.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const EXPIRES_AT = Date.UTC(2027, 4, 1);

let stop: () => void = () => undefined;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  stop();
  setVisible(true);
  vi.useRealTimers();
});

function setVisible(isVisible: boolean): void {
  Object.defineProperty(document, 'visibilityState', { value: isVisible ? 'visible' : 'hidden', configurable: true });
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}

type Answer = () => Response | Promise<Response>;

/** Observes a license that expires at `EXPIRES_AT`. The API returns `answers` in order, then the license. `from` is the API's time. */
function openPage({ from = EXPIRES_AT - 30 * DAY, answers = [] as Answer[], respondsAfter = 0 } = {}) {
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
  const views: ObservedLicense[] = [];
  const onView = (view: ObservedLicense) => void views.push(view);
  stop = observeLicense(client, queries, onView);
  const [observer] = client.internals.observers;
  if (observer === undefined) throw new Error('observeLicense registered no observer.');
  return {
    client,
    queries,
    sent,
    views,
    view: () => views.at(-1),
    scheduleRefresh: observer.scheduleRefresh,
    /** Unmounts and mounts again, by default with the same query client. */
    remount(next = queries) {
      stop();
      stop = observeLicense(client, next, onView);
    },
    /** Simulates sleep: the API's time and the wall clock advance, but the monotonic clock does not. */
    sleep(ms: number) {
      apiTime += ms;
      vi.setSystemTime(Date.now() + ms);
    },
  };
}

const body = { tier: 'enterprise', entitlements: ['oidc'], expires_at: new Date(EXPIRES_AT).toISOString() };
const fiveSecondsBeforeExpiry = () => Response.json(body, { headers: { date: new Date(EXPIRES_AT - 5 * SECOND).toUTCString() } });
const endless = () => Response.json({ tier: 'endless', entitlements: ['oidc'], expires_at: null });
const advance = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const failing =
  (status: number, headers: Record<string, string> = {}) =>
  () =>
    new Response(null, { status, headers });

describe('the view of a license', () => {
  it('keeps the same object through unchanged polls', async () => {
    const { views, sent } = openPage();
    await advance(SECOND);
    const count = new Set(views).size;
    await advance(5 * HOUR);
    expect(sent.length).toBeGreaterThan(17);
    expect(new Set(views).size).toBe(count);
  });

  it('changes the state at the expiry, without a poll', async () => {
    const { view, sent } = openPage({ from: EXPIRES_AT - 5 * SECOND });
    await advance(SECOND);
    const before = sent.length;
    await advance(3_999);
    expect(view()?.state).toBe('expiring');
    await advance(1);
    expect([view()?.state, sent.length]).toEqual(['grace', before]);
  });

  it('keeps the last license and reports the failure after a failed check', async () => {
    const { view, client } = openPage({ answers: [endless, failing(503)] });
    await advance(0);
    void client.refresh();
    await advance(0);
    expect(view()).toMatchObject({ state: 'active', freshness: 'server-error', license: { tier: 'endless' } });
  });

  it('drops the license after a 403', async () => {
    const { view, client } = openPage({ answers: [endless, failing(403)] });
    await advance(0);
    expect(view()?.license?.tier).toBe('endless');
    void client.refresh();
    await advance(0);
    expect(view()).toMatchObject({ state: 'unknown', freshness: 'forbidden', license: null });
  });
});

describe('a clock jump', () => {
  it.each([
    ['the machine sleeps for three days', 3 * DAY],
    ['the clock is set back three days', -3 * DAY],
  ])('keeps the state, stops the clock and checks at once after %s', async (_, by) => {
    const page = openPage({ from: EXPIRES_AT - 8 * DAY, respondsAfter: 2 * SECOND });
    await advance(5 * SECOND);
    expect(page.view()).toMatchObject({ state: 'active', freshness: 'fresh' });
    const before = page.sent.length;
    if (by > 0) page.sleep(by);
    else vi.setSystemTime(Date.now() + by);
    window.dispatchEvent(new Event('focus'));
    expect(page.view()).toMatchObject({ state: 'active', freshness: 'pending' });
    expect([page.view()?.clock.now(), page.view()?.clock.until(EXPIRES_AT)]).toEqual([null, null]);
    await advance(100);
    expect(page.sent.length).toBe(before + 1);
    await advance(3 * SECOND);
    expect(page.view()).toMatchObject({ state: by > 0 ? 'expiring' : 'active', freshness: 'fresh' });
    expect(page.view()?.clock.now()).not.toBeNull();
  });

  it('keeps the state after a clock jump until the next response, even past the expiry', async () => {
    const page = openPage({
      from: EXPIRES_AT - 5 * SECOND,
      answers: [fiveSecondsBeforeExpiry, failing(503), failing(503), failing(503), failing(503)],
    });
    await advance(SECOND);
    vi.setSystemTime(Date.now() + HOUR);
    window.dispatchEvent(new Event('focus'));
    await advance(12 * SECOND);
    expect(page.view()).toMatchObject({ state: 'expiring', freshness: 'server-error' });
  });

  it('checks again after a second jump', async () => {
    const page = openPage();
    await advance(SECOND);
    for (const jumps of [1, 2]) {
      page.sleep(3 * DAY);
      window.dispatchEvent(new Event('focus'));
      await advance(SECOND);
      expect([page.sent.length, page.view()?.freshness]).toEqual([1 + jumps, 'fresh']);
    }
  });

  it('tolerates a clock jump of 30 seconds', async () => {
    const page = openPage();
    await advance(0);
    vi.setSystemTime(Date.now() + 30 * SECOND);
    window.dispatchEvent(new Event('focus'));
    expect(page.view()?.freshness).toBe('fresh');
    vi.setSystemTime(Date.now() + 1);
    window.dispatchEvent(new Event('focus'));
    expect(page.view()?.freshness).toBe('pending');
  });

  it('detects a clock jump within 10 seconds and checks once, however often the window is focused', async () => {
    const page = openPage({ answers: [endless, failing(503), failing(503)] });
    await advance(0);
    page.sleep(3 * DAY);
    await advance(10 * SECOND + 50);
    expect(page.sent.length).toBe(2);
    for (let focus = 0; focus < 3; focus += 1) window.dispatchEvent(new Event('focus'));
    await advance(SECOND);
    expect(page.sent.length).toBe(2);
  });
});

describe('a check after an event', () => {
  it('sends one check for a burst of events', async () => {
    const { scheduleRefresh, sent } = openPage();
    await advance(SECOND);
    for (let each = 0; each < 1_000; each += 1) scheduleRefresh();
    await advance(10 * SECOND);
    expect(sent).toEqual([0, 1_050]);
  });

  it('sends one check after the running check ends', async () => {
    const { scheduleRefresh, sent } = openPage({ respondsAfter: 2 * SECOND });
    await advance(SECOND);
    scheduleRefresh();
    scheduleRefresh();
    await advance(10 * SECOND);
    expect(sent).toEqual([0, 2_000]);
  });

  it('delays a check while the page is hidden', async () => {
    const { scheduleRefresh, sent } = openPage();
    await advance(SECOND);
    setVisible(false);
    scheduleRefresh();
    await advance(10 * SECOND);
    expect(sent).toEqual([0]);
    setVisible(true);
    await advance(SECOND);
    expect(sent).toEqual([0, 11_050]);
  });

  it('sends no check after observing has stopped', async () => {
    const { scheduleRefresh, sent, client } = openPage();
    await advance(SECOND);
    scheduleRefresh();
    stop();
    await advance(DAY);
    expect(sent).toEqual([0]);
    await expect(client.refresh()).resolves.toBe(false);
  });

  it('checks on window focus if the last check is older than 30 seconds', async () => {
    const { sent } = openPage();
    await advance(30 * SECOND);
    window.dispatchEvent(new Event('focus'));
    await advance(SECOND);
    expect(sent).toEqual([0]);
    window.dispatchEvent(new Event('focus'));
    await advance(SECOND);
    expect(sent).toEqual([0, 31_050]);
  });

  it('sends one check if the page becomes visible and focused together', async () => {
    const { sent } = openPage();
    await advance(SECOND);
    setVisible(false);
    await advance(10 * MINUTE);
    setVisible(true);
    await advance(5);
    window.dispatchEvent(new Event('focus'));
    await advance(10 * SECOND);
    expect(sent.length).toBe(2);
  });
});

describe('a hidden page', () => {
  it('sends nothing while the page is hidden, also at first', async () => {
    setVisible(false);
    const { sent } = openPage();
    await advance(DAY);
    window.dispatchEvent(new Event('online'));
    window.dispatchEvent(new Event('focus'));
    await advance(DAY);
    expect(sent).toEqual([]);
    setVisible(true);
    await advance(50);
    expect(sent.length).toBe(1);
    setVisible(false);
    await advance(DAY);
    for (const type of ['offline', 'online']) window.dispatchEvent(new Event(type));
    await advance(DAY);
    expect(sent.length).toBe(1);
  });
});

describe('refresh', () => {
  it('resolves to true only if the license was read', async () => {
    const { client } = openPage({ answers: [failing(500), failing(500)] });
    await advance(0);
    const results: boolean[] = [];
    for (let call = 0; call < 2; call += 1) {
      void client.refresh().then((read) => results.push(read));
      await advance(0);
    }
    expect(results).toEqual([false, true]);
  });

  it('resumes after a 401, and nothing else does', async () => {
    const page = openPage({ answers: [failing(401)] });
    await advance(0);
    page.scheduleRefresh();
    window.dispatchEvent(new Event('focus'));
    setVisible(false);
    setVisible(true);
    await advance(DAY);
    page.remount();
    await advance(DAY);
    expect([page.sent.length, page.view()?.freshness]).toEqual([1, 'unauthorized']);
    void page.client.refresh();
    await advance(0);
    expect([page.sent.length, page.view()?.freshness]).toEqual([2, 'fresh']);
    await advance(HOUR);
    expect(page.sent.length).toBeGreaterThan(4);
  });

  it('is blocked during the Retry-After of a 429, but not of a 503', async () => {
    const page = openPage({ answers: [failing(429, { 'retry-after': '600' }), failing(503, { 'retry-after': '600' })] });
    await advance(SECOND);
    await expect(page.client.refresh()).resolves.toBe(false);
    expect(page.sent.length).toBe(1);
    await advance(11 * MINUTE);
    expect([page.sent.length, page.view()?.freshness]).toEqual([2, 'server-error']);
    void page.client.refresh();
    await advance(0);
    expect([page.sent.length, page.view()?.freshness]).toEqual([3, 'fresh']);
  });

  it('resolves with the result of the newer request if that replaced its own', async () => {
    const { client, sent } = openPage({ respondsAfter: 2 * SECOND });
    await advance(5 * SECOND);
    const results: boolean[] = [];
    void client.refresh().then((read) => results.push(read));
    await advance(SECOND);
    void client.refresh().then((read) => results.push(read));
    await advance(3 * SECOND);
    expect([results, sent.length]).toEqual([[true, true], 3]);
  });

  it('works after the app has cleared the query cache', async () => {
    const page = openPage();
    await advance(0);
    page.queries.clear();
    void page.client.refresh();
    await advance(0);
    expect([page.sent.length, page.view()?.freshness, page.queries.getQueryCache().getAll().length]).toEqual([2, 'fresh', 1]);
  });
});

it('polls within 6 seconds after the app cancelled the first check', async () => {
  const page = openPage({ respondsAfter: 100 });
  await advance(10);
  void page.queries.cancelQueries();
  await advance(6 * SECOND);
  expect(page.view()?.freshness).toBe('fresh');
});

it('clears all timers when observing stops', async () => {
  const { scheduleRefresh, queries } = openPage();
  await advance(SECOND);
  scheduleRefresh();
  stop();
  queries.clear();
  expect(vi.getTimerCount()).toBe(0);
});

describe('when the app changes the query', () => {
  const drops: readonly (readonly [string, (page: ReturnType<typeof openPage>) => unknown])[] = [
    ['resetQueries()', ({ queries }) => queries.resetQueries()],
    ['invalidateQueries()', ({ queries }) => queries.invalidateQueries()],
    [
      'clear() and another mount',
      (page) => {
        page.queries.clear();
        page.remount();
      },
    ],
    [
      '6 minutes on another route',
      async (page) => {
        stop();
        await advance(6 * MINUTE);
        page.remount();
      },
    ],
    ['another query client', (page) => page.remount(new QueryClient())],
  ];

  it.each(drops.flatMap(([name, drop]) => ['401', '403', '429'].map((status) => [status, name, drop] as const)))(
    'sends nothing after a %s because of %s',
    async (status, _, drop) => {
      const page = openPage({ answers: [endless, failing(Number(status), { 'retry-after': '600' })] });
      await advance(0);
      void page.client.refresh();
      await advance(SECOND);
      await drop(page);
      await advance(3 * MINUTE);
      expect(page.sent.length).toBe(2);
    },
  );

  it.each([
    ['before the first response', 0],
    ['with a license', 1],
  ])('continues polling after cancelQueries() without revert, %s', async (_, responses) => {
    const page = openPage({ respondsAfter: 100 });
    await advance(responses * SECOND);
    if (responses > 0) void page.client.refresh();
    await advance(10);
    void page.queries.cancelQueries({}, { revert: false });
    await advance(20 * MINUTE);
    expect(page.sent.length).toBeGreaterThan(2);
    expect(page.view()).toMatchObject({ state: 'active', freshness: 'fresh' });
  });

  it('polls after a refresh() that the app cancelled', async () => {
    const page = openPage({ answers: [failing(401)], respondsAfter: 100 });
    await advance(SECOND);
    void page.client.refresh();
    await advance(10);
    void page.queries.cancelQueries();
    await advance(MINUTE);
    expect(page.view()).toMatchObject({ state: 'active', freshness: 'fresh' });
  });
});

it('recovers if the clocks diverge, and agree again before the response', async () => {
  const page = openPage({ from: EXPIRES_AT - 7 * DAY - 2 * HOUR, respondsAfter: SECOND });
  await advance(2 * SECOND);
  vi.setSystemTime(Date.now() + HOUR);
  window.dispatchEvent(new Event('focus'));
  await advance(100);
  expect(page.view()?.freshness).toBe('pending');
  vi.setSystemTime(Date.now() - HOUR);
  await advance(5 * SECOND);
  expect(page.view()).toMatchObject({ state: 'active', freshness: 'fresh' });
  await advance(2 * HOUR);
  expect(page.view()?.state).toBe('expiring');
});

it('keeps the state of diverged clocks through another mount', async () => {
  const page = openPage({ from: EXPIRES_AT - 5 * SECOND, answers: [fiveSecondsBeforeExpiry, failing(503), failing(503), failing(503)] });
  await advance(SECOND);
  vi.setSystemTime(Date.now() + HOUR);
  window.dispatchEvent(new Event('focus'));
  await advance(8 * SECOND);
  page.remount();
  await advance(SECOND);
  expect(page.view()?.state).toBe('expiring');
});

it('resumes by refresh() without a mounted observer', async () => {
  const page = openPage({ answers: [failing(401)] });
  await advance(0);
  stop();
  await expect(page.client.refresh()).resolves.toBe(false);
  page.remount();
  await advance(SECOND);
  expect(page.view()?.freshness).toBe('fresh');
});

it('keeps the license while a page that mounted hidden is hidden', async () => {
  const page = openPage();
  await advance(SECOND);
  stop();
  setVisible(false);
  page.remount();
  await advance(HOUR);
  expect([page.sent.length, page.view()?.license?.tier]).toEqual([1, 'enterprise']);
});

it('shows no other state between two 403s', async () => {
  const page = openPage({ answers: [endless, failing(403), failing(403)] });
  await advance(0);
  void page.client.refresh();
  await advance(SECOND);
  page.views.length = 0;
  void page.client.refresh();
  await advance(SECOND);
  expect([...new Set(page.views.map(({ freshness }) => freshness))]).toEqual(['forbidden']);
});

describe('without a readable Date', () => {
  const dateless =
    (body: object, headers: Record<string, string> = {}) =>
    () =>
      Response.json(body, { headers });
  const license = { tier: 'enterprise', entitlements: ['oidc'], expires_at: new Date(EXPIRES_AT).toISOString() };

  it.each([
    ['after the expiry on the last day', HOUR, { days_remaining: 0, grace_remaining_seconds: 0 }, 'expiring'],
    ['after the expiry with one day left', HOUR, { days_remaining: 1, grace_remaining_seconds: 0 }, 'expiring'],
    ['a week before the expiry with eight days left', -7 * DAY + HOUR, { days_remaining: 8, grace_remaining_seconds: 0 }, 'active'],
  ])('the state does not flap on a browser whose clock is %s', async (_, offset, numbers, state) => {
    const answers = Array.from({ length: 200 }, () => dateless({ ...license, ...numbers }));
    const page = openPage({ from: EXPIRES_AT + offset, answers });
    await advance(2 * HOUR);
    expect(page.sent.length).toBeGreaterThan(10);
    expect([...new Set(page.views.map((view) => view.state))].filter((seen) => seen !== 'unknown')).toEqual([state]);
  });

  it('Age does not add up over the polls', async () => {
    const answers = Array.from({ length: 50 }, () => dateless(license, { age: '86400' }));
    const page = openPage({ from: EXPIRES_AT - 60 * DAY, answers });
    await advance(10 * HOUR);
    expect(page.view()?.state).toBe('active');
    expect(Math.abs((page.view()?.clock.now() ?? 0) - (EXPIRES_AT - 60 * DAY + 10 * HOUR))).toBeLessThan(5 * SECOND);
  });
});

describe('the page of an app that overrides TanStack', () => {
  afterEach(() => focusManager.setFocused(undefined));

  it('polls by its visibility, whatever the focusManager says', async () => {
    const page = openPage();
    focusManager.setFocused(false);
    await advance(2 * HOUR);
    const whileVisible = page.sent.length;
    expect(whileVisible).toBeGreaterThan(6);
    focusManager.setFocused(true);
    setVisible(false);
    await advance(2 * HOUR);
    expect(page.sent.length).toBe(whileVisible);
  });

  it('sends one request for ten returns to the page while checks fail', async () => {
    const page = openPage({ answers: [endless, ...Array.from({ length: 20 }, () => failing(503))] });
    await advance(20 * MINUTE);
    const before = page.sent.length;
    for (let returns = 0; returns < 10; returns += 1) {
      setVisible(false);
      setVisible(true);
      await advance(SECOND);
    }
    expect(page.sent.length - before).toBeLessThanOrEqual(1);
  });

  it.each(['rubbish', {}, 0, [], null])('survives %j in the cache under its key', async (rubbish) => {
    const page = openPage();
    await advance(0);
    page.queries.setQueryData(licenseKeys.license(page.client), rubbish);
    await advance(20 * SECOND);
    expect(page.view()).toMatchObject({ state: 'active', freshness: 'fresh' });
  });

  it.each(['clear', 'removeQueries'])('keeps the license after %s() if the next check fails', async (name) => {
    const page = openPage({ answers: [endless, failing(503)] });
    await advance(0);
    if (name === 'clear') page.queries.clear();
    else page.queries.removeQueries();
    void page.client.refresh();
    await advance(SECOND);
    expect(page.view()).toMatchObject({ state: 'active', freshness: 'server-error' });
  });

  it('does not back off longer because the app invalidates while checks fail', async () => {
    const page = openPage({ answers: Array.from({ length: 60 }, () => failing(503)) });
    for (let call = 0; call < 50; call += 1) {
      await advance(20);
      void page.queries.invalidateQueries();
    }
    expect(page.view()?.error?.failures).toBe(1);
  });
});

it('returns the age of the last response after the clock was set back, and after a sleep', async () => {
  const page = openPage({ answers: [endless, ...Array.from({ length: 500 }, () => failing(503))] });
  await advance(0);
  vi.setSystemTime(Date.now() - 3 * DAY);
  await advance(10 * HOUR);
  expect(page.view()?.age.now()).toBeGreaterThanOrEqual(10 * HOUR);
  vi.setSystemTime(Date.now() + 6 * DAY);
  expect(page.view()?.age.now()).toBe(3 * DAY + 10 * HOUR);
});
