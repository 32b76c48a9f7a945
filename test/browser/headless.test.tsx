import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import { createLicenseClient, type LicenseClient, type LicenseStorage, watchPaymentRequired } from '../../src/client.js';
import {
  EntitlementGate,
  LicenseBanner,
  type LicenseBannerResult,
  LicensePanel,
  LicenseProvider,
  type LicenseRole,
  PaymentRequiredNotice,
  type PaymentRequiredNotices,
  useLicenseBanner,
  usePaymentRequiredNotices,
} from '../../src/index.js';
import type * as German from '../../src/messages/de.js';
import {
  answerLicense,
  cached,
  letTenantsWork,
  notices,
  part,
  refuseTenants,
  renderDashboard,
  withWorker,
} from '../support/renderDashboard.js';

const DAY = 86_400_000;
const E = Date.UTC(2027, 4, 1);
const HERE = `${location.pathname}${location.search}`;
const [TENANTS, USERS, AUTOSCALING] = ['/admin/tenants', '/scim/v2/Users', '/admin/autoscaling'];

const traffic = withWorker();
afterEach(() => history.replaceState(null, '', HERE));

// German loads when a test opens it.
const german = vi.hoisted(() => {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
});
vi.mock('../../src/messages/de.js', async (importOriginal) => {
  const { de } = await importOriginal<typeof German>();
  return { de: german.opened.then(() => de) };
});

type Setup = NonNullable<Parameters<typeof renderDashboard>[0]>;

/** The results of `useLicenseBanner` in the current test, one for each render. */
const banners: LicenseBannerResult[] = [];
/** The results of `usePaymentRequiredNotices` in the current test, one for each render. */
const lists: PaymentRequiredNotices[] = [];
afterEach(() => {
  banners.length = 0;
  lists.length = 0;
});

/** Returns the keys of the announcements, without repetitions. */
const keysOf = (results: readonly { readonly announcement: { readonly key: string | null } }[]) =>
  results.map(({ announcement }) => announcement.key).filter((key, at, all) => at === 0 || key !== all[at - 1]);

/** A banner with the app's markup. */
function OwnBanner({ id = 'own' }: { readonly id?: string }): ReactNode {
  const result = useLicenseBanner();
  banners.push(result);
  const { banner, announcement } = result;
  return (
    <>
      {banner && (
        <div id={id} data-state={banner.state} data-freshness={banner.freshness}>
          <b>{banner.lead}</b>
          {banner.detail && <span>{` ${banner.detail}`}</span>}
          {banner.note && <em>{` ${banner.note}`}</em>}
          {banner.renew && <a href={banner.renew.href}>{banner.renew.label}</a>}
          {[banner.snooze, banner.undo].map(
            (action) =>
              action && (
                <button key={action.label} type="button" onClick={action.run}>
                  {action.label}
                </button>
              ),
          )}
          {banner.details && (
            <button type="button" aria-expanded={banner.details.areShown} onClick={banner.details.run}>
              {banner.details.label}
            </button>
          )}
        </div>
      )}
      <output data-key={announcement.key} data-urgent={announcement.isUrgent}>
        {announcement.key !== null && announcement.text}
      </output>
    </>
  );
}

/** Toasts with the app's markup. */
function OwnNotices(): ReactNode {
  const result = usePaymentRequiredNotices();
  lists.push(result);
  return (
    <>
      <ul aria-label={result.region}>
        {result.notices.map(({ entitlement, reason, title, detail, links, dismiss }) => (
          <li key={entitlement} data-own={`${entitlement} ${reason}`}>
            <b>{title}</b>
            <span>{detail}</span>
            {links.map(({ kind, href, label }) => (
              <a key={kind} href={href}>
                {label}
              </a>
            ))}
            <button type="button" onClick={dismiss}>{`Close ${title}`}</button>
          </li>
        ))}
      </ul>
      <output data-key={result.announcement.key}>{result.announcement.text}</output>
    </>
  );
}

const own = (id = 'own') => document.getElementById(id);
const ownNotices = () => Array.from(document.querySelectorAll<HTMLElement>('[data-own]'), ({ dataset }) => dataset['own']);
const announced = () => document.querySelector('output')?.textContent ?? '';
const announcementKey = () => document.querySelector('output')?.dataset['key'] ?? null;
const isFresh = () => expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('fresh');
const last = <T,>(all: readonly T[]): T => {
  const [latest] = all.slice(-1);
  if (latest === undefined) throw new Error('The hook has not been called.');
  return latest;
};

