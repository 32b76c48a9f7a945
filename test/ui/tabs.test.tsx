import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { createLicenseClient, type LicenseClient, licenseKeys } from '../../src/client.js';
import { LicensePanel, LicenseProvider, type LicenseRole } from '../../src/index.js';
import { part } from './renderDashboard.js';

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

const message = (part: object = {}) => ({ kind: 'answer', body: BODY, date: null, sentAt: Date.now(), ...part });
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
    expect(heard).toEqual([message({ sentAt: expect.any(Number) })]);
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
    ['a failure that is none', { kind: 'failure', code: 'expired', sentAt: Date.now() }],
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
    channel().postMessage(message({ body, date, sentAt: Date.now() - 10_000 }));
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

  it('let another one poll when the one that did is gone', async () => {
    const first = await openTab();
    await knows(first.client).toBe('enterprise');
    const second = await openTab();
    await knows(second.client).toBe('enterprise');
    await first.screen.unmount();
    await expect.poll(() => second.client.follows()).toBe(false);
  });
});
