import { QueryObserver, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import { LicenseBanner, LicensePanel, PaymentRequiredNotice } from '../../src/index.js';
import { answerLicense, letTenantsWork, notices, part, refuseTenants, renderDashboard, withWorker } from '../support/renderDashboard.js';

const DAY = 86_400_000;
const traffic = withWorker();

const text = () => part('notices')?.textContent ?? '';
const announced = () => Array.from(document.querySelectorAll('.alx-announcer > [role]'), (region) => region.textContent).join('|');

/** Records the announcements from now on. A text that stays in the live regions is recorded once. */
function listen(): { announcements: () => string[]; stop: () => void } {
  const announcements: string[] = [];
  let last = '';
  const record = () => {
    const text = announced().replace(/\|/g, '');
    if (text !== '' && text !== last) announcements.push(text);
    last = text;
  };
  const observer = new MutationObserver(record);
  for (const region of document.querySelectorAll('.alx-announcer'))
    observer.observe(region, { subtree: true, childList: true, characterData: true });
  return { announcements: () => announcements, stop: () => observer.disconnect() };
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
      /^Backend autoscaling isn’t included in your license.*backend_autoscaling/,
    ],
    [
      'active',
      'active',
      '/admin/autoscaling',
      'backend_autoscaling not-included',
      /^Backend autoscaling isn’t.*Your ⁨Enterprise⁩ license doesn’t include/,
    ],
    ['unlicensed', 'unlicensed', '/scim/v2/Users', 'scim no-license', /^SCIM provisioning requires a license.*The API has no license/],
    ['disputed', 'active', '/admin/tenants', 'multi_tenant disputed', /^Multi-tenancy is licensed but was refused.*may need a restart/],
    ['unnamed', 'expired', '/admin/tenants', 'something unknown', /^A licensed feature isn’t available.*without naming the feature/],
  ] as const)(
    'explains the refusal in the scenario %s, with the state %s, after a request to %s',
    async (scenario, state, path, notice, words) => {
      const { ask } = await renderDashboard({ scenario });
      await ready(state);
      expect((await ask(path)).status).toBe(402);
      await expect.poll(notices).toEqual([notice]);
      expect(text()).toMatch(words);
      await expect.poll(announced).toMatch(words.source.startsWith('^') ? new RegExp(words.source.slice(1, 20)) : words);
    },
  );

  it('is shown once for twelve concurrent refusals, which start one check', async () => {
    const { ask } = await renderDashboard({ scenario: 'expired' });
    await ready('expired');
    const before = traffic.requests();
    await Promise.all(Array.from({ length: 12 }, (_, at) => ask(`/scim/v2/Resource${at}`)));
    await expect.poll(notices).toEqual(['scim lapsed']);
    await ask('/scim/v2/Users');
    expect(notices()).toEqual(['scim lapsed']);
    await expect.poll(() => traffic.requests()).toBe(before + 1);
  });

  it('waits for the first license response', async () => {
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

  it('waits for a check if the license is active, and shows the result', async () => {
    const { ask, alexandria } = await renderDashboard({ scenario: 'active' });
    await ready('active');
    await alexandria.restart({ scenario: 'expired' });
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant lapsed']);
    expect(part('banner')?.dataset['licenseState']).toBe('expired');
  });

  it('waits for a check that starts after the 402, not for one that is already running', async () => {
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

  it('stays, and is announced once, while checks fail', async () => {
    const { ask, screen } = await renderDashboard({ answer: () => new Response(null, { status: 503 }) });
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('server-error');
    refuseTenants('{"entitlement":"multi_tenant"}');
    const { announcements, stop } = listen();
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
    expect(announcements().filter((words) => words.includes('Multi-tenancy'))).toHaveLength(1);
  });

  it.each([
    ['a 503', () => new Response(null, { status: 503 })],
    ['a network error', () => Response.error()],
  ])('is shown if earlier checks have failed with %s', async (_, answer) => {
    const { ask, screen, client } = await renderDashboard({ scenario: 'disputed' });
    await ready('active');
    answerLicense(answer);
    await screen.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => client.internals.checks.ended).toBe(2);
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant unknown']);
  });

  it('stays if a request to the same path with another query or body succeeds', async () => {
    const { ask } = await renderDashboard({ scenario: 'expired' });
    await ready('expired');
    const { announcements, stop } = listen();
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
    expect(announcements()).toHaveLength(1);
  });

  it('has the reason "unknown" if the check fails', async () => {
    const { ask } = await renderDashboard({ scenario: 'disputed' });
    await ready('active');
    answerLicense(() => new Response(null, { status: 503 }));
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant unknown']);
  });

  it('is not shown if an upstream provider has run out of credit', async () => {
    const { ask } = await renderDashboard({ scenario: 'expired' });
    await ready('expired');
    const body = JSON.stringify({ model: 'deepseek-v3' });
    expect((await ask('/v1/chat/completions', { method: 'POST', body })).status).toBe(402);
    await fetch('/v1/models');
    expect(notices()).toEqual([]);
  });

  it('is not shown for a prefetch request', async () => {
    const { ask } = await renderDashboard({ scenario: 'expired' });
    await ready('expired');
    await ask('/admin/tenants', { headers: { purpose: 'prefetch' } });
    await fetch('/v1/models');
    expect(notices()).toEqual([]);
  });

  it('refers a member to the administrator, and does not mention the license', async () => {
    const { ask } = await renderDashboard({ scenario: 'expired', role: 'member', session: 'member', licenseHref: '/license' });
    await ask('/scim/v2/Users');
    await expect.poll(notices).toEqual(['scim unknown']);
    expect(text()).toContain('SCIM provisioning isn’t available');
    expect(text()).toContain('Ask your administrator');
    expect(text()).not.toMatch(/licen[cs]e|expired|grace/i);
    expect(traffic.requests()).toBe(0);
  });

  it('shows the latest of several refusals, counts the rest, and expands on click', async () => {
    const { ask, screen } = await renderDashboard({ scenario: 'unlicensed' });
    await ready('unlicensed');
    for (const path of ['/admin/tenants', '/admin/identity-providers', '/scim/v2/Users']) await ask(path);
    await expect.element(screen.getByRole('button', { name: 'Show 2 more' })).toBeVisible();
    expect(notices()).toEqual(['scim no-license']);
    await screen.getByRole('button', { name: 'Show 2 more' }).click();
    expect(notices()).toEqual(['scim no-license', 'oidc no-license', 'multi_tenant no-license']);
    await screen.getByRole('button', { name: 'Show less' }).click();
    expect(notices()).toEqual(['scim no-license']);
  });

  it('is announced once for each feature, also if refusals arrive together', async () => {
    const { ask, screen } = await renderDashboard({ scenario: 'unlicensed' });
    await ready('unlicensed');
    const { announcements, stop } = listen();
    await Promise.all([ask('/admin/tenants'), ask('/scim/v2/Users')]);
    await ask('/admin/identity-providers');
    await ask('/scim/v2/Groups');
    await expect.poll(announced).toContain('Single sign-on');
    await screen.getByRole('button', { name: /^Dismiss/ }).click();
    await fetch('/v1/models');
    stop();
    for (const name of ['Multi-tenancy', 'SCIM provisioning', 'Single sign-on'])
      expect(announcements().filter((text) => text.includes(`${name} `) || text.includes(`${name} (`))).toHaveLength(1);
  });

  it('causes one check for a burst of 402s for several features, and at most one after it', async () => {
    const { ask, client, screen } = await renderDashboard({ scenario: 'unlicensed' });
    await ready('unlicensed');
    const before = traffic.requests();
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    // The check lasts until all 402s have arrived.
    answerLicense(() => released.then(() => Response.json({ tier: null, entitlements: [], expires_at: null })));
    const paths = ['/admin/tenants', '/admin/identity-providers', '/scim/v2/Users', '/admin/secrets/vault', '/admin/autoscaling'];
    for (let time = 0; time < 3; time += 1) await Promise.all(paths.map((path) => ask(path)));
    await expect.element(screen.getByRole('button', { name: 'Show 4 more' })).toBeVisible();
    await expect.poll(() => traffic.requests()).toBeGreaterThan(before);
    release();
    const { checks } = client.internals;
    await expect.poll(() => checks.begun - checks.ended).toBe(0);
    await fetch('/v1/models');
    await expect.poll(() => checks.begun - checks.ended).toBe(0);
    expect(traffic.requests() - before).toBeLessThanOrEqual(2);
  });

  it('shows a hostile tier as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const licenseKey = await mintLicenseKey({ expiresAt: Date.now() - 9 * DAY, tier: hostile, entitlements: [hostile] });
    const { ask } = await renderDashboard({ licenseKey });
    await ready('expired');
    refuseTenants(JSON.stringify({ entitlement: 'vault' }));
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['vault not-included']);
    expect(text()).toContain(hostile);
    expect(document.querySelector('img')).toBeNull();
  });
});

