import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import { createLicenseClient, type LicenseStorage } from '../../src/client.js';
import { LicenseBanner, LicensePanel, LicenseProvider } from '../../src/index.js';
import { answerLicense, part, renderDashboard, withWorker } from '../support/renderDashboard.js';

const DAY = 86_400_000;
const E = Date.UTC(2027, 4, 1);
const G = E + 7 * DAY;

const movePointerAway = () => userEvent.hover(document.querySelector('h2') ?? document.body);

const traffic = withWorker();
const keyUntil = (expiresAt: number, entitlements?: string[]) => mintLicenseKey({ expiresAt, ...(entitlements ? { entitlements } : {}) });
const at = async (now: number, entitlements?: string[]) => renderDashboard({ licenseKey: await keyUntil(E, entitlements), now });

const stubStorage = (methods: Partial<LicenseStorage>): LicenseStorage => ({
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
  ...methods,
});

describe('the banner', () => {
  it.each([
    ['expiring', E - 5 * DAY - 3_600_000, 'Your ⁨Enterprise⁩ license expires in 5 days.'],
    ['expiring', E - 3 * 3_600_000 - 60_000, /^Your ⁨Enterprise⁩ license expires in 3 hours \((today|tomorrow)\)\.$/],
    ['expiring', E - 10 * 60_000 - 30_000, 'Your ⁨Enterprise⁩ license expires in 10 minutes.'],
    ['expiring', E - 30_000, 'Your ⁨Enterprise⁩ license expires in less than a minute.'],
    ['grace', E + 10_000, 'Licensed features stop in 6 days, 23 hours.'],
    ['grace', E + 2 * DAY + 60_000, 'Licensed features stop in 4 days, 23 hours.'],
    ['grace', G - 40 * 60_000 - 30_000, 'Licensed features stop in 40 minutes.'],
    ['expired', G + 2 * DAY, 'Your license expired. 6 licensed features are off.'],
  ])('shows the lead of the state %s', async (state, now, sentence) => {
    const { screen } = await at(now);
    await expect.element(screen.getByRole('region', { name: 'License status' })).toHaveAttribute('data-license-state', state);
    await expect.element(screen.getByText(sentence, { exact: true }).first()).toBeVisible();
    expect(part('banner')?.dataset['licenseFreshness']).toBe('fresh');
  });

  it('names the exact end of the grace period and three of the features that will stop', async () => {
    await at(E + 2 * DAY);
    await expect
      .poll(() => part('banner')?.textContent)
      .toContain(': multi-tenancy, single sign-on (OIDC/SAML), SCIM provisioning and 3 more.');
    expect(part('banner')?.textContent).toMatch(/8 May 2027.*\d\d:00/);
  });

  it.each(['active', 'unlicensed', 'no-end'] as const)('is not rendered in the scenario %s', async (scenario) => {
    const { screen } = await renderDashboard({ scenario });
    await expect.element(screen.getByText('Last updated just now').first()).toBeVisible();
    expect(part('banner')).toBeNull();
  });

  it('is not rendered for a member, and sends no request', async () => {
    await renderDashboard({ scenario: 'expired', role: 'member', session: 'member' });
    await expect.poll(() => part('panel')?.textContent).toContain('Only administrators can see license details');
    expect(part('banner')).toBeNull();
    // Earlier requests are counted before this response arrives.
    await fetch('/v1/models');
    expect(traffic.requests()).toBe(0);
  });

  it('changes from expiring to grace at the expiry, without a request', async () => {
    const { screen } = await at(E - 2_500);
    await expect.element(screen.getByText(/expires in less than a minute/).first()).toBeVisible();
    const before = traffic.requests();
    const requestsAtFlip = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => part('banner')?.dataset['licenseState'] === 'grace' && resolve(traffic.requests()));
      observer.observe(document.body, { subtree: true, attributes: true });
    });
    expect(await requestsAtFlip).toBe(before);
    expect(part('panel')?.dataset['licenseState']).toBe('grace');
  });

  it('keeps the last good license after a failed check, and reports the failure', async () => {
    const { screen, queries } = await at(E + 2 * DAY);
    await expect.poll(() => part('banner')?.dataset['licenseState']).toBe('grace');
    answerLicense(() => new Response(null, { status: 503 }));
    await screen.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => part('banner')?.dataset['licenseFreshness']).toBe('server-error');
    expect(part('banner')?.dataset['licenseState']).toBe('grace');
    expect(part('banner')?.textContent).toContain('Last check failed');
    // The banner alone proves nothing: it can show the stored state of an earlier visit.
    expect(part('panel')?.dataset['licenseState']).toBe('grace');
    expect(part('panel')?.textContent).toContain('SCIM');
    queries.clear();
  });
});

