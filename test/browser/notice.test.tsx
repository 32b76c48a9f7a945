import { QueryObserver, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import { LicenseBanner, LicensePanel, PaymentRequiredNotice } from '../../src/index.js';
import { answerLicense, letTenantsWork, notices, part, refuseTenants, renderDashboard, withWorker } from '../support/renderDashboard.js';

const DAY = 86_400_000;
const traffic = withWorker();

const text = () => document.querySelector('[data-license-part="notice"]')?.textContent ?? '';
const heard = () => Array.from(document.querySelectorAll('.alx-announcer > [role]'), (region) => region.textContent).join('|');

/** What the live regions say from now on, each text once as long as it stands. */
function listen(): { said: () => string[]; stop: () => void } {
  const said: string[] = [];
  let last = '';
  const take = () => {
    const text = heard().replace(/\|/g, '');
    if (text !== '' && text !== last) said.push(text);
    last = text;
  };
  const observer = new MutationObserver(take);
  for (const region of document.querySelectorAll('.alx-announcer'))
    observer.observe(region, { subtree: true, childList: true, characterData: true });
  return { said: () => said, stop: () => observer.disconnect() };
}

const ready = (state: string) => expect.poll(() => part('panel')?.dataset['licenseState']).toBe(state);

describe('a notice', () => {
  it.each([
    ['expired', 'expired', '/admin/audit/export', 'audit_export lapsed', /^Audit log export is off.*grace period ended on/],
    [
      'expired',
      'expired',
      '/admin/autoscaling',
      'backend_autoscaling not-included',
      /^Backend autoscaling is not in your license.*backend_autoscaling/,
    ],
    ['active', 'active', '/admin/autoscaling', 'backend_autoscaling not-included', /Your ⁨Enterprise⁩ license does not include/],
    ['unlicensed', 'unlicensed', '/scim/v2/Users', 'scim no-license', /^SCIM provisioning needs a license.*runs without a license/],
    ['disputed', 'active', '/admin/tenants', 'multi_tenant disputed', /^Multi-tenancy was refused.*may not have been restarted/],
    ['unnamed', 'expired', '/admin/tenants', 'something unknown', /^A licensed feature is not available.*without saying which/],
  ] as const)('tells while %s why %s %s', async (scenario, state, path, notice, words) => {
    const { ask } = await renderDashboard({ scenario });
    await ready(state);
    expect((await ask(path)).status).toBe(402);
    await expect.poll(notices).toEqual([notice]);
    expect(text()).toMatch(words);
    await expect.poll(heard).toMatch(words.source.startsWith('^') ? new RegExp(words.source.slice(1, 20)) : words);
  });

  it('stands once, after twelve requests that failed together, and they start one check', async () => {
    const { ask } = await renderDashboard({ scenario: 'expired' });
    await ready('expired');
    const before = traffic.requests();
    await Promise.all(Array.from({ length: 12 }, (_, at) => ask(`/scim/v2/Resource${at}`)));
    await expect.poll(notices).toEqual(['scim lapsed']);
    await ask('/scim/v2/Users');
    expect(notices()).toEqual(['scim lapsed']);
    await expect.poll(() => traffic.requests()).toBe(before + 1);
  });

  it('waits for the first answer before it says anything', async () => {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const answer = () => released.then(() => Response.json({ tier: 'x', entitlements: ['oidc'], expires_at: null }));
    const { ask } = await renderDashboard({ scenario: 'expired', answer });
    await ask('/admin/tenants');
    await fetch('/v1/models');
    expect(notices()).toEqual([]);
    release();
    await expect.poll(notices).toEqual(['multi_tenant not-included']);
  });

  it('checks first, where the license should be in force, and then tells what the check has found', async () => {
    const { ask, alexandria } = await renderDashboard({ scenario: 'active' });
    await ready('active');
    await alexandria.restart({ scenario: 'expired' });
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant lapsed']);
    expect(part('banner')?.dataset['licenseState']).toBe('expired');
  });

  it('takes no check for an answer that had begun before the 402, as on the first load', async () => {
    let requests = 0;
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const answer = async () => {
      requests += 1;
      await released;
      return Response.json({ tier: 'enterprise', entitlements: ['multi_tenant'], expires_at: null });
    };
    const { ask, client } = await renderDashboard({ scenario: 'disputed', answer });
    await expect.poll(() => requests).toBe(1);
    await ask('/admin/tenants');
    await expect.poll(() => client.internals.checks.begun).toBe(1);
    release();
    await expect.poll(notices).toEqual(['multi_tenant disputed']);
    expect(requests).toBe(2);
  });

  it('stands, and is told once, while no check succeeds', async () => {
    const { ask, screen } = await renderDashboard({ answer: () => new Response(null, { status: 503 }) });
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('server-error');
    refuseTenants('{"entitlement":"multi_tenant"}');
    const { said, stop } = listen();
    const seen = new Set<number>();
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant unknown']);
    const observer = new MutationObserver(() => seen.add(notices().length));
    observer.observe(document.body, { subtree: true, childList: true });
    for (const before of [traffic.requests(), traffic.requests() + 1]) {
      await screen.getByRole('button', { name: 'Check now' }).click();
      await expect.poll(() => traffic.requests()).toBeGreaterThan(before);
      await expect.element(screen.getByRole('button', { name: 'Check now' })).toBeVisible();
    }
    observer.disconnect();
    stop();
    expect(seen.has(0)).toBe(false);
    expect(said().filter((words) => words.includes('Multi-tenancy'))).toHaveLength(1);
  });

  it.each([
    ['an error', () => new Response(null, { status: 503 })],
    ['no answer', () => Response.error()],
  ])('is told also where the checks had failed before, with %s', async (_, answer) => {
    const { ask, screen, client } = await renderDashboard({ scenario: 'disputed' });
    await ready('active');
    answerLicense(answer);
    await screen.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => client.internals.checks.ended).toBe(2);
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant unknown']);
  });

  it('stands while another request to the same address works, by its query or its body', async () => {
    const { ask } = await renderDashboard({ scenario: 'expired' });
    await ready('expired');
    const { said, stop } = listen();
    const post = (body: string) => ask('/admin/tenants', { method: 'POST', body });
    for (let round = 0; round < 3; round += 1) {
      refuseTenants('{"entitlement":"multi_tenant"}');
      await Promise.all([ask('/admin/tenants?view=all'), post('{"query":"tenants"}')]);
      await expect.poll(notices).toEqual(['multi_tenant lapsed']);
      letTenantsWork();
      await Promise.all([ask('/admin/tenants?view=own'), post('{"query":"me"}')]);
      await fetch('/v1/models');
      expect(notices()).toEqual(['multi_tenant lapsed']);
    }
    stop();
    expect(said()).toHaveLength(1);
  });

  it('says less where the check fails', async () => {
    const { ask } = await renderDashboard({ scenario: 'disputed' });
    await ready('active');
    answerLicense(() => new Response(null, { status: 503 }));
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant unknown']);
  });

  it('is not raised by an upstream provider that has run out of credit', async () => {
    const { ask } = await renderDashboard({ scenario: 'expired' });
    await ready('expired');
    const body = JSON.stringify({ model: 'deepseek-v3' });
    expect((await ask('/v1/chat/completions', { method: 'POST', body })).status).toBe(402);
    await fetch('/v1/models');
    expect(notices()).toEqual([]);
  });

  it('is not raised for a request that nobody waits for', async () => {
    const { ask } = await renderDashboard({ scenario: 'expired' });
    await ready('expired');
    await ask('/admin/tenants', { headers: { purpose: 'prefetch' } });
    await fetch('/v1/models');
    expect(notices()).toEqual([]);
  });

  it('tells a member in neutral words whom to ask, and nothing of the license', async () => {
    const { ask } = await renderDashboard({ scenario: 'expired', role: 'member', session: 'member', licenseHref: '/license' });
    await ask('/scim/v2/Users');
    await expect.poll(notices).toEqual(['scim unknown']);
    expect(text()).toContain('SCIM provisioning is not available');
    expect(text()).toContain('Ask your administrator');
    expect(text()).not.toMatch(/licen[cs]e|expired|grace/i);
    expect(traffic.requests()).toBe(0);
  });

  it('shows the first of many, counts the rest, and shows all when asked', async () => {
    const { ask, screen } = await renderDashboard({ scenario: 'unlicensed' });
    await ready('unlicensed');
    for (const path of ['/admin/tenants', '/admin/identity-providers', '/scim/v2/Users']) await ask(path);
    await expect.element(screen.getByRole('button', { name: '2 more features are off' })).toBeVisible();
    expect(notices()).toEqual(['multi_tenant no-license']);
    await screen.getByRole('button', { name: '2 more features are off' }).click();
    expect(notices()).toEqual(['multi_tenant no-license', 'oidc no-license', 'scim no-license']);
    await screen.getByRole('button', { name: 'Show less' }).click();
    expect(notices()).toEqual(['multi_tenant no-license']);
  });

  it('is announced once, each, and together what comes together', async () => {
    const { ask, screen } = await renderDashboard({ scenario: 'unlicensed' });
    await ready('unlicensed');
    const { said, stop } = listen();
    await Promise.all([ask('/admin/tenants'), ask('/scim/v2/Users')]);
    await ask('/admin/identity-providers');
    await ask('/scim/v2/Groups');
    await expect.poll(heard).toContain('Single sign-on');
    await screen.getByRole('button', { name: /^Dismiss/ }).click();
    await fetch('/v1/models');
    stop();
    for (const name of ['Multi-tenancy', 'SCIM provisioning', 'Single sign-on'])
      expect(said().filter((text) => text.includes(`${name} `) || text.includes(`${name} (`))).toHaveLength(1);
  });

  it('causes one check for a burst over several features, and at most one more after it', async () => {
    const { ask, client, screen } = await renderDashboard({ scenario: 'unlicensed' });
    await ready('unlicensed');
    const before = traffic.requests();
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    // The check lasts until all 402s have arrived.
    answerLicense(() => released.then(() => Response.json({ tier: null, entitlements: [], expires_at: null })));
    const paths = ['/admin/tenants', '/admin/identity-providers', '/scim/v2/Users', '/admin/secrets/vault', '/admin/autoscaling'];
    await Promise.all(paths.flatMap((path) => [ask(path), ask(path), ask(path)]));
    await expect.element(screen.getByRole('button', { name: '4 more features are off' })).toBeVisible();
    await expect.poll(() => traffic.requests()).toBeGreaterThan(before);
    release();
    const { checks } = client.internals;
    await expect.poll(() => checks.begun - checks.ended).toBe(0);
    await fetch('/v1/models');
    await expect.poll(() => checks.begun - checks.ended).toBe(0);
    expect(traffic.requests() - before).toBeLessThanOrEqual(2);
  });

  it('shows hostile names as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const licenseKey = await mintLicenseKey({ expiresAt: Date.now() - 9 * DAY, entitlements: [hostile] });
    const { ask, alexandria } = await renderDashboard({ licenseKey });
    await ready('expired');
    expect(alexandria.state()).toBe('expired');
    refuseTenants(JSON.stringify({ entitlement: hostile }));
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual([`${hostile} lapsed`]);
    expect(text()).toContain(hostile);
    expect(document.querySelector('img')).toBeNull();
  });
});

