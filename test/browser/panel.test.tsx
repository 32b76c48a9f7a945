import { describe, expect, it, vi } from 'vitest';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import { LicensePanel } from '../../src/index.js';
import { answerLicense, cached, part, renderDashboard, withWorker } from '../support/renderDashboard.js';

const DAY = 86_400_000;
const E = Date.UTC(2027, 4, 1);

const traffic = withWorker();
const row = (id: string) => document.querySelector(`[data-entitlement="${id}"]`)?.textContent;
const text = () => part('panel')?.textContent ?? '';

describe('the panel', () => {
  it.each([
    ['active', 'active', 'Active', 'Included'],
    ['expiring', 'expiring', 'Expires soon', 'Included'],
    ['last-day', 'expiring', 'Expires soon', 'Included'],
    ['grace', 'grace', 'Grace period', 'Stopping'],
    ['grace-ending', 'grace', 'Grace period', 'Stopping'],
    ['expired', 'expired', 'Expired', 'Off'],
    ['unlicensed', 'unlicensed', 'No license', 'Requires a license'],
    ['no-end', 'active', 'Doesn’t expire', 'Included'],
  ] as const)('describes the scenario %s in words', async (scenario, state, words, feature) => {
    await renderDashboard({ scenario });
    await expect.poll(() => part('panel')?.dataset['licenseState']).toBe(state);
    expect(part('panel')?.dataset['licenseFreshness']).toBe('fresh');
    expect(text()).toContain(words);
    expect(row('audit_export')).toContain(feature);
    expect(row('backend_autoscaling')).toContain(scenario === 'unlicensed' ? 'Requires a license' : 'Not included');
  });

  it.each([
    ['unlicensed', 'Add license key'],
    ['expired', 'Renew license'],
  ] as const)('labels the renewal button for the scenario %s', async (scenario, words) => {
    const { screen } = await renderDashboard({ scenario });
    await expect.element(screen.getByRole('button', { name: /license/ })).toHaveTextContent(words);
  });

  it('shows the expiry as a relative time and as an exact date', async () => {
    await renderDashboard({ licenseKey: await mintLicenseKey({ expiresAt: E }), now: E - 359 * DAY - 60_000 });
    await expect.poll(text).toContain('Expiresin 359 days');
    expect(document.querySelector('time')?.dateTime).toBe('2027-05-01T00:00:00.000Z');
  });

  it.each([
    [undefined, ['H2', 'H3', 'H3'], ['H3', 'H4', 'H4', 'H4', 'H4']],
    [1, ['H1', 'H2', 'H2'], ['H2', 'H3', 'H3', 'H3', 'H3']],
    [5, ['H5', 'H6', 'H6'], ['H6', 'H6', 'H6', 'H6', 'H6']],
    [null, ['H3', 'H3'], ['H3', 'H4', 'H4', 'H4', 'H4']],
  ] as const)('has headings from the level %s on, also in the renewal', async (heading, levels, renewalLevels) => {
    const children = heading === undefined ? <LicensePanel /> : <LicensePanel heading={heading} />;
    const { screen } = await renderDashboard({ scenario: 'grace', children });
    await expect.element(screen.getByRole('region', { name: 'License', exact: true })).toHaveTextContent('Enterprise');
    const tags = (within: string) =>
      Array.from(document.querySelectorAll(`${within} :is(h1, h2, h3, h4, h5, h6)`), ({ tagName }) => tagName);
    await expect.poll(() => tags('.alx-panel')).toEqual(levels);
    await screen.getByRole('button', { name: 'Renew license' }).click();
    await expect.poll(() => tags('.alx-renewal')).toEqual(renewalLevels);
  });

  it('shows unknown tiers and entitlements unchanged, as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const licenseKey = await mintLicenseKey({ expiresAt: E, tier: hostile, entitlements: ['x_new', hostile] });
    await renderDashboard({ licenseKey, now: E - 30 * DAY });
    await expect.poll(() => row('x_new')).toContain('Included');
    expect(text().split(hostile)).toHaveLength(3);
    expect(document.querySelector('img')).toBeNull();
  });

  it('sends a request on "Check now", and announces the result', async () => {
    const { screen, alexandria } = await renderDashboard({ scenario: 'expired' });
    await expect.poll(() => part('panel')?.dataset['licenseState']).toBe('expired');
    await alexandria.restart({ scenario: 'active' });
    await screen.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => part('panel')?.dataset['licenseState']).toBe('active');
    await expect.element(screen.getByRole('status').filter({ hasText: 'Last updated just now' })).toBeInTheDocument();
    expect(traffic.requests()).toBe(2);
  });

  it.each([
    ['unauthorized', () => new Response(null, { status: 401 }), 'Sign in again'],
    ['not-found', () => new Response(null, { status: 404 }), 'Check the base URL'],
    ['rate-limited', () => new Response(null, { status: 429 }), 'Too many requests'],
    ['server-error', () => new Response(null, { status: 502 }), 'may be restarting'],
    ['unreadable', () => new Response('<!doctype html><title>Sign in</title>'), 'A login page or proxy'],
    ['unreachable', () => Response.error(), 'Can’t reach the API'],
    ['timeout', () => new Promise<Response>(() => undefined), 'didn’t respond in time'],
  ])('keeps the last good license in the failure state %s, and shows what to do', async (freshness, answer, words) => {
    const { screen } = await renderDashboard({ scenario: 'grace' });
    await expect.poll(() => part('panel')?.dataset['licenseState']).toBe('grace');
    answerLicense(answer);
    await screen.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => part('panel')?.dataset['licenseFreshness'], { timeout: 5_000 }).toBe(freshness);
    expect(part('panel')?.dataset['licenseState']).toBe('grace');
    expect(text()).toContain('Last check failed. Showing the last known status.');
    expect(text()).toContain(words);
    expect(row('audit_export')).toContain('Stopping');
    // It would contradict the failure.
    expect(text()).not.toContain('just now');
  });

  it.each([
    ['unreadable', () => new Response('{}'), 'A login page or proxy'],
    ['not-found', () => new Response(null, { status: 404 }), 'Check the base URL'],
    ['server-error', () => new Response(null, { status: 500 }), 'may be restarting'],
    ['unauthorized', () => new Response(null, { status: 401 }), 'Sign in again'],
  ])('shows the state "unknown" without a banner if the first check fails with %s', async (freshness, answer, words) => {
    await renderDashboard({ answer });
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe(freshness);
    expect(part('panel')?.dataset['licenseState']).toBe('unknown');
    expect(text()).toContain(words);
    // A check was made, although it failed.
    expect(text()).not.toContain('Not checked yet');
    expect(part('banner')).toBeNull();
    expect(row('oidc')).toBeUndefined();
  });

  it('shows a neutral text until the first response', async () => {
    await renderDashboard({ answer: () => new Promise(() => undefined) });
    expect([part('panel')?.dataset['licenseState'], part('panel')?.dataset['licenseFreshness']]).toEqual(['unknown', 'pending']);
    expect(text()).toContain('Loading license…');
    expect(text()).toContain('Not checked yet');
  });

  it('recovers automatically from a restart of the API', async () => {
    const { screen } = await renderDashboard({ scenario: 'active' });
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('fresh');
    let down = true;
    answerLicense(() => {
      if (down) return new Response(null, { status: 503 });
      return Response.json({ tier: 'enterprise', entitlements: ['oidc'], expires_at: null, days_remaining: 0, grace_remaining_seconds: 0 });
    });
    await screen.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('server-error');
    down = false;
    await expect.poll(() => part('panel')?.dataset['licenseFreshness'], { timeout: 10_000 }).toBe('fresh');
    expect(text()).toContain('Doesn’t expire');
  });

  it('shows the member view and drops the license after a 403', async () => {
    const { screen, queries } = await renderDashboard({ scenario: 'grace' });
    await expect.poll(() => part('panel')?.dataset['licenseState']).toBe('grace');
    answerLicense(() => new Response(null, { status: 403 }));
    await screen.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(text).toBe('Your account doesn’t have permission to view the license. Ask an administrator.');
    expect(part('banner')).toBeNull();
    expect(cached(queries)).toContain('"license":null');
    expect(cached(queries)).not.toContain('enterprise');
  });

  it('no longer announces an update after a later check has failed', async () => {
    const { screen, queries } = await renderDashboard({ scenario: 'active' });
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('fresh');
    await screen.getByRole('button', { name: 'Check now' }).click();
    await expect.element(screen.getByRole('status').filter({ hasText: 'Last updated just now' })).toBeInTheDocument();
    answerLicense(() => new Response(null, { status: 503 }));
    void queries.invalidateQueries();
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('server-error');
    expect(text()).not.toContain('just now');
  });

  it('labels past dates as past while the time of the API is unknown', async () => {
    await renderDashboard({ licenseKey: await mintLicenseKey({ expiresAt: E }), now: E + 2 * DAY });
    await expect.poll(text).toContain('Expired2 days ago');
    answerLicense(() => new Promise(() => undefined));
    const woken = Date.now() + 3_600_000 - performance.now();
    vi.spyOn(Date, 'now').mockImplementation(() => woken + performance.now());
    window.dispatchEvent(new Event('focus'));
    await expect.poll(text).not.toContain('2 days ago');
    expect(document.querySelector('.alx-dates')?.textContent).toMatch(/^Expired1 May 2027.*Features stop8 May 2027/);
    vi.restoreAllMocks();
  });

  it('warns when the clocks differ, and still follows the API', async () => {
    await renderDashboard({ scenario: 'active' });
    await expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('fresh');
    const body = { tier: 'enterprise', entitlements: ['oidc'], days_remaining: 20, grace_remaining_seconds: 0 };
    const expires = new Date(Date.now() + 400 * DAY).toISOString();
    answerLicense(() => Response.json({ ...body, expires_at: expires }, { headers: { date: new Date().toUTCString() } }));
    const button = document.querySelector<HTMLButtonElement>('[data-license-part="panel"] button');
    button?.click();
    await expect.poll(text).toContain('differ by more than 5 minutes');
    expect(text()).toContain('Expiresin 2');
  });
});
