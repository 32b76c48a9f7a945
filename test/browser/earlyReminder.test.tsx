import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { userEvent } from 'vitest/browser';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import { LicenseBanner, LicensePanel, useLicense } from '../../src/index.js';
import { StaticLicense } from '../../src/testing.js';
import { part, renderDashboard, withWorker } from '../support/renderDashboard.js';

const DAY = 86_400_000;
const E = Date.UTC(2027, 4, 1);

const traffic = withWorker();

function Reminder() {
  const { reminder } = useLicense();
  return <output>{reminder}</output>;
}

const children = (
  <>
    <LicenseBanner />
    <LicensePanel />
    <h2>Below</h2>
    <Reminder />
  </>
);

type Setup = Parameters<typeof renderDashboard>[0];

const remind = async (daysLeft: number, more: Setup = {}) =>
  renderDashboard({
    licenseKey: await mintLicenseKey({ expiresAt: E }),
    now: E - daysLeft * DAY,
    remindDaysBefore: 30,
    children,
    ...more,
  });
const reminder = () => document.querySelector('output')?.textContent;
const loaded = () => expect.poll(() => part('panel')?.dataset['licenseFreshness']).toBe('fresh');
const text = (name: 'banner' | 'panel') => part(name)?.textContent.replace(/\p{Cf}/gu, '') ?? '';

const TWO_SECONDS = 2 / 86_400;