describe('with the keyboard', () => {
  it('a notice does not take the focus, can be reached by Tab, and moves the focus on when dismissed', async () => {
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
    await expect.element(screen.getByRole('button', { name: 'Show 1 more' })).toBeVisible();
    await expect.element(host).toHaveFocus();
    const dismiss = screen.getByRole('button', { name: 'Dismiss: SCIM provisioning is off' });
    for (let step = 0; step < 6 && document.activeElement !== dismiss.element(); step += 1) await userEvent.tab();
    await expect.element(dismiss).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(notices).toEqual([]);
    expect(document.activeElement?.closest('[data-license-part]')).toBe(part('panel'));
  });

  it('a dismissed notice does not reappear with the next refusal', async () => {
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

/** Renders a dashboard with a query that sends its request through `slot.ask`. Each test sets `slot.ask`. */
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

describe('when a refused feature may work again', () => {
  it('the first license response does not refetch failed queries', async () => {
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

  it('a renewal removes banner and notices, refetches the queries that a 402 stopped, and is announced once', async () => {
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
    const { announcements, stop } = listen();
    await alexandria.restart({ scenario: 'active' });
    await screen.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(notices).toEqual([]);
    expect(part('banner')).toBeNull();
    await expect.element(screen.getByText(/acme/)).toBeVisible();
    await expect.poll(announced).toMatch(/License renewed\. It now expires on \d+ \w+ \d{4}\./);
    stop();
    expect(others).toHaveBeenCalledTimes(1);
    leave();
    // The two regions change one after the other. Neither announces a refusal or a working feature.
    expect(
      announcements().filter((text, at) => text.includes('renewed') && announcements()[at - 1]?.includes('renewed') !== true),
    ).toHaveLength(1);
    expect(announcements().join()).not.toMatch(/refused|working again/);
  });

  it.each([
    ['a first license', 'unlicensed', '/admin/tenants', /^Multi-tenancy is now included in your license\.$/],
    ['a feature that was not included before', 'active', '/admin/autoscaling', /^Backend autoscaling is now included in your license\.$/],
  ] as const)('a renewal is announced without a banner, too: %s', async (_, scenario, path, words) => {
    const { screen, alexandria, ask } = await renderDashboard({ scenario });
    await ready(scenario);
    await ask(path);
    await expect.poll(notices).toHaveLength(1);
    await expect.poll(announced).toContain(scenario === 'unlicensed' ? 'Multi-tenancy' : 'autoscaling');
    const { announcements, stop } = listen();
    const entitlements = ['multi_tenant', 'backend_autoscaling'];
    await alexandria.restart({ licenseKey: await mintLicenseKey({ expiresAt: alexandria.now() + 400 * DAY, entitlements }) });
    await screen.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(notices).toEqual([]);
    await expect.poll(() => announced().replaceAll('|', '')).toMatch(words);
    stop();
    expect(announcements().filter((text) => text.includes('now included'))).toHaveLength(1);
  });

  it('no feature is announced as working again while all are refused', async () => {
    const { ask } = await renderDashboard({ scenario: 'disputed' });
    await ready('active');
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant disputed']);
    const { announcements, stop } = listen();
    await ask('/scim/v2/Users');
    await expect.poll(announced).toContain('SCIM');
    stop();
    expect(announcements().join()).not.toContain('working again');
  });

  it('a notice disappears as soon as its feature works, even with the same license', async () => {
    const { ask, alexandria } = await renderDashboard({ scenario: 'disputed' });
    await ready('active');
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual(['multi_tenant disputed']);
    await alexandria.restart({ scenario: 'active' });
    await ask('/admin/tenants');
    await expect.poll(notices).toEqual([]);
    await expect.poll(announced).toContain('Multi-tenancy is working again.');
    await alexandria.restart({ scenario: 'unlicensed' });
    await ask('/scim/v2/Users');
    await expect.poll(announced).toContain('SCIM provisioning');
    document.querySelector<HTMLButtonElement>('[data-license-part="notices"] button')?.click();
    await expect.poll(() => announced().replaceAll('|', '')).not.toContain('SCIM provisioning');
  });

  it('a feature is not announced as working again if its refusal was never announced', async () => {
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
    const { announcements, stop } = listen();
    await ask('/admin/tenants');
    await fetch('/v1/models');
    stop();
    expect(announcements()).toEqual([]);
  });

  it('an announcement is not repeated on a page that opens later', async () => {
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
    await expect.poll(announced).toContain('working again');
    slot.show(false);
    await expect.poll(announced).not.toContain('working again');
    slot.show(true);
    await expect.poll(() => document.querySelectorAll('.alx-announcer').length).toBe(2);
    await fetch('/v1/models');
    expect(announced()).not.toContain('working again');
  });

  it('a dismissed refusal is announced again if its feature has worked in between', async () => {
    const { ask, screen } = await renderDashboard({ scenario: 'unlicensed' });
    await ready('unlicensed');
    const { announcements, stop } = listen();
    await ask('/scim/v2/Users');
    await expect.poll(notices).toEqual(['scim no-license']);
    await ask('/admin/tenants');
    await expect.poll(announced).toContain('Multi-tenancy');
    await screen.getByRole('button', { name: 'Dismiss: Multi-tenancy requires a license' }).click();
    await expect.poll(notices).toEqual([]);
    letTenantsWork();
    await ask('/admin/tenants');
    refuseTenants('{"entitlement":"multi_tenant"}');
    await ask('/admin/tenants');
    await ask('/scim/v2/Users');
    await expect.poll(notices).toEqual(['multi_tenant no-license']);
    await expect.poll(() => announcements().filter((words) => words.includes('Multi-tenancy requires'))).toHaveLength(2);
    stop();
  });
});

describe('the focused element', () => {
  const corner = (edge: 'top' | 'bottom') => (
    <button type="button" style={{ position: 'fixed', insetInlineEnd: 20, [edge]: 20 }}>
      {edge}
    </button>
  );

  it('is never covered by the notices, which move to the other edge of the window', async () => {
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
    // The focus is back at the bottom, and the next card appears there.
    await expect.element(screen.getByRole('button', { name: 'bottom', exact: true })).toHaveFocus();
    await ask('/admin/tenants');
    await expect.poll(() => part('notices')?.dataset['edge']).toBe('start');
  });
});
