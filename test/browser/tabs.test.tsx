import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { createLicenseClient, type LicenseClient, licenseKeys } from '../../src/client.js';
import { LicensePanel, LicenseProvider, type LicenseRole } from '../../src/index.js';
import { part } from '../support/renderDashboard.js';

// Two providers on one page stand for two tabs: locks and channels don't tell the difference.

const NAME = `alexandria-license:${JSON.stringify(['', 'ada'])}`;
const BODY = { tier: 'enterprise', entitlements: ['oidc'], expires_at: null, days_remaining: 0, grace_remaining_seconds: 0 };
const opened: BroadcastChannel[] = [];

afterEach(() => {
  for (const channel of opened.splice(0)) channel.close();
});

function channel(): BroadcastChannel {
  const other = new BroadcastChannel(NAME);
  opened.push(other);
  return other;
}

async function openTab(role: LicenseRole = 'admin', answer: () => Promise<Response> = async () => Response.json(BODY)) {
  let requests = 0;
  const fetch = () => {
    requests += 1;
    return answer();
  };
  const client = createLicenseClient({ baseUrl: '', scope: 'ada', fetch });
  const queryClient = new QueryClient();
  const screen = await render(
    <LicenseProvider client={client} role={role} queryClient={queryClient}>
      <LicensePanel />
    </LicenseProvider>,
  );
  return { client, queryClient, screen, requests: () => requests, license: () => queryClient.getQueryData(licenseKeys.license(client)) };
}

type Tab = Awaited<ReturnType<typeof openTab>>;