describe('an early reminder of 30 days', () => {
  it.each([
    ['none', 31, null, null, /A reminder appears here and at the top of the dashboard on 1 Apr 2027/],
    [
      'early',
      30 - TWO_SECONDS,
      'active',
      /^Your Enterprise license expires in 29 days\. Renewing takes a new key/,
      /The license expires on 1 May/,
    ],
    ['early', 8.5, 'active', /^Your Enterprise license expires in 8 days\./, /The license expires on 1 May/],
    ['due', 7 - TWO_SECONDS, 'expiring', /^Your Enterprise license expires in 6 days\. Licensed features keep/, /The license expires on/],
    ['due', -1, 'grace', /^Licensed features stop in/, /stop and return “402/],
  ] as const)('returns %s %d days before the expiry, and banner and panel say so', async (expected, days, state, banner, panel) => {
    await remind(days);
    await loaded();
    await expect.poll(reminder).toBe(expected);
    expect(part('banner')?.dataset['licenseState'] ?? null).toBe(state);
    if (banner !== null) expect(text('banner')).toMatch(banner);
    expect(text('panel')).toMatch(panel);
  });

  it.each([
    ['none', 'a millisecond before its start', E - 30 * DAY - 1],
    ['early', 'at its start', E - 30 * DAY],
    ['early', 'a millisecond before its end', E - 7 * DAY - 1],
    ['due', 'at its end', E - 7 * DAY],
  ])('is %s %s', async (expected, _, now) => {
    const license = { tier: 'enterprise', entitlements: [], expiresAt: E, graceEndsAt: E + 7 * DAY };
    await render(
      <StaticLicense license={license} now={now} remindDaysBefore={30}>
        <Reminder />
      </StaticLicense>,
    );
    expect(reminder()).toBe(expected);
  });

  it('begins on time, without a request', async () => {
    await remind(30 + TWO_SECONDS);
    await loaded();
    expect([reminder(), part('banner')]).toEqual(['none', null]);
    const before = traffic.requests();
    await expect.poll(reminder, { timeout: 4_000 }).toBe('early');
    expect(part('banner')?.dataset['licenseState']).toBe('active');
    expect(traffic.requests()).toBe(before);
  });

  it('has a mark on the timeline, also for screen readers', async () => {
    const { screen } = await remind(60);
    await loaded();
    await expect.element(screen.getByText('Early reminder')).toBeVisible();
    await expect.element(screen.getByRole('img', { name: /Early reminder on 1 Apr 2027\. Currently active\.$/ })).toBeVisible();
  });

  it('is snoozed for seven days, remembered on the next visit, and ends when the reminder is due', async () => {
    const { screen, alexandria } = await remind(25);
    await screen.getByRole('button', { name: 'Remind me in 7 days' }).click();
    await expect.element(screen.getByText('Hidden for 7 days.').first()).toBeVisible();
    expect(reminder()).toBe('early');
    screen.unmount();
    await remind(25, { now: alexandria.now() + 6.9 * DAY });
    await loaded();
    await expect.poll(reminder).toBe('early');
    expect(part('banner')).toBeNull();
  });

  it('returns after the snooze', async () => {
    const { screen, alexandria } = await remind(25);
    await screen.getByRole('button', { name: 'Remind me in 7 days' }).click();
    screen.unmount();
    await remind(25, { now: alexandria.now() + 7.1 * DAY });
    await expect.poll(() => text('banner')).toMatch(/expires in 17 days/);
  });

  it('does not hide the warning that follows it', async () => {
    const { screen } = await remind(8);
    await screen.getByRole('button', { name: 'Remind me in 7 days' }).click();
    screen.unmount();
    await remind(6.5);
    await expect.poll(() => part('banner')?.dataset['licenseState']).toBe('expiring');
  });

  it('can be undone', async () => {
    const { screen } = await remind(25);
    await screen.getByRole('button', { name: 'Remind me in 7 days' }).click();
    await screen.getByRole('button', { name: 'Undo' }).click();
    await expect.element(screen.getByRole('button', { name: 'Remind me in 7 days' })).toBeVisible();
  });

  it('is quiet: neutral colors, one line, and no filled link', async () => {
    const { screen } = await remind(25, { licenseHref: '/license' });
    const link = screen.getByRole('link', { name: 'Renew license' });
    await expect.element(link).toBeVisible();
    expect(link.element().className).not.toContain('alx-main');
    const banner = part('banner') ?? document.body;
    const [red = 0, green = 0, blue = 0] = getComputedStyle(banner).backgroundColor.match(/\d+/g)?.map(Number) ?? [];
    expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeLessThan(8);
  });

  it('is announced politely, once, and so is the renewal', async () => {
    const { screen, alexandria } = await remind(25.5);
    const said = (role: string) => document.querySelector(`[data-license-announcer="banner"] [role="${role}"]`)?.textContent ?? '';
    await expect.poll(() => said('status').replace(/\p{Cf}/gu, '')).toBe('Your Enterprise license expires in 25 days.');
    expect(said('alert')).toBe('');
    await alexandria.restart({ licenseKey: await mintLicenseKey({ expiresAt: E + 365 * DAY }) });
    await userEvent.hover(screen.getByRole('heading', { name: 'Below' }));
    await screen.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => said('status')).toMatch(/^License renewed\. It now expires on/);
    expect(part('banner')).toBeNull();
    expect(reminder()).toBe('none');
  });

  it('is not shown to a member', async () => {
    await remind(25, { role: 'member', session: 'member' });
    await expect.poll(() => part('panel')?.textContent).toContain('Only administrators');
    expect([reminder(), part('banner')]).toEqual(['none', null]);
  });

  it('is not shown for a license without end', async () => {
    await renderDashboard({ scenario: 'no-end', remindDaysBefore: 30, children });
    await loaded();
    expect([reminder(), part('banner')]).toEqual(['none', null]);
  });

  it('stays snoozed after a visit to a page without the reminder', async () => {
    const { screen, alexandria } = await remind(25.5);
    await screen.getByRole('button', { name: 'Remind me in 7 days' }).click();
    screen.unmount();
    const other = await renderDashboard({ licenseKey: await mintLicenseKey({ expiresAt: E }), now: alexandria.now(), children });
    await loaded();
    other.screen.unmount();
    await remind(25.5);
    await loaded();
    await expect.poll(reminder).toBe('early');
    expect(part('banner')).toBeNull();
  });

  it('is forgotten if the app removes it', async () => {
    const { screen } = await remind(25);
    await expect.poll(() => part('banner')).not.toBeNull();
    screen.unmount();
    await renderDashboard({
      licenseKey: await mintLicenseKey({ expiresAt: E }),
      now: E - 25 * DAY,
      children,
      answer: () => new Promise(() => undefined),
    });
    expect(part('banner')).toBeNull();
  });
});

describe('remindDaysBefore', () => {
  it.each([7, 366, 30.5, Number.NaN])('of %d logs a warning in development, and sets no reminder', async (remindDaysBefore) => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await remind(8, { remindDaysBefore });
    await loaded();
    expect([reminder(), part('banner')]).toEqual(['none', null]);
    // A page logs each warning once.
    if (remindDaysBefore === 7) expect(String(error.mock.lastCall)).toContain('remindDaysBefore must be a whole number from 8 to 365');
    error.mockRestore();
  });
});

describe('without remindDaysBefore', () => {
  it('the license is active until 7 days before the expiry', async () => {
    await renderDashboard({ licenseKey: await mintLicenseKey({ expiresAt: E }), now: E - 8 * DAY, children });
    await loaded();
    expect([reminder(), part('banner')]).toEqual(['none', null]);
  });
});
