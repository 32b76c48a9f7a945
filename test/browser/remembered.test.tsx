import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { page } from 'vitest/browser';
import { createLicenseClient, type LicenseStorage } from '../../src/client.js';
import { EntitlementGate, LicenseBanner, LicensePanel, LicenseProvider, useLicense } from '../../src/index.js';
import { answerLicense, cached, part, renderDashboard, withWorker } from '../support/renderDashboard.js';

withWorker();
afterAll(() => page.viewport(414, 896));
const DAY = 86_400_000;
const SOON = Date.now() + 2 * DAY;

const announced = () => Array.from(document.querySelectorAll('.alx-announcer > [role]'), (region) => region.textContent).join('');
const held = () => {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  return { released, release };
};

/** Returns a storage with the entry of an earlier visit. `kept` returns the states of its entries. */
function storageOf(state: string, expiresAt: number, more: Record<string, unknown> = {}) {
  const kept = new Map([
    ['alexandria-license:', JSON.stringify({ scope: 'ada', state, expiresAt, text: 'License expired', dismissal: null, ...more })],
  ]);
  const storage: LicenseStorage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
  return { storage, kept: () => Array.from(kept.values(), (entry) => JSON.parse(entry).state) };
}

function Known() {
  const { state, license } = useLicense();
  return <output>{`${state}, ${license === null ? 'nothing' : 'a license'}`}</output>;
}

const children = (
  <>
    <LicenseBanner />
    <LicensePanel />
    <Known />
    <EntitlementGate entitlement="scim">
      <p>Users and groups</p>
    </EntitlementGate>
  </>
);