const withBanner = (banner: ReactNode) => (
  <>
    {banner}
    <LicensePanel />
  </>
);
const at = async (now: number, more: Setup = {}) =>
  renderDashboard({ licenseKey: await mintLicenseKey({ expiresAt: E }), now, children: withBanner(<OwnBanner />), ...more });

type Dashboard = Awaited<ReturnType<typeof renderDashboard>>;

/** Renders a page with `<LicenseBanner>`, then the same page with the app's banner. Expects the same state and text, and returns the text. */
async function expectSameText(setup: () => Setup, act: (dashboard: Dashboard) => Promise<unknown> = isFresh): Promise<string | null> {
  const builtIn = await at(E - 2 * DAY, { ...setup(), children: withBanner(<LicenseBanner />) });
  await act(builtIn);
  const expected = part('banner');
  const { licenseState, licenseFreshness } = expected?.dataset ?? {};
  const text = expected?.textContent ?? null;
  await builtIn.screen.unmount();
  localStorage.clear();
  const ownPage = await at(E - 2 * DAY, { ...setup(), children: withBanner(<OwnBanner />) });
  await act(ownPage);
  expect(own()?.textContent ?? null).toBe(text);
  expect(own()?.dataset['freshness']).toBe(licenseFreshness);
  expect(own()?.dataset['state']).toBe(licenseState === 'active' ? 'early' : licenseState);
  return text;
}

/** Returns a storage with the entry of an earlier visit. */
function storageOf(state: string): LicenseStorage {
  let entry: string | null = JSON.stringify({ scope: 'ada', state, expiresAt: E, text: 'License expired', dismissal: null });
  return {
    getItem: () => entry,
    setItem: (_, value) => {
      entry = value;
    },
    removeItem: () => {
      entry = null;
    },
  };
}

/** A link of the app to the renewal. */
function RenewLink({ marked }: { readonly marked: boolean }): ReactNode {
  const { banner } = useLicenseBanner();
  return banner?.renew && <a {...{ href: banner.renew.href, ...(marked ? { 'data-license-renews': '' } : {}) }}>{banner.renew.label}</a>;
}

