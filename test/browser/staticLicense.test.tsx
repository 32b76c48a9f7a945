import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { EntitlementGate, LicenseBanner, LicensePanel, PaymentRequiredNotice, useLicense } from '../../src/index.js';
import '../../src/styles/styles.css';
import { renderWithLicense, StaticLicense } from '../../src/testing.js';
import { notices, part } from '../support/renderDashboard.js';

const NOW = new Date('2027-04-25T12:00:00Z');
const dashboard = (
  <>
    <LicenseBanner />
    <LicensePanel />
    <PaymentRequiredNotice />
  </>
);

function State() {
  const { state, freshness, reminder } = useLicense();
  return <output>{`${state} ${freshness} ${reminder}`}</output>;
}

describe('StaticLicense', () => {
  it.each([
    ['active', 'active fresh none'],
    ['expiring', 'expiring fresh due'],
    ['grace', 'grace fresh due'],
    ['expired', 'expired fresh due'],
    ['unlicensed', 'unlicensed fresh none'],
    ['no-end', 'active fresh none'],
  ] as const)('shows the scenario %s at the first render', async (scenario, expected) => {
    const { container } = await render(
      <StaticLicense scenario={scenario}>
        <State />
      </StaticLicense>,
    );
    expect(container.textContent).toBe(expected);
  });

  it('renders banner, panel and notices without a request and without a running time', async () => {
    const fetch = vi.spyOn(globalThis, 'fetch');
    const interval = vi.spyOn(globalThis, 'setInterval');
    await render(
      <StaticLicense scenario="expired" now={NOW} locale="en-GB" refusals={['scim', 'backend_autoscaling']}>
        {dashboard}
      </StaticLicense>,
    );
    await expect.poll(() => part('banner')?.textContent).toContain('Your license expired. 6 licensed features are off.');
    expect(part('panel')?.textContent).toContain('Expired9 days ago');
    expect(notices()).toEqual(['backend_autoscaling not-included']);
    expect(fetch).not.toHaveBeenCalled();
    expect(interval).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it('opens only the renewal of the story whose link was clicked', async () => {
    const { container } = await render(
      ['one', 'two'].map((name) => (
        <div key={name} id={name}>
          <StaticLicense scenario="grace" licenseHref="#/license">
            <LicenseBanner />
            <LicensePanel />
          </StaticLicense>
        </div>
      )),
    );
    const link = container.querySelector<HTMLAnchorElement>('#two [data-license-part="banner"] a');
    link?.click();
    await expect.poll(() => container.querySelector('#two textarea')).not.toBeNull();
    expect(container.querySelector('#one textarea')).toBeNull();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('explains a refusal by the outcome of the latest check', async () => {
    const story = (freshness: 'fresh' | 'offline') => (
      <StaticLicense scenario="active" freshness={freshness} refusals={['scim']}>
        <PaymentRequiredNotice />
      </StaticLicense>
    );
    const { rerender } = await render(story('offline'));
    expect(notices()).toEqual(['scim unknown']);
    await rerender(story('fresh'));
    await expect.poll(notices).toEqual(['scim disputed']);
    await rerender(story('offline'));
    await expect.poll(notices).toEqual(['scim unknown']);
  });

  it('takes a license, a failed check and refusals of its own', async () => {
    const expiresAt = NOW.getTime() + 3 * 86_400_000;
    const license = { tier: 'team', entitlements: ['scim'], expiresAt, graceEndsAt: expiresAt + 604_800_000 };
    await render(
      <StaticLicense license={license} now={NOW} freshness="server-error" refusals={['scim']}>
        {dashboard}
      </StaticLicense>,
    );
    await expect.poll(() => part('banner')?.dataset['licenseFreshness']).toBe('server-error');
    expect(part('panel')?.textContent).toContain('team');
    // The check after the 402 failed, so the reason is unknown.
    expect(notices()).toEqual(['scim unknown']);
  });

  it.each([
    ['expired', 'lapsed'],
    ['active', 'disputed'],
    ['unlicensed', 'no-license'],
  ] as const)('explains a refusal in the scenario %s as %s', async (scenario, reason) => {
    await render(
      <StaticLicense scenario={scenario} refusals={['scim']}>
        {dashboard}
      </StaticLicense>,
    );
    await expect.poll(notices).toEqual([`scim ${reason}`]);
  });

  it('shows members no license, and closes their gates after a refusal', async () => {
    const { container } = await render(
      <StaticLicense scenario="expired" role="member" refusals={['scim']}>
        <State />
        <LicenseBanner />
        <EntitlementGate entitlement="scim">Users</EntitlementGate>
        <EntitlementGate entitlement="vault">Secrets</EntitlementGate>
      </StaticLicense>,
    );
    expect(container.textContent).toContain('unknown pending none');
    expect(part('banner')).toBeNull();
    expect(container.textContent).toContain('SCIM provisioning isn’t available');
    expect(container.textContent).toContain('Secrets');
  });

  it('shows no banner before the first response', async () => {
    const { container } = await render(
      <StaticLicense license={null}>
        <State />
        {dashboard}
      </StaticLicense>,
    );
    expect(container.textContent).toContain('unknown pending none');
    expect(part('banner')).toBeNull();
    expect(part('panel')?.textContent).toContain('Loading license…');
  });

  it('changes to the scenario that a new render passes', async () => {
    const screen = await render(
      <StaticLicense scenario="active" now={NOW} remindDaysBefore={30}>
        <State />
      </StaticLicense>,
    );
    await screen.rerender(
      <StaticLicense scenario="grace" now={NOW}>
        <State />
      </StaticLicense>,
    );
    expect(screen.container.textContent).toBe('grace fresh due');
  });

  it('keeps a notice dismissed, and survives Check now', async () => {
    const { getByRole } = await render(
      <StaticLicense scenario="expired" refusals={['scim']}>
        {dashboard}
      </StaticLicense>,
    );
    await getByRole('button', { name: 'Dismiss: SCIM provisioning is off' }).click();
    await expect.poll(notices).toEqual([]);
    await getByRole('button', { name: 'Check now' }).click();
    await expect.element(getByRole('button', { name: 'Check now' })).toBeVisible();
  });
});

describe('renderWithLicense', () => {
  it('passes the wrapper to the render of vitest-browser-react, and returns its result', async () => {
    const { getByText } = await renderWithLicense(render, <State />, { scenario: 'grace' });
    await expect.element(getByText('grace fresh due')).toBeVisible();
  });
});