describe('another client', () => {
  it('fetches at once for the same user, and does not inherit the dismissal', async () => {
    const licenseKey = await keyUntil(E);
    const first = await renderDashboard({ licenseKey, now: E + DAY });
    await first.screen.getByRole('button', { name: 'Hide details' }).click();
    await first.screen.unmount();
    localStorage.clear();
    const second = await renderDashboard({ licenseKey, now: E + DAY, queryClient: first.queries });
    await expect.element(second.screen.getByRole('button', { name: 'Hide details' })).toBeVisible();
  });

  it('does not inherit the dismissal if it replaces the client of another user', async () => {
    const queryClient = new QueryClient();
    const fetch = async () =>
      Response.json({
        tier: 'enterprise',
        entitlements: ['scim'],
        expires_at: new Date(E).toISOString(),
        grace_remaining_seconds: 400_000,
      });
    const tree = (scope: string) => (
      <LicenseProvider client={createLicenseClient({ baseUrl: '', scope, fetch, storage: null })} role="admin" queryClient={queryClient}>
        <LicenseBanner />
      </LicenseProvider>
    );
    const screen = await render(tree('ada'));
    await screen.getByRole('button', { name: 'Hide details' }).click();
    await expect.element(screen.getByRole('button', { name: 'Show details' })).toBeVisible();
    await screen.rerender(tree('grace'));
    await expect.element(screen.getByRole('button', { name: 'Hide details' })).toBeVisible();
  });
});