describe('a banner of the app', () => {
  it.each([
    [
      'early',
      'weeks before the expiry',
      E - 20 * DAY - 3_600_000,
      /^Your Enterprise license expires in 20 days\. Renewing takes .*Renew licenseRemind me in 7 days$/,
    ],
    [
      'expiring',
      'days before it',
      E - 2 * DAY - 3_600_000,
      /^Your Enterprise license expires in 2 days\. Licensed features keep .*Remind me tomorrow$/,
    ],
    ['expiring', 'on the last day', E - 7 * 3_600_000 - 60_000, /^Your Enterprise license expires in 7 hours.*Remind me in 1 hour$/],
    [
      'expiring',
      'in the last hour',
      E - 20 * 60_000 - 30_000,
      /^Your Enterprise license expires in 20 minutes.*Remind me when it expires$/,
    ],
    [
      'grace',
      'after it',
      E + 2 * DAY + 60_000,
      /^Licensed features stop in 4 days, 23 hours\. Your license expired .*Renew licenseHide details$/,
    ],
    [
      'expired',
      'after the grace period',
      E + 9 * DAY,
      /^Your license expired\. 6 licensed features are off\. The core API .*Renew licenseHide details$/,
    ],
  ])('has the texts of the built-in banner in the state %s, %s', async (state, _, now, words) => {
    const text = await expectSameText(() => ({ now, remindDaysBefore: 30, licenseHref: '/license' }));
    expect(text?.replace(/\p{Cf}/gu, '')).toMatch(words);
    expect(own()?.dataset['state']).toBe(state);
    expect(last(banners).banner?.region).toBe('License status');
    expect(last(banners).announcement.isUrgent).toBe(state === 'grace' || state === 'expired');
    await expect.poll(announcementKey).not.toBeNull();
    expect(own()?.textContent).toContain(announced());
  });

  it.each(['active', 'unlicensed', 'no-end'] as const)('is null in the scenario %s, and announces nothing', async (scenario) => {
    await renderDashboard({ scenario, children: withBanner(<OwnBanner />) });
    await isFresh();
    expect(banners.map(({ banner }) => banner)).not.toContainEqual(expect.anything());
    expect(keysOf(banners)).toEqual([null]);
  });

  it.each(['active', 'expiring'] as const)('has no text to announce while the key is null, in the scenario %s', async (scenario) => {
    await renderDashboard({ scenario, children: withBanner(<OwnBanner />) });
    await isFresh();
    await fetch('/v1/models');
    const texts = banners.filter(({ announcement: { key } }) => key === null).map(({ announcement: { text } }) => text);
    expect(new Set(texts)).toEqual(new Set(['']));
  });

  it('is null for a member, and sends no request', async () => {
    await renderDashboard({
      scenario: 'expired',
      role: 'member',
      session: 'member',
      storage: storageOf('expired'),
      children: withBanner(<OwnBanner />),
    });
    await expect.poll(() => part('panel')?.textContent).toContain('Only administrators');
    await fetch('/v1/models');
    expect(banners.map(({ banner }) => banner)).not.toContainEqual(expect.anything());
    expect(keysOf(banners)).toEqual([null]);
    expect(traffic.requests()).toBe(0);
  });

  it('is null after a 403, also if the last visit had a banner', async () => {
    await renderDashboard({
      storage: storageOf('grace'),
      answer: () => new Response(null, { status: 403 }),
      children: withBanner(<OwnBanner />),
    });
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('forbidden');
    await expect.poll(() => last(banners)).toMatchObject({ banner: null, announcement: { key: null } });
  });

  it('is null before the first response', async () => {
    await renderDashboard({ answer: () => new Promise(() => undefined), children: withBanner(<OwnBanner />) });
    await fetch('/v1/models');
    expect(last(banners)).toMatchObject({ banner: null, announcement: { key: null } });
  });

  it.each(['expiring', 'grace', 'expired'] as const)('shows the %s banner of the last visit, and does not announce it', async (state) => {
    const pending = () => expect.poll(() => own() ?? part('banner')).not.toBeNull();
    const setup = () => ({ storage: storageOf(state), answer: () => new Promise<Response>(() => undefined) });
    expect(await expectSameText(setup, pending)).toContain('As of your last visit. Checking now…');
    expect(own()?.dataset['freshness']).toBe('pending');
    expect(keysOf(banners)).toEqual([null]);
  });

  it('omits “Checking now…” from the banner of the last visit after a failed check', async () => {
    const failed = () => expect.poll(() => (own() ?? part('banner'))?.textContent).toContain('Last check failed');
    const text = await expectSameText(() => ({ storage: storageOf('grace'), answer: () => new Response(null, { status: 503 }) }), failed);
    expect(text).not.toContain('Checking now…');
    expect(keysOf(banners)).toEqual([null]);
  });

  it('notes that a later check failed, and keeps the state', async () => {
    const text = await expectSameText(
      () => ({ now: E + DAY }),
      async (dashboard) => {
        await isFresh();
        answerLicense(() => new Response(null, { status: 503 }));
        await dashboard.screen.getByRole('button', { name: 'Check now' }).click();
        await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('server-error');
      },
    );
    expect(text).toContain('Last check failed. Showing the last known status.');
    expect(last(banners).banner).toMatchObject({ state: 'grace', freshness: 'server-error' });
  });

  it('is hidden by a snooze, offers to undo it, and disappears when the offer ends', async () => {
    const { screen } = await at(E - 2 * DAY - 3_600_000, { licenseHref: '/license' });
    const snooze = screen.getByRole('button', { name: 'Remind me tomorrow' });
    await snooze.click();
    await expect.poll(() => own()?.textContent).toBe('Hidden until tomorrow.Undo');
    expect(last(banners).banner).toMatchObject({ detail: '', note: null, renew: null, snooze: null, details: null });
    await expect.poll(announced).toBe('Hidden until tomorrow.');
    await screen.getByRole('button', { name: 'Undo' }).click();
    await expect.element(snooze).toBeVisible();
    expect(own()?.textContent).toContain('expires in 2 days');
    await snooze.click();
    await expect.element(screen.getByRole('button', { name: 'Undo' })).toBeVisible();
    last(banners).banner?.undo?.end();
    await expect.poll(own).toBeNull();
    expect(announcementKey()).toBeNull();
  });

  it.each([
    ['a snooze', E - 2 * DAY, 'Remind me tomorrow'],
    ['hidden details', E + DAY, 'Hide details'],
  ])('has the text of the built-in banner after %s', async (_, now, name) => {
    const text = await expectSameText(
      () => ({ now, licenseHref: '/license' }),
      async ({ screen }) => {
        await screen.getByRole('button', { name }).click();
        await expect.element(screen.getByRole('button', { name })).not.toBeInTheDocument();
      },
    );
    expect(text).toMatch(/^Hidden until tomorrow\.Undo$|^Licensed features stop in [^.]*\.Renew licenseShow details$/);
  });

  it('stays hidden on the next visit, also in the built-in banner', async () => {
    const first = await at(E - 2 * DAY);
    await first.screen.getByRole('button', { name: 'Remind me tomorrow' }).click();
    await first.screen.unmount();
    await at(E - 1.5 * DAY, {
      children: withBanner(
        <>
          <OwnBanner />
          <LicenseBanner />
        </>,
      ),
    });
    await isFresh();
    expect([own(), part('banner')]).toEqual([null, null]);
  });

  it('hides and shows the details', async () => {
    const { screen } = await at(E + DAY);
    const hide = screen.getByRole('button', { name: 'Hide details' });
    await expect.element(hide).toHaveAttribute('aria-expanded', 'true');
    await hide.click();
    const show = screen.getByRole('button', { name: 'Show details' });
    await expect.element(show).toHaveAttribute('aria-expanded', 'false');
    expect(last(banners).banner).toMatchObject({ detail: '', snooze: null, undo: null });
    expect(own()?.textContent).toMatch(/^Licensed features stop in/);
    await show.click();
    await expect.element(hide).toBeVisible();
    expect(last(banners).banner?.detail).toContain('multi-tenancy');
    // It is the same announcement all the time.
    expect(keysOf(banners)).toEqual([null, expect.any(String)]);
  });

  it.each([
    ['/license', '/license#renew-license'],
    ['#/license', '#/license'],
    [undefined, null],
    ['javascript:alert(1)', null],
  ])('links to the renewal for licenseHref=%j with %j', async (licenseHref, href) => {
    await at(E + DAY, licenseHref === undefined ? {} : { licenseHref });
    await expect.poll(own).not.toBeNull();
    expect(last(banners).banner?.renew?.href ?? null).toBe(href);
  });

  it.each([
    ['a plain link', false],
    ['a link with data-license-renews', true],
  ])('opens the renewal of a panel on the same page by %s', async (_, marked) => {
    const { screen } = await at(E + DAY, { licenseHref: HERE, children: withBanner(<RenewLink marked={marked} />) });
    for (let visit = 0; visit < 2; visit += 1) {
      await screen.getByRole('link', { name: 'Renew license' }).click();
      await expect.element(screen.getByRole('button', { name: 'I have a key' })).toBeVisible();
      await expect.element(screen.getByRole('heading', { name: 'Renew license' })).toHaveFocus();
      await screen.getByRole('button', { name: 'Close' }).click();
    }
  });

  it('opens the renewal by a link with data-license-renews in an app with routes in the fragment', async () => {
    const { screen } = await at(E + DAY, { licenseHref: '#/license', children: withBanner(<RenewLink marked />) });
    await screen.getByRole('link', { name: 'Renew license' }).click();
    await expect.element(screen.getByRole('button', { name: 'I have a key' })).toBeVisible();
  });

  it('announces each change once, and no poll', async () => {
    const { queries, alexandria } = await at(E - 2 * DAY - 3_600_000);
    await isFresh();
    await expect.poll(announced).toContain('expires in 2 days');
    const [first] = keysOf(banners).slice(-1);
    for (const hours of [40, 36, 30]) {
      alexandria.setNow(E - hours * 3_600_000 - 60_000);
      await queries.refetchQueries();
      await expect.poll(() => own()?.textContent).toContain(`in ${hours} hours`);
    }
    expect(keysOf(banners)).toEqual([null, first]);
    expect(last(banners).announcement.isUrgent).toBe(false);
    alexandria.setNow(E + 60_000);
    await queries.refetchQueries();
    await expect.poll(announced).toContain('Licensed features stop in 6 days');
    expect(last(banners).announcement.isUrgent).toBe(true);
    await queries.refetchQueries();
    await alexandria.restart({ licenseKey: await mintLicenseKey({ expiresAt: E + 300 * DAY }) });
    await queries.refetchQueries();
    await expect.poll(announced).toContain('License renewed. It now expires on');
    expect(last(banners)).toMatchObject({ banner: null, announcement: { isUrgent: false } });
    await queries.refetchQueries();
    const keys = keysOf(banners);
    expect(keys).toHaveLength(4);
    expect(new Set(keys).size).toBe(4);
  });

  it('changes from expiring to grace at the expiry, without a request', async () => {
    await at(E - 2_500);
    await expect.poll(() => own()?.dataset['state']).toBe('expiring');
    const before = traffic.requests();
    await expect.poll(() => own()?.dataset['state'], { timeout: 6_000 }).toBe('grace');
    expect(banners.find(({ banner }) => banner?.state === 'grace')?.banner?.lead).toContain('Licensed features stop');
    expect(traffic.requests() - before).toBeLessThanOrEqual(1);
  });

  it('is the same in two components, whichever of them the user acts in', async () => {
    const two = withBanner(
      <>
        <OwnBanner id="one" />
        <OwnBanner id="two" />
      </>,
    );
    const { screen, alexandria, queries } = await at(E - 2 * DAY, { children: two });
    const press = (name: string, index = 0) => screen.getByRole('button', { name }).nth(index).click();
    await expect.poll(() => own('two')?.textContent).toContain('expires in');
    expect(own('one')?.textContent).toBe(own('two')?.textContent);
    // The component with the action offers to undo it.
    await press('Remind me tomorrow', 1);
    await expect.poll(() => own('two')?.textContent).toBe('Hidden until tomorrow.Undo');
    expect(own('one')).toBeNull();
    await press('Undo');
    await expect.poll(() => own('one')?.textContent).toContain('expires in');
    expect(own('one')?.textContent).toBe(own('two')?.textContent);
    alexandria.setNow(E + DAY);
    await queries.refetchQueries();
    await expect.poll(() => own('one')?.dataset['state']).toBe('grace');
    await press('Hide details', 0);
    await expect.poll(() => own('two')?.textContent).toContain('Show details');
    expect(own('one')?.textContent).toBe(own('two')?.textContent);
    await press('Show details', 1);
    await expect.poll(() => own('one')?.textContent).toContain('Hide details');
    expect(own('one')?.textContent).toBe(own('two')?.textContent);
  });
});