describe('with the keyboard', () => {
  it('a notice takes no focus, can be reached, and gives the focus back when it is dismissed', async () => {
    const children = (
      <>
        <button type="button">Export</button>
        <LicensePanel />
        <PaymentRequiredNotice />
      </>
    );
    const { ask, screen } = await renderDashboard({ scenario: 'expired', children });
    await ready('expired');
    const host = screen.getByRole('button', { name: 'Export' });
    await host.click();
    await ask('/admin/tenants');
    await ask('/scim/v2/Users');
    await expect.element(screen.getByRole('button', { name: 'One more feature is off' })).toBeVisible();
    await expect.element(host).toHaveFocus();
    const first = screen.getByRole('button', { name: 'Dismiss: Multi-tenancy is off' });
    const second = screen.getByRole('button', { name: 'Dismiss: SCIM provisioning is off' });
    for (let step = 0; step < 5 && document.activeElement !== first.element(); step += 1) await userEvent.tab();
    await expect.element(first).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(notices).toEqual(['scim lapsed']);
    await expect.element(second).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(notices).toEqual([]);
    expect(document.activeElement?.closest('[data-license-part]')).toBe(part('panel'));
  });

  it('what was dismissed does not come back with the next request', async () => {
    const { ask, screen } = await renderDashboard({ scenario: 'expired' });
    await ready('expired');
    await ask('/admin/tenants');
    await screen.getByRole('button', { name: 'Dismiss: Multi-tenancy is off' }).click();
    await expect.poll(notices).toEqual([]);
    await ask('/admin/tenants');
    await fetch('/v1/models');
    expect(notices()).toEqual([]);
  });
});

