import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Activity, useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { createLicenseClient, type LicenseClient } from '../../src/client.js';
import {
  EntitlementGate,
  LicenseBanner,
  LicensePanel,
  LicenseProvider,
  type LicenseRole,
  PaymentRequiredNotice,
  useLicense,
} from '../../src/index.js';
import { part } from '../support/renderDashboard.js';

const DAY = 86_400_000;
const IN_GRACE = { tier: 'enterprise', entitlements: ['scim'], expires_at: new Date(Date.now() - 2 * DAY).toISOString() };

afterEach(() => {
  localStorage.clear();
  vi.restoreAllMocks();
});

/** Renders the result of `useLicense`. `data-mounted` changes after a remount. */
function Page() {
  const [mountId] = useState(() => Math.random());
  const { state, license } = useLicense();
  return <output data-mounted={mountId}>{`${state}, ${license === null ? 'no license' : 'a license'}`}</output>;
}

const children = (
  <>
    <LicenseBanner />
    <LicensePanel />
    <PaymentRequiredNotice />
    <EntitlementGate entitlement="scim">
      <p>Users are provisioned</p>
    </EntitlementGate>
    <Page />
  </>
);

function session(scope: string) {
  const fetch = vi.fn(async () => Response.json(IN_GRACE));
  return { client: createLicenseClient({ baseUrl: '', scope, fetch }), fetch };
}

async function renderApp(first: LicenseClient | null) {
  const queries = new QueryClient();
  const app = (client: LicenseClient | null, role: LicenseRole) => (
    <QueryClientProvider client={queries}>
      <LicenseProvider client={client} role={role} locale="en-GB">
        {children}
      </LicenseProvider>
    </QueryClientProvider>
  );
  const screen = await render(app(first, 'admin'));
  return {
    screen,
    queries,
    signIn: (client: LicenseClient | null, role: LicenseRole = 'admin') => screen.rerender(app(client, role)),
  };
}

const cached = (queries: QueryClient) =>
  queries
    .getQueryCache()
    .getAll()
    .flatMap(({ state }) => state.data ?? []);
const output = () => document.querySelector('output');
const stored = () => Object.keys(localStorage).filter((key) => key.startsWith('alexandria-license'));

it('fetches, shows and caches nothing while no user is signed in', async () => {
  const errors = vi.spyOn(console, 'error');
  const { screen, queries } = await renderApp(null);
  await expect.element(screen.getByText('Users are provisioned')).toBeVisible();
  expect([part('banner'), part('panel'), part('notices')]).toEqual([null, null, null]);
  expect(output()?.textContent).toBe('unknown, no license');
  expect(queries.getQueryCache().getAll()).toEqual([]);
  expect(errors).not.toHaveBeenCalled();
});

it('shows the license after sign-in and removes it after sign-out, without remounting the app', async () => {
  const { screen, queries, signIn } = await renderApp(null);
  const mounted = output()?.dataset['mounted'];
  const ada = session('ada');
  await signIn(ada.client);
  await expect.poll(() => part('panel')?.dataset['licenseState']).toBe('grace');
  expect(stored()).not.toEqual([]);

  await signIn(null);
  await expect.poll(() => part('panel')).toBeNull();
  expect(output()?.textContent).toBe('unknown, no license');
  expect(cached(queries)).toEqual([]);
  expect(stored()).toEqual([]);
  // Focusing the window must not send a request.
  await screen.getByText('Users are provisioned').click();
  expect(ada.fetch).toHaveBeenCalledTimes(1);

  const bob = session('bob');
  await signIn(bob.client);
  await expect.poll(() => part('panel')?.dataset['licenseState']).toBe('grace');
  expect(bob.fetch).toHaveBeenCalledTimes(1);
  expect(output()?.dataset['mounted']).toBe(mounted);
});

it('discards a response that arrives after sign-out', async () => {
  let answer: (response: Response) => void = () => undefined;
  const client = createLicenseClient({ baseUrl: '', scope: 'ada', fetch: () => new Promise((resolve) => (answer = resolve)) });
  const { queries, signIn } = await renderApp(client);
  await expect.poll(() => queries.isFetching()).toBe(1);
  await signIn(null);
  answer(Response.json(IN_GRACE));
  await expect.poll(() => queries.isFetching()).toBe(0);
  expect(cached(queries)).toEqual([]);
  expect(stored()).toEqual([]);
});