describe('the stored state of an earlier visit', () => {
  it('is shown in the first paint, and announced when a check confirms it', async () => {
    const first = await renderDashboard({ scenario: 'grace' });
    await expect.poll(() => part('banner')?.dataset['licenseFreshness']).toBe('fresh');
    await first.screen.unmount();
    const { screen } = await renderDashboard({ scenario: 'grace' });
    expect(part('banner')?.dataset).toMatchObject({ licenseState: 'grace', licenseFreshness: 'pending' });
    const banner = part('banner');
    await expect.poll(() => part('banner')?.dataset['licenseFreshness']).toBe('fresh');
    expect(part('banner')).toBe(banner);
    await expect.poll(announced).toContain('Licensed features stop in');
    await screen.unmount();
  });

  it('is not shown to a member who may have been an admin earlier', async () => {
    const { storage } = storageOf('grace', SOON);
    const { screen } = await renderDashboard({ storage, children, role: 'member', session: 'member' });
    await expect.element(screen.getByText('Users and groups')).toBeVisible();
    expect(part('banner')).toBeNull();
  });

  it.each([
    ['expiring', /Your license expires on/],
    ['grace', /Your license’s grace period began on/],
    ['expired', /Licensed features are off/],
  ] as const)('shows that the license was %s, and nothing that needs a check', async (state, words) => {
    const { storage } = storageOf(state, SOON);
    const { released, release } = held();
    const answer = () => released.then(() => new Response(null, { status: 503 }));
    const { screen } = await renderDashboard({ storage, children, answer });
    expect(part('banner')?.dataset).toMatchObject({ licenseState: state, licenseFreshness: 'pending' });
    expect(part('banner')?.textContent).toMatch(words);
    expect(part('banner')?.textContent).toContain('As of your last visit. Checking now…');
    // Only the banner uses the stored state.
    await expect.element(screen.getByText('unknown, nothing')).toBeVisible();
    await expect.element(screen.getByText('Users and groups')).toBeVisible();
    expect(part('panel')?.dataset['licenseState']).toBe('unknown');
    expect(announced()).toBe('');
    release();
    await expect.poll(() => part('banner')?.dataset['licenseFreshness']).toBe('server-error');
    expect(part('banner')?.dataset['licenseState']).toBe(state);
    expect(part('banner')?.textContent).toContain('Last check failed');
    expect(part('banner')?.textContent).not.toContain('As of your last visit. Checking now…');
    expect(announced()).toBe('');
  });

  it('is replaced by the state of the response', async () => {
    const { storage, kept } = storageOf('expired', SOON);
    const { screen } = await renderDashboard({ storage, children, scenario: 'active' });
    await expect.element(screen.getByText('active, a license')).toBeVisible();
    expect(part('banner')).toBeNull();
    expect(announced()).toBe('');
    expect(kept()).toEqual([]);
  });

  it('contains one line break, between lead and detail, even if a name contains more', async () => {
    const { storage } = storageOf('grace', SOON);
    const body = { tier: 'Big\n\nTier', entitlements: ['oi\ndc'], expires_at: new Date(SOON).toISOString() };
    await renderDashboard({ storage, children, answer: () => Response.json(body) });
    const text = () => JSON.parse(storage.getItem('alexandria-license:') ?? '{}').text?.split('\n');
    await expect.poll(text).toEqual([expect.stringMatching(/Big Tier.*expires in/), expect.stringContaining('keep working until')]);
  });

  it('is not shown after a renewal, even if the app resets its queries', async () => {
    const { storage, kept } = storageOf('grace', SOON);
    const { screen, queries } = await renderDashboard({ storage, children, scenario: 'active' });
    await expect.element(screen.getByText('active, a license')).toBeVisible();
    await expect.poll(() => part('banner')).toBeNull();
    answerLicense(() => new Promise(() => undefined));
    void queries.resetQueries();
    await expect.element(screen.getByText('unknown, nothing')).toBeVisible();
    expect(part('banner')).toBeNull();
    expect(kept()).toEqual([]);
  });

  it('is not shown to a member if it is expired', async () => {
    const { storage } = storageOf('expired', SOON);
    await renderDashboard({ storage, children, role: 'member', session: 'member' });
    expect(part('banner')).toBeNull();
  });

  it('is not shown if it was snoozed, until the time of the API is known', async () => {
    const { storage } = storageOf('expiring', SOON, { dismissal: { until: 1_000 } });
    const { released, release } = held();
    const body = { tier: 'x', entitlements: ['scim'], expires_at: new Date(SOON).toISOString() };
    await renderDashboard({ storage, children, answer: () => released.then(() => Response.json(body)) });
    expect(part('banner')).toBeNull();
    release();
    await expect.poll(() => part('banner')?.dataset['licenseState']).toBe('expiring');
  });

  it('can be snoozed before the response, which does not show it again', async () => {
    const { storage } = storageOf('expiring', SOON);
    const { released, release } = held();
    const body = { tier: 'x', entitlements: ['scim'], expires_at: new Date(SOON).toISOString() };
    const { screen } = await renderDashboard({ storage, children, answer: () => released.then(() => Response.json(body)) });
    await screen.getByRole('button', { name: 'Remind me tomorrow' }).click();
    await expect.poll(() => part('banner')?.textContent).toBe('Hidden until tomorrow.Undo');
    release();
    await expect.element(screen.getByText('expiring, a license')).toBeVisible();
    expect(part('banner')?.textContent).toBe('Hidden until tomorrow.Undo');
  });

  it.each([400, 520, 600, 800, 900])('does not shift the page at %i pixels, whatever the words of the last visit were', async (width) => {
    await page.viewport(width, 900);
    for (const entitlements of [['oidc', 'scim'], []]) {
      for (const isHidden of [true, false]) {
        localStorage.clear();
        const body = { tier: 'enterprise', entitlements, expires_at: new Date(Date.now() - 20 * DAY).toISOString(), days_remaining: -1 };
        const first = await renderDashboard({ children, storage: localStorage, answer: () => Response.json(body) });
        await expect.poll(() => part('banner')?.dataset['licenseFreshness']).toBe('fresh');
        if (isHidden) await first.screen.getByRole('button', { name: 'Hide details' }).click();
        await expect.poll(() => localStorage.getItem('alexandria-license:')).toContain(isHidden ? '"until":null' : '"dismissal":null');
        await first.screen.unmount();
        const { released, release } = held();
        const { screen } = await renderDashboard({
          children,
          storage: localStorage,
          answer: () => released.then(() => Response.json(body)),
        });
        const height = () => part('banner')?.getBoundingClientRect().height;
        const before = height();
        release();
        await expect.poll(() => part('banner')?.dataset['licenseFreshness']).toBe('fresh');
        await expect.poll(() => part('banner')?.textContent).toContain('Your license');
        expect([before, entitlements.length, isHidden]).toEqual([height(), entitlements.length, isHidden]);
        await screen.unmount();
      }
    }
  });

  it.each([
    '{',
    'null',
    '[]',
    '{"scope":"ada","state":"active","expiresAt":1}',
    '{"scope":"ada","state":"grace","expiresAt":1e999}',
    '{"scope":"ada","state":"grace","expiresAt":"x"}',
    '{"scope":"grace","state":"grace","expiresAt":1}',
  ])('is ignored if the stored entry is %s', async (stored) => {
    const { released, release } = held();
    const storage: LicenseStorage = { getItem: () => stored, setItem: () => undefined, removeItem: () => undefined };
    await renderDashboard({ storage, children, answer: () => released.then(() => new Response(null, { status: 500 })) });
    expect(part('banner')).toBeNull();
    release();
  });
});

