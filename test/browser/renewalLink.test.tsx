import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LicenseBanner, LicensePanel } from '../../src/index.js';
import { part, renderDashboard, withWorker } from '../support/renderDashboard.js';

withWorker();

const here = `${location.pathname}${location.search}`;
afterEach(() => history.replaceState(null, '', here));
afterAll(() => page.viewport(414, 896));

const license = {
  tier: 'enterprise',
  entitlements: ['oidc', 'vault'],
  expires_at: '2099-05-01T00:00:00Z',
  days_remaining: 20_000,
  grace_remaining_seconds: 0,
};

describe('the link to the renewal', () => {
  it('opens the renewal of a panel on the same page, and moves the focus there', async () => {
    const { screen } = await renderDashboard({ scenario: 'grace', licenseHref: here });
    await screen.getByRole('link', { name: 'Renew license' }).click();
    await expect.element(screen.getByLabelText('License key', { exact: true })).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Close' })).toHaveFocus();
    await screen.getByRole('button', { name: 'Close' }).click();
    await screen.getByRole('link', { name: 'Renew license' }).click();
    await expect.element(screen.getByLabelText('License key', { exact: true })).toBeVisible();
  });

  it('keeps an open renewal open, and keeps the entered text', async () => {
    const { screen } = await renderDashboard({ scenario: 'grace', licenseHref: here });
    await screen.getByRole('button', { name: 'Renew license' }).click();
    await screen.getByLabelText('License key', { exact: true }).fill('half a key');
    await screen.getByRole('link', { name: 'Renew license' }).click();
    await expect.element(screen.getByLabelText('License key', { exact: true })).toHaveValue('half a key');
  });

  it('opens the renewal on a page that loads with its fragment', async () => {
    history.replaceState(null, '', '#renew-license');
    const { screen } = await renderDashboard({ scenario: 'active' });
    await expect.element(screen.getByLabelText('License key', { exact: true })).toBeVisible();
  });

  it('scrolls the first steps into view below a tall panel', async () => {
    await page.viewport(1100, 700);
    const { screen } = await renderDashboard({ scenario: 'expired', licenseHref: here });
    scrollTo(0, 0);
    await screen.getByRole('link', { name: 'Renew license' }).click();
    await expect.element(screen.getByRole('heading', { name: 'Check key' })).toBeInViewport();
    await expect.element(screen.getByRole('button', { name: 'Close' })).toBeInViewport();
  });

  it('keeps the focused element in view if the license arrives after the steps', async () => {
    await page.viewport(1100, 500);
    history.replaceState(null, '', '#renew-license');
    let answer = (_: Response): void => undefined;
    const held = new Promise<Response>((resolve) => {
      answer = resolve;
    });
    const { screen } = await renderDashboard({ answer: () => held });
    await expect.element(screen.getByLabelText('License key', { exact: true })).toBeVisible();
    answer(Response.json(license));
    await expect.element(screen.getByRole('heading', { name: 'Features' })).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Close' })).toHaveFocus();
    await expect.element(screen.getByRole('button', { name: 'Close' })).toBeInViewport();
  });

  it('does not scroll if the button of the panel opens the renewal', async () => {
    await page.viewport(1100, 700);
    const { screen } = await renderDashboard({ scenario: 'expired', licenseHref: here });
    const button = screen.getByRole('button', { name: 'Renew license' });
    await expect.element(button).toBeVisible();
    button.element().scrollIntoView({ block: 'end' });
    const before = scrollY;
    await button.click();
    await expect.element(screen.getByLabelText('License key', { exact: true })).toBeVisible();
    expect(scrollY).toBe(before);
  });

  it('does not open the renewal for another fragment, or if it opens in a new tab', async () => {
    history.replaceState(null, '', '#features');
    const { screen } = await renderDashboard({ scenario: 'grace', licenseHref: here });
    const stayHere = (event: Event) => event.preventDefault();
    document.addEventListener('click', stayHere);
    await userEvent.keyboard('{Control>}');
    await screen.getByRole('link', { name: 'Renew license' }).click();
    await userEvent.keyboard('{/Control}');
    document.removeEventListener('click', stayHere);
    await expect.element(screen.getByRole('button', { name: 'Renew license' })).toHaveAttribute('aria-expanded', 'false');
  });

  it.each(['javascript:void 0', ' java\nscript:void 0', 'JAVASCRIPT:a/b', 'javascript\n:x', '\u0001vbscript:x?y'])(
    'is not rendered for the unsafe address %j',
    async (licenseHref) => {
      const { screen } = await renderDashboard({ scenario: 'expired', licenseHref });
      await expect.element(screen.getByRole('button', { name: 'Renew license' })).toBeVisible();
      await expect.poll(() => part('banner')?.textContent).toContain('License expired');
      expect(document.querySelector('[data-license-part] a')).toBeNull();
    },
  );

  it.each(['/license', 'license/', '?page=license', '//dashboard.example/', 'https://dashboard.example/a:b', '/a:b', '?at=a:b'])(
    'accepts the address %j',
    async (licenseHref) => {
      const { screen } = await renderDashboard({ scenario: 'expired', licenseHref });
      await expect.element(screen.getByRole('link', { name: 'Renew license' }).first()).toHaveAttribute('href', `${licenseHref}#renew-license`);
    },
  );

  it('keeps the route of an app with hash routing', async () => {
    const children = [<LicenseBanner key="banner" />, <LicensePanel key="panel" />];
    const { screen } = await renderDashboard({ scenario: 'expired', licenseHref: '#/license', children });
    await expect.element(screen.getByRole('link', { name: 'Renew license' })).toHaveAttribute('href', '#/license');
  });
});