/** A banner and toasts of the app. `data-mounted` changes after a remount. */
function OwnParts(): ReactNode {
  const [mountId] = useState(() => String(Math.random()));
  return (
    <main data-mounted={mountId}>
      <OwnBanner />
      <OwnNotices />
    </main>
  );
}

const bodyOf = (daysLeft: number, entitlements = ['scim', 'multi_tenant']) => ({
  tier: 'enterprise',
  entitlements,
  expires_at: new Date(Date.now() + daysLeft * DAY).toISOString(),
  grace_remaining_seconds: daysLeft < 0 ? Math.max(0, (7 + daysLeft) * 86_400) : 0,
});

/** Creates the session of a user. `refuse` makes a request that fails with a 402. */
function session(scope: string, body: () => object | Promise<object>, storage: LicenseStorage | null = null) {
  const client = createLicenseClient({ baseUrl: '', scope, storage, fetch: async () => Response.json(await body()) });
  const refusing = watchPaymentRequired(async () => Response.json({ entitlement: 'scim' }, { status: 402 }), client);
  return { client, refuse: () => refusing('/scim/v2/Users') };
}

async function renderApp(first: LicenseClient | null) {
  const queries = new QueryClient();
  const app = (client: LicenseClient | null, role: LicenseRole = 'admin') => (
    <QueryClientProvider client={queries}>
      <LicenseProvider client={client} role={role} locale="en-GB">
        <OwnParts />
      </LicenseProvider>
    </QueryClientProvider>
  );
  const screen = await render(app(first));
  const mounted = document.querySelector('main')?.dataset['mounted'];
  return {
    screen,
    signIn: (client: LicenseClient | null, role?: LicenseRole) => screen.rerender(app(client, role)),
    expectNoRemount: () => expect(document.querySelector('main')?.dataset['mounted']).toBe(mounted),
  };
}