/** What other tabs hear, once this page has said something that they would hear, too. */
async function afterMessages(): Promise<void> {
  const mark = new BroadcastChannel('mark');
  const heard = new BroadcastChannel('mark');
  opened.push(mark, heard);
  await new Promise((resolve) => {
    heard.onmessage = resolve;
    mark.postMessage('mark');
  });
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const slowly = (ms: number) => async () => {
  await pause(ms);
  return Response.json(BODY);
};
const denied = (): never => {
  throw new DOMException('denied', 'SecurityError');
};
const message = (part: object = {}) => ({ kind: 'answer', body: BODY, date: null, askedAt: Date.now(), sentAt: Date.now(), ...part });
const knows = (client: LicenseClient) => expect.poll(() => client.license()?.tier);

describe('the tabs of a browser', () => {
  it('ask once: the second hears from the first', async () => {
    const first = await openTab();
    await knows(first.client).toBe('enterprise');
    const second = await openTab();
    await knows(second.client).toBe('enterprise');
    expect([first.requests(), second.requests(), second.client.follows()]).toEqual([1, 0, true]);
  });

  it('hear what the one that polls reads, also that it reads nothing', async () => {
    let answer = async () => Response.json(BODY);
    const first = await openTab('admin', () => answer());
    await knows(first.client).toBe('enterprise');
    const second = await openTab();
    await knows(second.client).toBe('enterprise');
    answer = async () => Response.json({ ...BODY, tier: 'renewed' });
    first.client.requestCheck();
    await knows(second.client).toBe('renewed');
    answer = async () => new Response(null, { status: 503 });
    first.client.requestCheck();
    await expect
      .poll(() => second.queryClient.getQueryState(licenseKeys.license(second.client))?.error)
      .toMatchObject({ code: 'server-error' });
    expect(second.requests()).toBe(0);
  });

  it('keep a 401 to themselves, and the one that got it lets another poll', async () => {
    let answer = async () => Response.json(BODY);
    const first = await openTab('admin', () => answer());
    await knows(first.client).toBe('enterprise');
    const second = await openTab();
    await knows(second.client).toBe('enterprise');
    answer = async () => new Response(null, { status: 401 });
    first.client.requestCheck();
    await expect.poll(() => second.client.follows()).toBe(false);
    expect(second.queryClient.getQueryState(licenseKeys.license(second.client))?.status).toBe('success');
  });

  it('of members join nobody: they tell nothing and hear nothing', async () => {
    const heard: unknown[] = [];
    channel().onmessage = ({ data }) => heard.push(data);
    const member = await openTab('member');
    channel().postMessage(message());
    await afterMessages();
    expect([member.license(), member.client.license(), member.requests()]).toEqual([undefined, null, 0]);
    expect(heard).toEqual([message({ askedAt: expect.any(Number), sentAt: expect.any(Number) })]);
    expect(part('panel')?.dataset['licenseState']).toBe('unknown');
  });

  it('of another person, or another API, hear nothing', async () => {
    const other = createLicenseClient({ baseUrl: '', scope: 'eve', fetch: () => new Promise(() => undefined) });
    await render(
      <LicenseProvider client={other} role="admin" queryClient={new QueryClient()}>
        {null}
      </LicenseProvider>,
    );
    channel().postMessage(message());
    await afterMessages();
    expect(other.license()).toBeNull();
  });

  it.each([
    ['no message', 'hello'],
    ['a body that is no license', message({ body: { tier: 'enterprise' } })],
    ['a state in place of a body', message({ body: { state: 'active' } })],
    ['a Date that is none', message({ date: 'soon' })],
    ['no time of sending', message({ sentAt: undefined })],
    ['an answer of half a minute ago', message({ sentAt: Date.now() - 31_000 })],
    ['an answer of tomorrow', message({ sentAt: Date.now() + 86_400_000 })],
    ['no time of asking', message({ askedAt: undefined })],
    ['an answer that was asked for after it was sent', message({ askedAt: Date.now() + 590_000 })],
    ['a failure of another session', { kind: 'failure', code: 'forbidden', retryAfterMs: null, askedAt: Date.now(), sentAt: Date.now() }],
    ['a failure that is none', { kind: 'failure', code: 'expired', retryAfterMs: null, askedAt: Date.now(), sentAt: Date.now() }],
    [
      'a failure that asks to wait for no time',
      { kind: 'failure', code: 'rate-limited', retryAfterMs: -1, askedAt: Date.now(), sentAt: Date.now() },
    ],
  ])('believe no other script: %s', async (_, data) => {
    const tab = await openTab('admin', () => new Promise(() => undefined));
    channel().postMessage(data);
    await afterMessages();
    expect(tab.client.license()).toBeNull();
    expect(part('panel')?.dataset['licenseFreshness']).toBe('pending');
  });

  it('count the time that a message has been on its way', async () => {
    const tab = await openTab('admin', () => new Promise(() => undefined));
    const date = Date.UTC(2027, 3, 1);
    const body = { ...BODY, expires_at: new Date(date + 86_400_000).toISOString(), days_remaining: 1 };
    channel().postMessage(message({ body, date, askedAt: Date.now() - 10_000, sentAt: Date.now() - 10_000 }));
    await knows(tab.client).toBe('enterprise');
    const late = (tab.client.clock.now() ?? 0) - date;
    expect(late).toBeGreaterThanOrEqual(10_000);
    expect(late).toBeLessThan(12_000);
  });

  it('say the license fields of the body, and nothing else that it held', async () => {
    const heard: unknown[] = [];
    channel().onmessage = ({ data }) => heard.push(data);
    const tab = await openTab('admin', async () => Response.json({ ...BODY, token: 'secret', key: 'secret' }));
    await knows(tab.client).toBe('enterprise');
    await expect.poll(() => heard.length).toBeGreaterThan(0);
    expect(JSON.stringify(heard)).toContain('enterprise');
    expect(JSON.stringify(heard)).not.toContain('secret');
  });

  it('poll each for itself where the browser has no channels', async () => {
    const { BroadcastChannel } = window;
    Reflect.deleteProperty(window, 'BroadcastChannel');
    try {
      const [first, second] = [await openTab(), await openTab()];
      await knows(first.client).toBe('enterprise');
      await knows(second.client).toBe('enterprise');
      expect([first.requests(), second.requests()]).toEqual([1, 1]);
    } finally {
      Object.assign(window, { BroadcastChannel });
    }
  });

  it('ask once also where the API takes its time, and they open together', async () => {
    // Longer than any of them waits for a tab that says nothing.
    const answer = slowly(2_500);
    const tabs: Tab[] = [];
    while (tabs.length < 5) tabs.push(await openTab('admin', answer));
    for (const { client } of tabs) await knows(client).toBe('enterprise');
    await pause(200);
    expect(tabs.reduce((sum, tab) => sum + tab.requests(), 0)).toBe(1);
  });

  it('wait for the one that takes over when the one that was asked is gone', async () => {
    const first = await openTab('admin', () => new Promise(() => undefined));
    await expect.poll(first.requests).toBe(1);
    const rest: Tab[] = [];
    while (rest.length < 3) rest.push(await openTab('admin', slowly(300)));
    await pause(100);
    await first.screen.unmount();
    for (const { client } of rest) await knows(client).toBe('enterprise');
    expect(rest.reduce((sum, tab) => sum + tab.requests(), 0)).toBe(1);
  });

  it('keep the newest of answers that come out of order', async () => {
    let tier = 'old';
    const first = await openTab('admin', async () => Response.json({ ...BODY, tier }));
    await knows(first.client).toBe('old');
    const late: (() => void)[] = [];
    const second = await openTab(
      'admin',
      () => new Promise((resolve) => late.push(() => resolve(Response.json({ ...BODY, tier: 'old' })))),
    );
    await knows(second.client).toBe('old');
    second.client.requestCheck();
    await expect.poll(second.requests).toBe(1);
    tier = 'renewed';
    first.client.requestCheck();
    await knows(second.client).toBe('renewed');
    for (const release of late) release();
    await expect.poll(() => second.client.checks().ended).toBe(1);
    await afterMessages();
    expect([first.client.license()?.tier, second.client.license()?.tier]).toEqual(['renewed', 'renewed']);
  });

  it('are not put off by a failure that is older than what they know', async () => {
    const first = await openTab();
    await knows(first.client).toBe('enterprise');
    const late: (() => void)[] = [];
    const second = await openTab('admin', () => new Promise((resolve) => late.push(() => resolve(new Response(null, { status: 503 })))));
    await knows(second.client).toBe('enterprise');
    second.client.requestCheck();
    await expect.poll(second.requests).toBe(1);
    first.client.requestCheck();
    await expect.poll(first.requests).toBe(2);
    await afterMessages();
    for (const release of late) release();
    await expect.poll(() => second.client.checks().ended).toBe(1);
    await afterMessages();
    for (const { queryClient, client } of [first, second])
      expect(queryClient.getQueryState(licenseKeys.license(client))).toMatchObject({ status: 'success', data: { tier: 'enterprise' } });
  });

  it('have the patience that the API asked one of them for', async () => {
    let answer = async () => Response.json(BODY);
    const first = await openTab('admin', () => answer());
    await knows(first.client).toBe('enterprise');
    const second = await openTab('admin', () => answer());
    await knows(second.client).toBe('enterprise');
    answer = async () => new Response(null, { status: 429, headers: { 'retry-after': '3600' } });
    first.client.requestCheck();
    await expect
      .poll(() => second.queryClient.getQueryState(licenseKeys.license(second.client))?.error)
      .toMatchObject({
        code: 'rate-limited',
        retryAfterMs: 3_600_000,
      });
    for (const { client } of [first, second]) client.suggestCheck();
    // A third one asks the others, and not the API.
    const third = await openTab('admin', () => answer());
    await expect
      .poll(() => third.queryClient.getQueryState(licenseKeys.license(third.client))?.error)
      .toMatchObject({ code: 'rate-limited' });
    await pause(200);
    expect([first.requests(), second.requests(), third.requests()]).toEqual([2, 0, 0]);
  });

  it('have patience in common also where it is asked for longer than they have', async () => {
    const answer = async () => new Response(null, { status: 429, headers: { 'retry-after': '90000' } });
    const first = await openTab('admin', answer);
    const second = await openTab('admin', answer);
    await expect
      .poll(() => second.queryClient.getQueryState(licenseKeys.license(second.client))?.error)
      .toMatchObject({ code: 'rate-limited' });
    // Whichever of them leads.
    expect([first.requests() + second.requests(), second.client.isHeldBack()]).toEqual([1, true]);
  });

  it('ask once after a sleep, too', async () => {
    const tabs: Tab[] = [];
    while (tabs.length < 3) {
      const tab = await openTab();
      await knows(tab.client).toBe('enterprise');
      tabs.push(tab);
    }
    const at = Date.now() + 3 * 86_400_000 - performance.now();
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => at + performance.now());
    window.dispatchEvent(new Event('focus'));
    for (const { client } of tabs) await expect.poll(client.clock.suspended).toBe(false);
    await pause(200);
    clock.mockRestore();
    expect(tabs.reduce((sum, tab) => sum + tab.requests(), 0)).toBe(2);
  });

  it('count a failure once, also where a page shows the license twice', async () => {
    let answer = async () => Response.json(BODY);
    const tab = await openTab('admin', () => answer());
    await knows(tab.client).toBe('enterprise');
    await render(
      <LicenseProvider client={tab.client} role="admin" queryClient={tab.queryClient}>
        {null}
      </LicenseProvider>,
    );
    answer = async () => new Response(null, { status: 503 });
    await tab.queryClient.refetchQueries();
    await pause(100);
    expect(tab.client.failures()).toBe(1);
  });

  it('stay with a failure when another one opens', async () => {
    let answer = async () => Response.json(BODY);
    const first = await openTab('admin', () => answer());
    await knows(first.client).toBe('enterprise');
    answer = async () => new Response(null, { status: 503 });
    first.client.requestCheck();
    const failed = (tab: typeof first) =>
      expect.poll(() => tab.queryClient.getQueryState(licenseKeys.license(tab.client))?.error).toMatchObject({ code: 'server-error' });
    await failed(first);
    const second = await openTab('admin', () => answer());
    await failed(second);
    await failed(first);
    expect([first.requests(), second.requests()]).toEqual([2, 0]);
  });

  it.each([
    ['a channel', () => vi.spyOn(window, 'BroadcastChannel').mockImplementation(denied)],
    ['a lock, at once', () => vi.spyOn(navigator.locks, 'request').mockImplementation(denied)],
    ['a lock, later', () => vi.spyOn(navigator.locks, 'request').mockImplementation(async () => denied())],
  ])('poll each for itself where the browser refuses %s', async (_, refuse) => {
    const refusal = refuse();
    const [first, second] = [await openTab(), await openTab()];
    await knows(first.client).toBe('enterprise');
    await knows(second.client).toBe('enterprise');
    expect([first.client.follows(), second.client.follows(), first.requests() + second.requests()]).toEqual([false, false, 2]);
    expect(part('panel')?.dataset['licenseState']).toBe('active');
    refusal.mockRestore();
  });

  it('open no channel where there are no locks, since nobody would close it', async () => {
    const opening = vi.spyOn(window, 'BroadcastChannel');
    const locks = vi.spyOn(navigator, 'locks', 'get').mockReturnValue(Object(undefined)['locks']);
    try {
      const tab = await openTab();
      await knows(tab.client).toBe('enterprise');
      expect([tab.client.follows(), opening.mock.calls]).toEqual([false, []]);
    } finally {
      locks.mockRestore();
      opening.mockRestore();
    }
  });

  it('notice that the lead was taken from them', async () => {
    const tab = await openTab();
    await knows(tab.client).toBe('enterprise');
    let end: () => void = () => undefined;
    void navigator.locks.request(NAME, { steal: true }, () => new Promise<void>((resolve) => (end = resolve)));
    await expect.poll(tab.client.follows).toBe(true);
    end();
    await expect.poll(tab.client.follows).toBe(false);
  });

  it('go on telling when one of two providers on a page is gone', async () => {
    const tab = await openTab();
    await knows(tab.client).toBe('enterprise');
    const again = await render(
      <LicenseProvider client={tab.client} role="admin" queryClient={new QueryClient()}>
        {null}
      </LicenseProvider>,
    );
    await again.unmount();
    const heard: string[] = [];
    channel().onmessage = ({ data }) => heard.push(data.kind);
    tab.client.requestCheck();
    await expect.poll(() => heard).toEqual(['asking', 'answer']);
  });

  it('forget what they are told after a sign-out', async () => {
    let end: () => void = () => undefined;
    await new Promise<void>((held) => {
      void navigator.locks.request(NAME, () => {
        held();
        return new Promise<void>((resolve) => (end = resolve));
      });
    });
    const tab = await openTab();
    await pause(50);
    tab.client.forget();
    await expect
      .poll(() => tab.queryClient.getQueryState(licenseKeys.license(tab.client))?.error, { timeout: 3_000 })
      .toMatchObject({ code: 'unauthorized' });
    expect([tab.client.license(), tab.requests()]).toEqual([null, 0]);
    end();
  });

  it('let another one poll while they are hidden', async () => {
    const tab = await openTab();
    await knows(tab.client).toBe('enterprise');
    const leads = async () => (await navigator.locks.query()).held?.some(({ name }) => name === NAME);
    const show = (state: DocumentVisibilityState) => {
      vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
      document.dispatchEvent(new Event('visibilitychange'));
    };
    expect(await leads()).toBe(true);
    try {
      show('hidden');
      await expect.poll(leads).toBe(false);
      show('visible');
      await expect.poll(leads).toBe(true);
    } finally {
      vi.restoreAllMocks();
    }
  });

  it('let another one poll when the one that did is gone', async () => {
    const first = await openTab();
    await knows(first.client).toBe('enterprise');
    const second = await openTab();
    await knows(second.client).toBe('enterprise');
    await first.screen.unmount();
    await expect.poll(() => second.client.follows()).toBe(false);
  });
});
