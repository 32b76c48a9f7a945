import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Component, type ReactNode, useEffect, useLayoutEffect } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { createLicenseClient, licenseKeys } from '../../src/client.js';
import { LicenseBanner, LicensePanel, LicenseProvider, type LicenseRole, useLicense } from '../../src/index.js';
import { answerLicense, part, refuseTenants, renderDashboard, withWorker } from '../support/renderDashboard.js';

const traffic = withWorker();
const client = createLicenseClient({ baseUrl: '', scope: 'ada' });
const errors = vi.spyOn(console, 'error');

beforeEach(() => {
  errors.mockReset().mockImplementation(() => undefined);
});
afterEach(() => {
  errors.mockReset();
});

function StateProbe() {
  const { state, freshness, license } = useLicense();
  return <output>{[state, freshness, license === null ? 'no license' : 'license'].join(', ')}</output>;
}

const caught = vi.fn();

class Boundary extends Component<{ readonly children: ReactNode }> {
  override componentDidCatch(error: unknown) {
    caught(error);
  }

  override render() {
    return this.props.children;
  }
}

function Refreshing({ onRefreshed }: { readonly onRefreshed: (read: boolean) => void }) {
  const { refresh } = useLicense();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, from the first effect
  useEffect(() => void refresh().then(onRefreshed), []);
  return null;
}

const content = (
  <>
    <p>The host’s own page</p>
    <LicenseBanner />
    <LicensePanel />
    <StateProbe />
  </>
);

async function expectSilent(tree: ReactNode, code: string, words: RegExp) {
  const screen = await render(tree);
  await expect.element(screen.getByText('The host’s own page')).toBeVisible();
  await expect.element(screen.getByText('unknown, pending, no license')).toBeVisible();
  expect(part('banner')).toBeNull();
  const logged = errors.mock.calls.map(([error]) => error).filter((error) => error?.code === code && words.test(error.message));
  expect(logged).toHaveLength(1);
}

describe('the package, if it is embedded incorrectly', () => {
  it('keeps the app working and logs one error without a provider', async () => {
    await expectSilent(content, 'missing_provider', /no LicenseProvider above/);
  });

  it('keeps the app working and logs one error without a query client', async () => {
    await expectSilent(
      <LicenseProvider client={client} role="admin">
        {content}
      </LicenseProvider>,
      'missing_provider',
      /needs a QueryClientProvider/,
    );
  });

  it('keeps the app working and logs one error without a role', async () => {
    const role = Object({}).role as LicenseRole;
    const tree = (
      <QueryClientProvider client={new QueryClient()}>
        <LicenseProvider client={client} role={role}>
          {content}
        </LicenseProvider>
      </QueryClientProvider>
    );
    await expectSilent(tree, 'invalid_option', /role must be admin or member/);
  });
});

const mounts = vi.fn();

function Page() {
  useEffect(() => mounts(), []);
  return <input aria-label="Draft" />;
}

/** Calls `look` after its children are committed and before they are painted. */
function Committed({ look, children }: { readonly look: () => unknown; readonly children: ReactNode }) {
  useLayoutEffect(() => void look(), [look]);
  return children;
}