describe('parts of the app after a change of the user', () => {
  it('leave no banner after a sign-out, and start again after a sign-in', async () => {
    const { signIn, expectNoRemount } = await renderApp(session('ada', () => bodyOf(-2)).client);
    await expect.poll(() => own()?.dataset['state']).toBe('grace');
    await expect.poll(announced).toContain('Licensed features stop');
    await signIn(null);
    expect(last(banners)).toMatchObject({ banner: null, announcement: { key: null } });
    await signIn(session('bob', () => bodyOf(3)).client);
    await expect.poll(() => own()?.dataset['state']).toBe('expiring');
    expect(own()?.textContent).toContain('Remind me tomorrow');
    expectNoRemount();
  });

  it('leave no banner after a change to the role member', async () => {
    const ada = session('ada', () => bodyOf(-2));
    const { signIn, expectNoRemount } = await renderApp(ada.client);
    await expect.poll(() => own()?.dataset['state']).toBe('grace');
    await signIn(ada.client, 'member');
    expect(last(banners)).toMatchObject({ banner: null, announcement: { key: null } });
    expectNoRemount();
  });

  it('show no undo of the previous user, and no hidden details', async () => {
    const body = bodyOf(3);
    const { screen, signIn, expectNoRemount } = await renderApp(session('ada', () => body).client);
    await screen.getByRole('button', { name: 'Remind me tomorrow' }).click();
    await expect.poll(() => own()?.textContent).toBe('Hidden until tomorrow.Undo');
    await signIn(session('bob', () => body).client);
    await expect.poll(() => own()?.textContent).toContain('Remind me tomorrow');
    await screen.getByRole('button', { name: 'Remind me tomorrow' }).click();
    await expect.poll(() => own()?.textContent).toBe('Hidden until tomorrow.Undo');
    expectNoRemount();
  });

  it('keep the undo of the next user if the end of the previous user comes late', async () => {
    const body = bodyOf(3);
    const { screen, signIn } = await renderApp(session('ada', () => body).client);
    await screen.getByRole('button', { name: 'Remind me tomorrow' }).click();
    await expect.poll(() => own()?.textContent).toBe('Hidden until tomorrow.Undo');
    const endOfAda = last(banners).banner?.undo?.end;
    await signIn(session('bob', () => body).client);
    await screen.getByRole('button', { name: 'Remind me tomorrow' }).click();
    await expect.poll(() => own()?.textContent).toBe('Hidden until tomorrow.Undo');
    endOfAda?.();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(own()?.textContent).toBe('Hidden until tomorrow.Undo');
  });

  it('announce no renewal if the next user has another license', async () => {
    const { signIn, expectNoRemount } = await renderApp(session('ada', () => bodyOf(-2)).client);
    await expect.poll(announced).toContain('Licensed features stop');
    banners.length = 0;
    await signIn(session('bob', () => bodyOf(300)).client);
    await fetch('/v1/models');
    await expect.poll(announcementKey).toBeNull();
    expect(banners.map(({ announcement: { key } }) => key).filter((key) => key?.startsWith('renewed'))).toEqual([]);
    expectNoRemount();
  });

  it('show the same banner again to a new client of the same user', async () => {
    const kept = storageOf('grace');
    const body = bodyOf(-2);
    const { screen, signIn } = await renderApp(session('ada', () => body, kept).client);
    await screen.getByRole('button', { name: 'Hide details' }).click();
    await expect.poll(() => own()?.textContent).toContain('Show details');
    await signIn(session('ada', () => body, kept).client);
    await expect.poll(() => own()?.dataset['freshness']).toBe('fresh');
    expect(own()?.textContent).toContain('Show details');
  });

  it('leave no notice and no announcement of the previous user', async () => {
    const ada = session('ada', () => bodyOf(-9));
    const { signIn, expectNoRemount } = await renderApp(ada.client);
    await expect.poll(() => own()?.dataset['state']).toBe('expired');
    await ada.refuse();
    await expect.poll(ownNotices).toEqual(['scim lapsed']);
    await expect.poll(() => last(lists).announcement.text).toContain('SCIM provisioning is off');
    const bob = session('bob', () => bodyOf(-9));
    await signIn(bob.client);
    expect(ownNotices()).toEqual([]);
    await expect.poll(() => last(lists).announcement).toEqual({ key: null, text: '' });
    // The 402 of the same feature is announced to the next user, too.
    await expect.poll(() => own()?.dataset['state']).toBe('expired');
    await bob.refuse();
    await expect.poll(ownNotices).toEqual(['scim lapsed']);
    await expect.poll(() => last(lists).announcement.text).toContain('SCIM provisioning is off');
    await signIn(null);
    expect(ownNotices()).toEqual([]);
    await expect.poll(() => last(lists).announcement).toEqual({ key: null, text: '' });
    expectNoRemount();
  });
});