describe('the stored state', () => {
  it('is removed after a 403, with the banner', async () => {
    const { storage, kept } = storageOf('expired', SOON);
    await renderDashboard({ storage, children, answer: () => new Response(null, { status: 403 }) });
    expect(part('banner')).not.toBeNull();
    await expect.poll(kept).toEqual([]);
    await expect.poll(() => part('banner')).toBeNull();
  });

  it('is kept after a 401, because the session may come back', async () => {
    const { storage, kept } = storageOf('expired', SOON);
    await renderDashboard({ storage, children, answer: () => new Response(null, { status: 401 }) });
    await expect.poll(() => part('banner')?.dataset['licenseFreshness']).toBe('unauthorized');
    expect(kept()).toEqual(['expired']);
  });

  it('is removed at sign-out, with the license', async () => {
    const { storage, kept } = storageOf('expired', SOON);
    const { screen, signOut, queries } = await renderDashboard({ storage, children, scenario: 'grace' });
    await expect.element(screen.getByText('grace, a license')).toBeVisible();
    await signOut();
    await expect.element(screen.getByText('unknown, nothing')).toBeVisible();
    expect(part('banner')).toBeNull();
    expect(kept()).toEqual([]);
    expect(cached(queries)).toBe('[]');
  });

  it('is removed when another user signs in', async () => {
    const { storage, kept } = storageOf('expired', SOON);
    const queries = new QueryClient();
    const clientOf = (scope: string) => createLicenseClient({ baseUrl: '', scope, storage, fetch: () => new Promise(() => undefined) });
    const [ada, adaAgain, grace] = [clientOf('ada'), clientOf('ada'), clientOf('grace')];
    const tree = (client: typeof ada) => (
      <QueryClientProvider client={queries}>
        <LicenseProvider client={client} role="admin">
          {children}
        </LicenseProvider>
      </QueryClientProvider>
    );
    const screen = await render(tree(ada));
    expect(part('banner')?.dataset['licenseState']).toBe('expired');
    await screen.rerender(tree(adaAgain));
    expect(part('banner')?.dataset['licenseState']).toBe('expired');
    await screen.rerender(tree(grace));
    expect(part('banner')).toBeNull();
    expect(kept()).toEqual([]);
  });
});

describe('a page with a stored banner', () => {
  it.each([1_200, 700, 320])('does not shift when the response confirms the banner, at a width of %d pixels', async (width) => {
    const { storage } = storageOf('expiring', 0);
    const page = (
      <div style={{ inlineSize: width }}>
        <LicenseBanner />
        <main>Models</main>
      </div>
    );
    const earlier = await renderDashboard({ scenario: 'grace', storage, children: page, licenseHref: '/license' });
    await expect.poll(() => part('banner')?.dataset['licenseState']).toBe('grace');
    await expect.poll(() => part('banner')?.dataset['licenseFreshness']).toBe('fresh');
    await earlier.screen.unmount();

    const { released, release } = held();
    const answer = () => released.then(() => fetchGrace());
    const fetchGrace = async () =>
      Response.json({
        tier: 'enterprise',
        entitlements: ['multi_tenant', 'oidc', 'scim', 'audit_export', 'memcached_cache', 'vault'],
        expires_at: new Date(Date.now() - 2 * DAY).toISOString(),
        days_remaining: 0,
        grace_remaining_seconds: 5 * 86_400,
      });
    const { screen } = await renderDashboard({ answer, storage, children: page, licenseHref: '/license' });
    const top = () => screen.getByText('Models').element().getBoundingClientRect().top;
    const before = top();
    expect(before).toBeGreaterThan(20);
    release();
    await expect.poll(() => part('banner')?.dataset['licenseFreshness']).toBe('fresh');
    expect(top()).toBe(before);
  });

  it('is hydrated without a mismatch, although the server has no stored state', async () => {
    const { storage } = storageOf('grace', SOON);
    const tree = (queries: QueryClient, remembers: LicenseStorage | null) => (
      <QueryClientProvider client={queries}>
        <LicenseProvider
          client={createLicenseClient({ baseUrl: '', scope: 'ada', storage: remembers, fetch: () => new Promise(() => undefined) })}
          role="admin"
          locale="en-GB"
        >
          {children}
        </LicenseProvider>
      </QueryClientProvider>
    );
    const host = document.createElement('div');
    host.innerHTML = renderToString(tree(new QueryClient(), null));
    document.body.append(host);
    expect(host.textContent).toContain('Users and groups');
    expect(part('banner')).toBeNull();
    const onRecoverableError = vi.fn();
    const errors = vi.spyOn(console, 'error');
    const root = hydrateRoot(host, tree(new QueryClient(), storage), { onRecoverableError });
    await expect.poll(() => part('banner')?.dataset['licenseState']).toBe('grace');
    expect(onRecoverableError).not.toHaveBeenCalled();
    expect(errors.mock.calls).toEqual([]);
    root.unmount();
    host.remove();
  });
});