describe('a dismissal of the banner', () => {
  it('lasts 24 hours, then one hour, then until the expiry, also across a reload', async () => {
    const first = await at(E - 2 * DAY);
    await first.screen.getByRole('button', { name: 'Remind me tomorrow' }).click();
    await expect.poll(() => part('banner')?.textContent).toBe('Hidden until tomorrow.Undo');
    await first.screen.unmount();

    const reloaded = await at(E - 1.5 * DAY);
    await expect.element(reloaded.screen.getByText('Last updated just now').first()).toBeVisible();
    expect(part('banner')).toBeNull();
    reloaded.alexandria.setNow(E - DAY + 60_000);
    await reloaded.screen.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => part('banner')?.dataset['licenseState']).toBe('expiring');
    // A snooze of 24 hours would end after the expiry.
    await reloaded.screen.getByRole('button', { name: 'Remind me in 1 hour' }).click();
    await expect.poll(() => part('banner')?.textContent).toBe('Hidden for 1 hour.Undo');
    reloaded.alexandria.setNow(E - DAY + 62 * 60_000);
    await reloaded.screen.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => part('banner')?.dataset['licenseState']).toBe('expiring');
    await reloaded.screen.getByRole('button', { name: 'Remind me in 1 hour' }).click();
    await expect.poll(() => part('banner')?.textContent).toBe('Hidden for 1 hour.Undo');
    reloaded.alexandria.setNow(E - 59 * 60_000);
    await reloaded.screen.getByRole('button', { name: 'Check now' }).click();
    await reloaded.screen.getByRole('button', { name: 'Remind me when it expires' }).click();
    await expect.poll(() => part('banner')?.textContent).toBe('Hidden until it expires.Undo');
    reloaded.alexandria.setNow(E + 1_000);
    await reloaded.screen.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => part('banner')?.dataset['licenseState']).toBe('grace');
    // The grace banner is expanded, because only the reminder was snoozed.
    await expect.element(reloaded.screen.getByRole('button', { name: 'Hide details' })).toBeVisible();
  });

  it('does not apply to a license with another expiry', async () => {
    const first = await at(E - 2 * DAY);
    await first.screen.getByRole('button', { name: 'Remind me tomorrow' }).click();
    await first.screen.unmount();
    await renderDashboard({ licenseKey: await keyUntil(E + DAY), now: E - 2 * DAY });
    await expect.poll(() => part('banner')?.dataset['licenseState']).toBe('expiring');
  });

  it('reduces the grace banner to its lead, never hides it, and keeps the focus', async () => {
    const { screen } = await at(E + 2 * DAY);
    const toggle = screen.getByRole('button', { name: 'Hide details' });
    await expect.element(toggle).toHaveAttribute('aria-expanded', 'true');
    await toggle.click();
    const expand = screen.getByRole('button', { name: 'Show details' });
    await expect.element(expand).toHaveFocus();
    expect(part('banner')?.textContent).toContain('Licensed features stop in 4 days, 23 hours.');
    expect(part('banner')?.textContent).not.toContain('multi-tenancy');
    await expand.click();
    await expect.poll(() => part('banner')?.textContent).toContain('multi-tenancy');
  });

  it('returns the focus after a snooze by keyboard', async () => {
    const children = (
      <>
        <button type="button">Search</button>
        <LicenseBanner />
        <LicensePanel />
      </>
    );
    const { screen } = await renderDashboard({ licenseKey: await keyUntil(E), now: E - 2 * DAY, children });
    await expect.poll(() => part('banner')?.dataset['licenseState']).toBe('expiring');
    await screen.getByRole('button', { name: 'Search' }).click();
    await userEvent.tab();
    await expect.element(screen.getByRole('button', { name: 'Remind me tomorrow' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    const undo = screen.getByRole('button', { name: 'Undo' });
    await expect.element(undo).toHaveFocus();
    // The offer stays while Undo has the focus.
    await new Promise((resolve) => setTimeout(resolve, 11_500));
    await expect.element(undo).toHaveFocus();
    await userEvent.tab({ shift: true });
    await expect.poll(() => part('banner')).toBeNull();
    await expect.element(screen.getByRole('button', { name: 'Search' })).toHaveFocus();
  }, 30_000);

  it('ends its offer to undo after 10 seconds, but not while the user points at it', async () => {
    const { screen } = await at(E - 2 * DAY);
    await screen.getByRole('button', { name: 'Remind me tomorrow' }).click();
    await screen.getByRole('button', { name: 'Undo' }).hover();
    await new Promise((resolve) => setTimeout(resolve, 11_500));
    await expect.element(screen.getByRole('button', { name: 'Undo' })).toBeVisible();
    await movePointerAway();
    await expect.poll(() => part('banner')).toBeNull();
  }, 30_000);

  it('can be undone, and ignores the second click of a double click', async () => {
    // Wide enough that Undo and the snooze are at the same place.
    await page.viewport(1_200, 900);
    const { screen } = await renderDashboard({ licenseKey: await keyUntil(E), now: E - 2 * DAY, licenseHref: '/license' });
    const snooze = screen.getByRole('button', { name: 'Remind me tomorrow' });
    await snooze.dblClick();
    const undo = screen.getByRole('button', { name: 'Undo' });
    await expect.element(undo).toBeVisible();
    await undo.dblClick();
    await expect.element(snooze).toBeVisible();
    expect(part('banner')?.textContent).toContain('license expires in');
    await page.viewport(414, 896);
  });

  it('applies to all tabs at once, and so does its undo', async () => {
    const { screen } = await at(E - 2 * DAY);
    await expect.element(screen.getByRole('button', { name: 'Remind me tomorrow' })).toBeVisible();
    const key = 'alexandria-license:';
    const shown = localStorage.getItem(key) ?? '';
    // Browsers send this event to the other tabs.
    const writeInOtherTab = (entry: string) => {
      localStorage.setItem(key, entry);
      dispatchEvent(new StorageEvent('storage', { key }));
    };
    writeInOtherTab(JSON.stringify({ ...JSON.parse(shown), dismissal: { until: E - DAY - 60_000 } }));
    await expect.poll(() => part('banner')).toBeNull();
    writeInOtherTab(shown);
    await expect.element(screen.getByRole('button', { name: 'Remind me tomorrow' })).toBeVisible();
  });

  it('works if the storage throws', async () => {
    const storage = {
      getItem: () => {
        throw new Error('denied');
      },
      setItem: () => {
        throw new Error('full');
      },
      removeItem: () => {
        throw new Error('denied');
      },
    };
    const { screen } = await renderDashboard({ licenseKey: await keyUntil(E), now: E - 2 * DAY, storage });
    await screen.getByRole('button', { name: 'Remind me tomorrow' }).click();
    await expect.poll(() => part('banner')?.textContent).toContain('Hidden until tomorrow.');
  });

  it('is ignored if the stored snooze is longer than a day', async () => {
    const stored = { scope: 'ada', state: 'expiring', expiresAt: E, text: '', dismissal: { until: E - 0.5 * DAY } };
    await renderDashboard({
      licenseKey: await keyUntil(E),
      now: E - 2 * DAY,
      storage: stubStorage({ getItem: () => JSON.stringify(stored) }),
    });
    await expect.poll(() => part('banner')?.textContent).toContain('license expires in');
  });

  it('is stored in one entry with state, expiry and text', async () => {
    const setItem = vi.fn();
    const { screen } = await renderDashboard({ licenseKey: await keyUntil(E), now: E - 2 * DAY, storage: stubStorage({ setItem }) });
    await screen.getByRole('button', { name: 'Remind me tomorrow' }).click();
    const [[key = '', value = ''] = []] = setItem.mock.calls.slice(-1);
    expect([...new Set(setItem.mock.calls.map(([each]) => each))]).toEqual([key]);
    expect(key).toBe('alexandria-license:');
    expect(JSON.parse(value)).toEqual({
      scope: 'ada',
      state: 'expiring',
      expiresAt: E,
      text: expect.stringMatching(/^Your .* license expires in 47 hours.\nLicensed features keep working until 8 May 2027/),
      dismissal: { until: expect.any(Number) },
    });
  });
});

describe('the announcement', () => {
  const announced = (role: 'status' | 'alert') =>
    Array.from(document.querySelectorAll(`.alx-announcer > [role="${role}"]`), (region) => region.textContent).join('');

  it('is polite for a reminder, assertive when grace begins, and not repeated', async () => {
    const { screen, alexandria } = await at(E - 2 * DAY - 3_600_000);
    await expect.poll(() => announced('status')).toContain('expires in 2 days');
    expect(announced('alert')).toBe('');
    alexandria.setNow(E - 30 * 3_600_000 - 60_000);
    await screen.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => part('banner')?.textContent).toContain('in 30 hours');
    expect(announced('status')).not.toContain('30 hours');
    alexandria.setNow(E + 60_000);
    await screen.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => announced('alert')).toContain('Licensed features stop in 6 days');
    expect(announced('status')).toBe('');
    await expect.poll(() => announced('alert'), { timeout: 12_000 }).toBe('');
  }, 30_000);

  it('never contains the text of the previous state after an expiry or a renewal', async () => {
    const { screen, alexandria } = await at(E - 2_500);
    const alerts: string[] = [];
    const observer = new MutationObserver(() => alerts.push(announced('alert')));
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    await expect.poll(() => part('banner')?.dataset['licenseState'], { timeout: 6_000 }).toBe('grace');
    await expect.poll(() => announced('alert')).toContain('Licensed features stop in 6 days');
    await alexandria.restart({ licenseKey: await keyUntil(E + 3 * DAY) });
    await screen.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => part('banner')?.dataset['licenseState']).toBe('expiring');
    await expect.poll(() => announced('status')).toContain('expires in 2 days');
    observer.disconnect();
    expect(alerts.filter((text) => text.includes('Your'))).toEqual([]);
  });

  it('reports a renewal, even if the API ran without a license in between', async () => {
    const { screen, alexandria } = await at(E + DAY);
    await expect.poll(() => part('banner')?.dataset['licenseState']).toBe('grace');
    await alexandria.restart({ scenario: 'unlicensed' });
    await screen.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => part('banner')).toBeNull();
    expect(announced('status')).toBe('');
    await alexandria.restart({ licenseKey: await keyUntil(E + 300 * DAY) });
    await screen.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => announced('status')).toContain('License renewed. It now expires on');
  });

  it('uses live regions that exist before there is anything to announce', async () => {
    const { screen } = await renderDashboard({ scenario: 'active' });
    await expect.element(screen.getByText('Last updated just now').first()).toBeVisible();
    for (const role of ['status', 'alert']) expect(document.querySelector(`.alx-announcer > [role="${role}"]`)).not.toBeNull();
    expect(announced('status') + announced('alert')).toBe('');
  });
});