describe('parts of the app in another language', () => {
  it('contain no English text while German loads, and then German text', async () => {
    const ada = session('ada', () => bodyOf(-9));
    const queries = new QueryClient();
    await render(
      <LicenseProvider client={ada.client} role="admin" locale="de" queryClient={queries} licenseHref="/license">
        <OwnParts />
        <LicensePanel />
      </LicenseProvider>,
    );
    await expect.poll(() => cached(queries)).toContain('enterprise');
    await ada.refuse();
    await fetch('/v1/models');
    expect(last(banners)).toMatchObject({ banner: null, announcement: { key: null } });
    expect(last(lists)).toMatchObject({ notices: [], announcement: { key: null, text: '' } });
    german.open();
    await expect.poll(() => own()?.textContent).toMatch(/^Ihre Lizenz ist abgelaufen/);
    await expect.poll(ownNotices).toEqual(['scim lapsed']);
    await expect.poll(() => last(lists).announcement.text).toContain('SCIM');
    await expect.poll(announced).toContain('Lizenz');
    const shown = [
      ...banners.flatMap(({ banner, announcement: { key, text } }) => [banner, key === null ? '' : text]),
      ...lists.flatMap(({ notices: each, announcement: { text } }) => [each, text]),
    ];
    expect(JSON.stringify(shown)).not.toMatch(/\b(your|features|hide|about|see|status|notices|is off)\b/i);
    expect(last(lists).region).not.toBe('Feature notices');
    expect(last(banners).banner?.region).not.toBe('License status');
  });
});