/** Returns the query cache, including errors, and the storage as text. */
function cacheAndStorage(queries: QueryClient): string {
  const states = queries
    .getQueryCache()
    .getAll()
    .map(({ queryKey, state: { data, error } }) => ({ queryKey, data: { ...Object(data) }, error }));
  return [JSON.stringify(states), ...Object.entries(localStorage).flat()].join(' ');
}

type SignedIn = Awaited<ReturnType<typeof renderApp>> & { readonly client: LicenseClient; readonly forbid: () => void };

it.each<[string, (page: SignedIn) => unknown]>([
  ['a sign-out', ({ signIn }) => signIn(null)],
  [
    'a sign-in with another scope',
    ({ signIn }) => signIn(createLicenseClient({ baseUrl: '', scope: 'bob', fetch: () => new Promise(() => undefined) })),
  ],
  ['a change from admin to member', ({ signIn, client }) => signIn(client, 'member')],
  [
    'a 403',
    async ({ client, forbid }) => {
      forbid();
      await client.refresh();
    },
  ],
])('removes the license from cache and storage after %s', async (_, endSession) => {
  let status = 200;
  const client = createLicenseClient({ baseUrl: '', scope: 'ada', fetch: async () => Response.json(IN_GRACE, { status }) });
  const page = await renderApp(client);
  await expect.poll(() => part('banner')?.dataset['licenseState']).toBe('grace');
  await expect.poll(() => cacheAndStorage(page.queries)).toMatch(/"enterprise".*"text":/);
  await endSession({ ...page, client, forbid: () => (status = 403) });
  await expect.poll(() => output()?.textContent).toBe('unknown, no license');
  expect([part('banner'), part('panel')?.textContent ?? ''].join()).not.toContain('Enterprise');
  expect(cacheAndStorage(page.queries)).not.toMatch(/enterprise|scim|expires|grace"/i);
});

it('keeps the license in the cache if the provider unmounts without a sign-out', async () => {
  const { client } = session('ada');
  const { screen, queries } = await renderApp(client);
  await expect.poll(() => part('banner')?.dataset['licenseState']).toBe('grace');
  await screen.unmount();
  expect(cacheAndStorage(queries)).toMatch(/"enterprise".*"text":/);
});

it('removes the license if sign-out and navigation happen in the same commit', async () => {
  const { client } = session('ada');
  const queries = new QueryClient();
  const app = (user: LicenseClient | null) => (
    <QueryClientProvider client={queries}>
      <LicenseProvider client={user} role="admin">
        {user === null ? <p>Sign in</p> : children}
      </LicenseProvider>
    </QueryClientProvider>
  );
  const screen = await render(app(client));
  await expect.poll(() => cacheAndStorage(queries)).toMatch(/"enterprise".*"text":/);
  await screen.rerender(app(null));
  await expect.element(screen.getByText('Sign in')).toBeVisible();
  expect(cacheAndStorage(queries)).not.toContain('enterprise');
  expect(stored()).toEqual([]);
});

it('removes the license from a query client that is replaced', async () => {
  const { client } = session('ada');
  const [first, second] = [new QueryClient(), new QueryClient()];
  const app = (queryClient: QueryClient) => (
    <LicenseProvider client={client} role="admin" queryClient={queryClient}>
      <LicenseBanner />
    </LicenseProvider>
  );
  const screen = await render(app(first));
  await expect.poll(() => cacheAndStorage(first)).toMatch(/"enterprise".*"text":/);
  await screen.rerender(app(second));
  await expect.poll(() => cacheAndStorage(second)).toContain('"enterprise"');
  expect(cached(first)).toEqual([]);
  expect(stored()).not.toEqual([]);
});

it('removes the license if the sign-out happens in a hidden Activity', async () => {
  const { client } = session('ada');
  const queries = new QueryClient();
  const app = (user: LicenseClient | null) => (
    <QueryClientProvider client={queries}>
      <Activity mode={user === null ? 'hidden' : 'visible'}>
        <LicenseProvider client={user} role="admin">
          {children}
        </LicenseProvider>
      </Activity>
    </QueryClientProvider>
  );
  const screen = await render(app(client));
  await expect.poll(() => cacheAndStorage(queries)).toMatch(/"enterprise".*"text":/);
  await screen.rerender(app(null));
  await expect.poll(() => cacheAndStorage(queries)).not.toContain('enterprise');
  await expect.poll(stored).toEqual([]);
});