class HttpError extends Error {
  constructor(readonly status: number) {
    super(`HTTP ${status}`);
  }
}

function Tenants({ ask }: { readonly ask: (path: string) => Promise<Response> }) {
  const { data, error } = useQuery({
    queryKey: ['tenants'],
    retry: false,
    refetchOnWindowFocus: false,
    queryFn: async () => {
      const response = await ask('/admin/tenants');
      if (!response.ok) throw new HttpError(response.status);
      return response.text();
    },
  });
  return <output>{data ?? error?.message}</output>;
}

/** A dashboard with a page that asks through `slot.ask`, which a test sets. */
async function renderWithTenants(setup: Parameters<typeof renderDashboard>[0], around = <LicensePanel />) {
  const slot = { ask: (_: string): Promise<Response> => Promise.reject(new Error('not yet')) };
  const children = (
    <>
      {around}
      <Tenants ask={(path) => slot.ask(path)} />
    </>
  );
  return { ...(await renderDashboard({ ...setup, children })), slot };
}

function Page({ slot }: { readonly slot: { show: (shown: boolean) => void } }) {
  const [shown, setShown] = useState(true);
  useEffect(() => {
    slot.show = setShown;
  });
  return shown && <PaymentRequiredNotice />;
}

describe('after the renewal', () => {
  it('of which nothing is known, as with the first answer, nothing is asked again', async () => {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const expired = {
      tier: 'enterprise',
      entitlements: ['multi_tenant'],
      expires_at: new Date(Date.now() - 9 * 86_400_000).toISOString(),
      days_remaining: 0,
      grace_remaining_seconds: 0,
    };
    const answer = () => released.then(() => Response.json(expired));
    const { screen, queries, ask, slot } = await renderWithTenants({ scenario: 'expired', answer });
    const asked = vi.fn(ask);
    slot.ask = asked;
    await queries.refetchQueries({ queryKey: ['tenants'] });
    await expect.element(screen.getByText('HTTP 402')).toBeVisible();
    release();
    await ready('expired');
    await expect.poll(() => queries.isFetching()).toBe(0);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('banner and notices go, what a 402 had stopped is asked again, and it is said once', async () => {
    const { screen, alexandria, queries, ask, slot } = await renderWithTenants(
      { scenario: 'expired' },
      <>
        <LicenseBanner />
        <LicensePanel />
        <PaymentRequiredNotice />
      </>,
    );
    slot.ask = ask;
    await ready('expired');
    await queries.refetchQueries({ queryKey: ['tenants'] });
    await expect.poll(notices).toEqual(['multi_tenant lapsed']);
    await expect.element(screen.getByText('HTTP 402')).toBeVisible();
    const others = vi.fn(async () => 'models');
    const leave = new QueryObserver(queries, { queryKey: ['models'], queryFn: others, staleTime: Infinity }).subscribe(() => undefined);
    const { said, stop } = listen();
    await alexandria.restart({ scenario: 'active' });
    await screen.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(notices).toEqual([]);
    expect(part('banner')).toBeNull();
    await expect.element(screen.getByText(/acme/)).toBeVisible();
    await expect.poll(heard).toMatch(/License renewed until \d+ \w+ \d{4}\./);
    stop();
    expect(others).toHaveBeenCalledTimes(1);
    leave();
    // The two regions change one after the other; neither says that anything was refused, or works.
    expect(said().filter((text, at) => text.includes('renewed') && said()[at - 1]?.includes('renewed') !== true)).toHaveLength(1);
    expect(said().join()).not.toMatch(/refused|works again/);
  });

  it.each([
    ['a license where there was none', 'unlicensed', '/admin/tenants', /^Multi-tenancy is licensed now\.$/],
    ['a feature that the license had not included', 'active', '/admin/autoscaling', /^Backend autoscaling is licensed now\.$/],
  ] as const)('it is said also where no banner stood: %s', async (_, scenario, path, words) => {
    const { screen, alexandria, ask } = await renderDashboard({ scenario });
    await ready(scenario);
    await ask(path);
    await expect.poll(notices).toHaveLength(1);
    await expect.poll(heard).toContain(scenario === 'unlicensed' ? 'Multi-tenancy' : 'autoscaling');
    const { said, stop } = listen();
    const entitlements = ['multi_tenant', 'backend_autoscaling'];
    await alexandria.restart({ licenseKey: await mintLicenseKey({ expiresAt: alexandria.now() + 400 * DAY, entitlements }) });
    await screen.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(notices).toEqual([]);
    await expect.poll(() => heard().replaceAll('|', '')).toMatch(words);
    stop();
    expect(said().filter((text) => text.includes('licensed now'))).toHaveLength(1);
  });

  it('nothing is said of features that work where none does', async () => {
    const { ask } = await renderDashboard({ scenario: 'disputed' });
    await ready('active');
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant disputed']);
    const { said, stop } = listen();
    await ask('/scim/v2/Users');
    await expect.poll(heard).toContain('SCIM');
    stop();
    expect(said().join()).not.toContain('works again');
  });

  it('a notice goes as soon as its feature works, also without another license', async () => {
    const { ask, alexandria } = await renderDashboard({ scenario: 'disputed' });
    await ready('active');
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant disputed']);
    await alexandria.restart({ scenario: 'active' });
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual([]);
    await expect.poll(heard).toContain('Multi-tenancy works again.');
    await alexandria.restart({ scenario: 'unlicensed' });
    await ask('/scim/v2/Users');
    await expect.poll(heard).toContain('SCIM provisioning');
    document.querySelector<HTMLButtonElement>('[data-license-part="notice"] button')?.click();
    await expect.poll(() => heard().replaceAll('|', '')).not.toContain('SCIM provisioning');
  });

  it('nothing is said to work again whose refusal was never told', async () => {
    let requests = 0;
    const { ask } = await renderDashboard({ scenario: 'disputed' });
    await ready('active');
    const body = { tier: 'enterprise', entitlements: ['multi_tenant', 'scim'], expires_at: null };
    answerLicense(async () => {
      requests += 1;
      await new Promise(() => undefined);
      return Response.json(body);
    });
    await ask('/admin/tenants');
    await expect.poll(() => requests).toBe(1);
    expect(notices()).toEqual([]);
    letTenantsWork();
    const { said, stop } = listen();
    await ask('/admin/tenants');
    await fetch('/v1/models');
    stop();
    expect(said()).toEqual([]);
  });

  it('what was said is not said again to a page that opens later', async () => {
    const slot = { show: (_: boolean): void => undefined };
    const children = (
      <>
        <LicensePanel />
        <Page slot={slot} />
      </>
    );
    const { ask, alexandria } = await renderDashboard({ scenario: 'disputed', children });
    await ready('active');
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant disputed']);
    await alexandria.restart({ scenario: 'active' });
    await ask('/admin/tenants');
    await expect.poll(heard).toContain('works again');
    slot.show(false);
    await expect.poll(heard).not.toContain('works again');
    slot.show(true);
    await expect.poll(() => document.querySelectorAll('.alx-announcer').length).toBe(2);
    await fetch('/v1/models');
    expect(heard()).not.toContain('works again');
  });

  it('what was dismissed, has worked, and is refused again, is announced again', async () => {
    const { ask, screen } = await renderDashboard({ scenario: 'unlicensed' });
    await ready('unlicensed');
    const { said, stop } = listen();
    await ask('/scim/v2/Users');
    await expect.poll(notices).toEqual(['scim no-license']);
    await ask('/admin/tenants');
    await expect.poll(heard).toContain('Multi-tenancy');
    await screen.getByRole('button', { name: 'One more feature is off' }).click();
    await screen.getByRole('button', { name: 'Dismiss: Multi-tenancy needs a license' }).click();
    letTenantsWork();
    await ask('/admin/tenants');
    refuseTenants('{"entitlement":"multi_tenant"}');
    await ask('/admin/tenants');
    await expect.poll(notices).toHaveLength(1);
    await expect.element(screen.getByRole('button', { name: 'One more feature is off' })).toBeVisible();
    await expect.poll(() => said().filter((words) => words.includes('Multi-tenancy needs'))).toHaveLength(2);
    stop();
  });
});

describe('what has the focus', () => {
  const corner = (edge: 'top' | 'bottom') => (
    <button type="button" style={{ position: 'fixed', insetInlineEnd: 20, [edge]: 20 }}>
      {edge}
    </button>
  );

  it('is never hidden by the notices: they give way to the other edge of the window', async () => {
    const children = (
      <>
        <PaymentRequiredNotice />
        <LicensePanel />
        {corner('top')}
        {corner('bottom')}
      </>
    );
    const { ask, screen } = await renderDashboard({ scenario: 'unlicensed', children });
    await ready('unlicensed');
    await ask('/scim/v2/Users');
    await expect.poll(notices).toHaveLength(1);
    for (const name of ['bottom', 'top', 'bottom']) {
      const button = screen.getByRole('button', { name, exact: true }).element();
      if (button instanceof HTMLElement) button.focus();
      const { left, top, width, height } = button.getBoundingClientRect();
      await expect.poll(() => document.elementFromPoint(left + width / 2, top + height / 2)).toBe(button);
      expect(document.activeElement).toBe(button);
    }
    expect(part('notices')?.dataset['edge']).toBe('start');
    await screen.getByRole('button', { name: /^Dismiss/ }).click();
    await expect.poll(notices).toEqual([]);
    await ask('/admin/tenants');
    await expect.poll(() => part('notices')?.dataset['edge']).toBe('end');
  });
});