const HREFS = {
  licenseHref: '/license',
  contactHref: 'sales@example.com',
  askHref: '/ask',
  entitlementDocs: { scim: '/docs/scim', backend_autoscaling: '/docs/autoscaling' },
} as const;
const withNotices = (list: ReactNode) => (
  <>
    <LicensePanel />
    {list}
  </>
);
const ready = (state: string) => expect.poll(() => part('panel')?.dataset['licenseState']).toBe(state);

describe('notices of the app', () => {
  it.each([
    ['expired', 'expired', USERS, 'scim lapsed', ['/license#renew-license', '/docs/scim']],
    ['expired', 'expired', TENANTS, 'multi_tenant lapsed', ['/license#renew-license']],
    ['active', 'active', AUTOSCALING, 'backend_autoscaling not-included', ['mailto:sales@example.com', '/docs/autoscaling']],
    ['unlicensed', 'unlicensed', USERS, 'scim no-license', ['mailto:sales@example.com', '/docs/scim']],
    ['disputed', 'active', USERS, 'scim disputed', ['/license', '/docs/scim']],
    ['unnamed', 'expired', TENANTS, 'null unknown', ['/license']],
  ] as const)('have the texts and links of the built-in card in the scenario %s', async (scenario, state, path, notice, hrefs) => {
    const linksIn = (selector: string) =>
      Array.from(document.querySelectorAll(`${selector} a`), (link) => `${link.textContent} ${link.getAttribute('href')}`);
    const builtIn = await renderDashboard({ scenario, ...HREFS, children: withNotices(<PaymentRequiredNotice />) });
    await ready(state);
    await builtIn.ask(path);
    await expect.poll(notices).toHaveLength(1);
    const title = document.querySelector('.alx-notice-title')?.textContent;
    const detail = document.querySelector('.alx-notice-text .alx-muted')?.textContent;
    const links = linksIn('[data-license-part="notice"]');
    await builtIn.screen.unmount();

    const { ask } = await renderDashboard({ scenario, ...HREFS, children: withNotices(<OwnNotices />) });
    await ready(state);
    await ask(path);
    await expect.poll(ownNotices).toEqual([notice]);
    expect(document.querySelector('[data-own] b')?.textContent).toBe(title);
    expect(document.querySelector('[data-own] span')?.textContent).toBe(detail);
    expect(linksIn('[data-own]')).toEqual(links);
    expect(last(lists).notices[0]?.links.map(({ href }) => href)).toEqual(hrefs);
    expect(last(lists).region).toBe('Feature notices');
  });

  it('link to the license page for a feature that is not included, without contactHref', async () => {
    const { ask } = await renderDashboard({ scenario: 'active', licenseHref: '/license', children: withNotices(<OwnNotices />) });
    await ready('active');
    await ask(AUTOSCALING);
    await expect.poll(ownNotices).toEqual(['backend_autoscaling not-included']);
    expect(last(lists).notices[0]?.links).toEqual([{ kind: 'license', label: 'View license', href: '/license' }]);
  });

  it('have no links if the app has configured none', async () => {
    const { ask } = await renderDashboard({ scenario: 'expired', children: withNotices(<OwnNotices />) });
    await ready('expired');
    await ask(USERS);
    await expect.poll(ownNotices).toEqual(['scim lapsed']);
    expect(last(lists).notices[0]?.links).toEqual([]);
  });

  it('list the latest first, and each feature once', async () => {
    const { ask } = await renderDashboard({ scenario: 'expired', children: withNotices(<OwnNotices />) });
    await ready('expired');
    await ask(TENANTS);
    await ask(USERS);
    await expect.poll(ownNotices).toEqual(['scim lapsed', 'multi_tenant lapsed']);
    await ask(AUTOSCALING);
    await expect.poll(ownNotices).toEqual(['backend_autoscaling not-included', 'scim lapsed', 'multi_tenant lapsed']);
    await ask(TENANTS);
    await ask(TENANTS);
    await fetch('/v1/models');
    expect(ownNotices()).toHaveLength(3);
  });

  it('hide the one that the user dismisses, until its feature works again', async () => {
    const { screen, ask } = await renderDashboard({ scenario: 'disputed', children: withNotices(<OwnNotices />) });
    await ready('active');
    await ask(TENANTS);
    await ask(USERS);
    await expect.poll(ownNotices).toEqual(['scim disputed', 'multi_tenant disputed']);
    await screen.getByRole('button', { name: 'Close Multi-tenancy' }).click();
    await expect.poll(ownNotices).toEqual(['scim disputed']);
    await ask(TENANTS);
    await fetch('/v1/models');
    expect(ownNotices()).toEqual(['scim disputed']);
    letTenantsWork();
    await ask(TENANTS);
    refuseTenants('{"entitlement":"multi_tenant"}');
    await ask(TENANTS);
    await expect.poll(ownNotices).toEqual(['multi_tenant disputed', 'scim disputed']);
  });

  it('hide one that names no feature, when the user dismisses it', async () => {
    const { screen, ask } = await renderDashboard({ scenario: 'unnamed', children: withNotices(<OwnNotices />) });
    await ready('expired');
    await ask(TENANTS);
    await expect.poll(ownNotices).toEqual(['null unknown']);
    await screen.getByRole('button', { name: 'Close A licensed feature' }).click();
    await expect.poll(ownNotices).toEqual([]);
  });

  it('are the same as in the built-in card on the same page', async () => {
    const both = withNotices(
      <>
        <OwnNotices />
        <PaymentRequiredNotice />
      </>,
    );
    const { screen, ask } = await renderDashboard({ scenario: 'expired', children: both });
    await ready('expired');
    await ask(TENANTS);
    await ask(USERS);
    await expect.poll(ownNotices).toEqual(['scim lapsed', 'multi_tenant lapsed']);
    // The card shows one notice, and keeps it while the pointer is over the card.
    await expect.poll(notices).toHaveLength(1);
    await screen.getByRole('button', { name: 'Close SCIM' }).click();
    await expect.poll(notices).toEqual(['multi_tenant lapsed']);
    await screen.getByRole('button', { name: 'Dismiss: Multi-tenancy' }).click();
    await expect.poll(ownNotices).toEqual([]);
  });

  it('announce each notice once, and that its feature works again', async () => {
    const { ask } = await renderDashboard({ scenario: 'disputed', children: withNotices(<OwnNotices />) });
    await ready('active');
    expect(last(lists).announcement).toEqual({ key: null, text: '' });
    await ask(TENANTS);
    await expect.poll(announced).toBe('Multi-tenancy is licensed but was refused. See feature notices');
    await ask(TENANTS);
    await ask(USERS);
    await expect.poll(announced).toBe('SCIM provisioning is licensed but was refused. See feature notices');
    letTenantsWork();
    await ask(TENANTS);
    await expect.poll(announced).toBe('Multi-tenancy is working again.');
    const keys = keysOf(lists);
    expect(keys).toHaveLength(4);
    expect(new Set(keys).size).toBe(4);
  });

  it('end their announcement when the user dismisses them', async () => {
    const { screen, ask } = await renderDashboard({ scenario: 'expired', children: withNotices(<OwnNotices />) });
    await ready('expired');
    await ask(USERS);
    await expect.poll(announced).toContain('SCIM provisioning is off');
    await screen.getByRole('button', { name: 'Close SCIM' }).click();
    await expect.poll(() => last(lists).announcement).toEqual({ key: null, text: '' });
  });

  it('offer a member only the link to ask an administrator', async () => {
    const { ask } = await renderDashboard({
      scenario: 'expired',
      role: 'member',
      session: 'member',
      ...HREFS,
      children: withNotices(<OwnNotices />),
    });
    await ask(USERS);
    await expect.poll(ownNotices).toEqual(['scim unknown']);
    expect(last(lists).notices[0]).toMatchObject({
      detail: 'Ask your administrator for help.',
      links: [{ kind: 'ask', label: 'Ask an administrator', href: '/ask' }],
    });
  });

  it('omit what a gate explains, and announce it without a reference to the notices', async () => {
    const gated = withNotices(
      <>
        <OwnNotices />
        <EntitlementGate entitlement="scim">
          <p>Users and groups</p>
        </EntitlementGate>
      </>,
    );
    const { ask } = await renderDashboard({ scenario: 'disputed', children: gated });
    await ready('active');
    await ask(USERS);
    await expect.poll(notices).toEqual(['scim disputed']);
    await expect.poll(announced).toBe('SCIM provisioning is licensed but was refused');
    await ask(TENANTS);
    await expect.poll(ownNotices).toEqual(['multi_tenant disputed']);
    expect(lists.flatMap(({ notices: each }) => each.map(({ entitlement }) => entitlement))).not.toContain('scim');
  });
});