describe('the provider', () => {
  it('accepts a query client of its own', async () => {
    const screen = await render(
      <LicenseProvider client={createLicenseClient({ baseUrl: '/nowhere', scope: 'ada' })} role="member" queryClient={new QueryClient()}>
        {content}
      </LicenseProvider>,
    );
    await expect.element(screen.getByText('unknown, pending, no license')).toBeVisible();
    expect(errors).not.toHaveBeenCalled();
  });

  it('starts its first check before the page is painted, and none if it remounts a moment later', async () => {
    const queryClient = new QueryClient();
    const fetch = vi.fn(async () =>
      Response.json({ tier: 'enterprise', entitlements: [], expires_at: null, days_remaining: 0, grace_remaining_seconds: 0 }),
    );
    const client = createLicenseClient({ baseUrl: '', scope: 'painter', storage: null, fetch });
    const statusOf = () => queryClient.getQueryState(licenseKeys.license(client))?.fetchStatus;
    let begun: ReturnType<typeof statusOf>;
    const tree = (
      <Committed look={() => (begun ??= statusOf())}>
        <LicenseProvider client={client} role="admin" queryClient={queryClient}>
          <LicensePanel />
        </LicenseProvider>
      </Committed>
    );
    const screen = await render(tree);
    expect(begun).toBe('fetching');
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('fresh');
    await screen.unmount();
    await render(tree);
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('fresh');
    expect([fetch.mock.calls.length, statusOf()]).toEqual([1, 'idle']);
  });

  it('does not throw a failed check while rendering, whatever the query defaults of the app', async () => {
    caught.mockReset();
    const queryClient = new QueryClient({
      defaultOptions: { queries: { throwOnError: true, retry: 3, staleTime: Number.POSITIVE_INFINITY } },
    });
    await renderDashboard({ queryClient, answer: () => new Response(null, { status: 500 }), children: <Boundary>{content}</Boundary> });
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('server-error');
    expect(caught).not.toHaveBeenCalled();
  });

  it('calls onUnauthorized once if the first check returns 401, even after more refreshes', async () => {
    const onUnauthorized = vi.fn();
    const { client } = await renderDashboard({ onUnauthorized, answer: () => new Response(null, { status: 401 }) });
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('unauthorized');
    for (let again = 0; again < 2; again += 1) await expect(client.refresh()).resolves.toBe(false);
    expect(traffic.requests()).toBe(3);
    expect(onUnauthorized).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['401', 'unauthorized'],
    ['403', 'forbidden'],
  ])('sends no request after a %s, neither for a 402 nor on a remount, until refresh()', async (status, code) => {
    const onUnauthorized = vi.fn();
    const queryClient = new QueryClient();
    const answer = () => new Response(null, { status: Number(status) });
    const { client, ask, screen } = await renderDashboard({ queryClient, onUnauthorized, answer });
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe(code);
    refuseTenants('{"entitlement":"multi_tenant"}');
    await ask('/admin/tenants');
    await screen.unmount();
    await render(
      <LicenseProvider client={client} role="admin" queryClient={queryClient} onUnauthorized={onUnauthorized}>
        <LicensePanel />
      </LicenseProvider>,
    );
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe(code);
    expect(onUnauthorized).toHaveBeenCalledTimes(code === 'unauthorized' ? 1 : 0);
    await client.refresh();
    // The first check and this refresh.
    expect(traffic.requests()).toBe(2);
  });

  it('notifies the app once through three providers, although the first has no callback and the second throws', async () => {
    const uncaught = vi.fn((event: ErrorEvent) => event.preventDefault());
    window.addEventListener('error', uncaught);
    const onUnauthorized = vi.fn(() => {
      throw new Error('The app failed.');
    });
    const fetch = async () => new Response(null, { status: 401 });
    const shared = {
      client: createLicenseClient({ baseUrl: '', scope: 'ada', fetch }),
      role: 'admin',
      queryClient: new QueryClient(),
    } as const;
    const screen = await render(
      <>
        <LicenseProvider {...shared}>
          <StateProbe />
        </LicenseProvider>
        <LicenseProvider {...shared} onUnauthorized={onUnauthorized}>
          <StateProbe />
        </LicenseProvider>
        <LicenseProvider {...shared}>
          <StateProbe />
        </LicenseProvider>
      </>,
    );
    const states = () => screen.getByText('unknown, unauthorized, no license').elements().length;
    // Less than 10 seconds, because the regular clock check would update the third provider, too.
    await expect.poll(states, { timeout: 5_000 }).toBe(3);
    await expect.poll(() => uncaught.mock.calls.length).toBe(1);
    await shared.client.refresh();
    expect(onUnauthorized).toHaveBeenCalledTimes(1);
    window.removeEventListener('error', uncaught);
  });

  it('returns a refresh() that works from the first effect of a component', async () => {
    const results: boolean[] = [];
    const fetch = async () => Response.json({ tier: 'x', entitlements: ['oidc'], expires_at: null });
    const client = createLicenseClient({ baseUrl: '', scope: 'ada', fetch });
    const screen = await render(
      <LicenseProvider client={client} role="admin" queryClient={new QueryClient()}>
        <Refreshing onRefreshed={(read) => results.push(read)} />
        <StateProbe />
      </LicenseProvider>,
    );
    await expect.element(screen.getByText('active, fresh, license', { exact: true })).toBeVisible();
    await expect.poll(() => results).toEqual([true]);
  });

  it('calls onUnauthorized once, even if another failure occurs between two 401s', async () => {
    const onUnauthorized = vi.fn();
    const statuses = [401, 503, 401];
    const { client } = await renderDashboard({ onUnauthorized, answer: () => new Response(null, { status: statuses.shift() ?? 401 }) });
    for (const code of ['server-error', 'unauthorized']) {
      await expect.poll(() => part('panel')?.dataset['licenseFreshness']).not.toBe(code);
      await client.refresh();
      await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe(code);
    }
    expect(onUnauthorized).toHaveBeenCalledTimes(1);
  });

  it('sends no request after it is unmounted', async () => {
    const { screen, client } = await renderDashboard({ scenario: 'active' });
    await expect.poll(() => part('panel')?.dataset['licenseState']).toBe('active');
    answerLicense(() => new Promise(() => undefined));
    const refreshed = client.refresh();
    await expect.poll(() => client.internals.checks.begun).toBe(2);
    await screen.unmount();
    await expect(refreshed).resolves.toBe(false);
    await expect(client.refresh()).resolves.toBe(false);
    expect(client.internals.checks.begun).toBe(2);
  });

  it('does not remount the app when the role becomes known', async () => {
    const queryClient = new QueryClient();
    const tree = (role: LicenseRole) => (
      <LicenseProvider client={client} role={role} queryClient={queryClient}>
        <Page />
      </LicenseProvider>
    );
    const screen = await render(tree(Object({}).role));
    await screen.getByLabelText('Draft').fill('typed');
    await screen.rerender(tree('member'));
    await expect.element(screen.getByLabelText('Draft')).toHaveValue('typed');
    expect(mounts).toHaveBeenCalledTimes(1);
  });

  it('fetches when the page becomes visible, also with an unmounted query client', async () => {
    const { screen } = await renderDashboard({
      scenario: 'expired',
      answer: () => new Response(null, { status: 500 }),
      queryClient: new QueryClient(),
    });
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('server-error');
    const before = traffic.requests();
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('visibilitychange'));
    await expect.poll(() => traffic.requests()).toBe(before + 1);
    await screen.unmount();
  });

  it.each([
    ['an invalid locale', { locale: 'en_US' }],
    ['messages set to null', { messages: Object(null).messages ?? null }],
  ])('renders English with %s', async (_, props) => {
    const { screen } = await renderDashboard({ scenario: 'grace', ...props });
    await expect.element(screen.getByRole('button', { name: 'Check now' })).toBeVisible();
    await expect.element(screen.getByText(/Your license expired 2 days ago/).first()).toBeVisible();
  });

  it('keeps the other English names if the app replaces one', async () => {
    await renderDashboard({ scenario: 'grace', messages: { names: { entitlements: { scim: 'directory sync' } } } });
    await expect
      .poll(() => part('banner')?.textContent)
      .toContain(': multi-tenancy, single sign-on (OIDC/SAML), directory sync and 3 more.');
  });

  it('uses the messages of the app instead of the English ones', async () => {
    const { screen } = await renderDashboard({
      scenario: 'grace',
      messages: { panel: { title: 'Subscription' }, banner: { collapse: 'Less' } },
    });
    await expect.element(screen.getByRole('region', { name: 'Subscription' })).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Less' })).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Check now' })).toBeVisible();
  });

  it('links the banner to the page in licenseHref', async () => {
    const { screen } = await renderDashboard({ scenario: 'grace', licenseHref: '/settings/license' });
    await expect.element(screen.getByRole('link', { name: 'Renew license' })).toHaveAttribute('href', '/settings/license#renew-license');
  });
});
