import type { MouseEvent, ReactNode } from 'react';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LicenseBanner, LicensePanel } from '../../src/index.js';
import { part, renderDashboard, withWorker } from '../support/renderDashboard.js';

withWorker();

const here = `${location.pathname}${location.search}`;
afterEach(() => history.replaceState(null, '', here));
afterAll(() => page.viewport(414, 896));

// In grace, with long names, so that its banner is tall in a narrow window.
const license = {
  tier: 'enterprise',
  entitlements: ['first', 'second', 'third'].map((name) => `${name}${'_long_name'.repeat(5)}`),
  expires_at: new Date(Date.now() - 2 * 86_400_000).toISOString(),
  days_remaining: 0,
  grace_remaining_seconds: 5 * 86_400,
};

const belowTallContent = (
  <>
    <LicenseBanner />
    <div style={{ blockSize: '2000px' }} />
    <LicensePanel />
  </>
);

type Screen = Awaited<ReturnType<typeof renderDashboard>>['screen'];

// The button of the step that is open first.
const firstStep = (screen: Screen) => screen.getByRole('button', { name: 'I have a key' });

describe('the link to the renewal', () => {
  it('opens the renewal of a panel on the same page, and moves the focus there', async () => {
    const { screen } = await renderDashboard({ scenario: 'grace', licenseHref: here });
    await screen.getByRole('link', { name: 'Renew license' }).click();
    await expect.element(firstStep(screen)).toBeVisible();
    await expect.element(screen.getByRole('heading', { name: 'Renew license' })).toHaveFocus();
    await screen.getByRole('button', { name: 'Close' }).click();
    await expect.element(screen.getByRole('button', { name: 'Renew license' })).toHaveFocus();
    await screen.getByRole('link', { name: 'Renew license' }).click();
    await expect.element(firstStep(screen)).toBeVisible();
    await expect.element(screen.getByRole('heading', { name: 'Renew license' })).toHaveFocus();
  });

  it('keeps an open renewal at its step, keeps the entered text, and moves the focus to the title', async () => {
    const { screen } = await renderDashboard({ scenario: 'grace', licenseHref: here });
    await screen.getByRole('button', { name: 'Renew license' }).click();
    await firstStep(screen).click();
    const field = screen.getByLabelText('License key', { exact: true });
    await field.fill('half a key');
    await screen.getByRole('link', { name: 'Renew license' }).click();
    await expect.element(screen.getByRole('heading', { name: 'Renew license' })).toHaveFocus();
    await expect.element(field).toBeVisible();
    await expect.element(field).toHaveValue('half a key');
  });

  it('is removed from the address when the renewal closes, so that a reload does not open it again', async () => {
    history.replaceState({ kept: true }, '', `${here}#renew-license`);
    const { screen } = await renderDashboard({ scenario: 'active' });
    await screen.getByRole('button', { name: 'Close', exact: true }).click();
    expect([location.hash, history.state]).toEqual(['', { kept: true }]);
    location.hash = '#renew-license';
    await expect.element(screen.getByRole('button', { name: 'Close', exact: true })).toBeVisible();
  });

  it('opens the renewal on a page that loads with its fragment', async () => {
    history.replaceState(null, '', '#renew-license');
    const { screen } = await renderDashboard({ scenario: 'active' });
    await expect.element(firstStep(screen)).toBeVisible();
  });

  it('scrolls the first steps into view below a tall page', async () => {
    await page.viewport(1100, 700);
    const { screen } = await renderDashboard({ scenario: 'expired', licenseHref: here, children: belowTallContent });
    scrollTo(0, 0);
    await screen.getByRole('link', { name: 'Renew license' }).click();
    await expect.element(firstStep(screen)).toBeInViewport();
    await expect.element(screen.getByRole('heading', { name: 'Check the key' })).toBeInViewport();
    await expect.element(screen.getByRole('button', { name: 'Close' })).toBeInViewport();
  });

  it('keeps the focused element in view if the license arrives after the steps', async () => {
    await page.viewport(320, 400);
    history.replaceState(null, '', '#renew-license');
    let answer = (_: Response): void => undefined;
    const held = new Promise<Response>((resolve) => {
      answer = resolve;
    });
    const { screen } = await renderDashboard({ answer: () => held });
    await expect.element(firstStep(screen)).toBeVisible();
    const before = scrollY;
    answer(Response.json(license));
    // The banner appears above, and moves the panel down.
    await expect.poll(() => part('banner')).not.toBeNull();
    await expect.element(screen.getByRole('heading', { name: 'Features' })).toBeVisible();
    await expect.element(screen.getByRole('heading', { name: 'Renew license' })).toHaveFocus();
    await expect.poll(() => scrollY).toBeGreaterThan(before);
    await expect.element(screen.getByRole('heading', { name: 'Renew license' })).toBeInViewport();
  });

  it('does not scroll if the button of the panel opens the renewal', async () => {
    await page.viewport(1100, 700);
    const { screen } = await renderDashboard({ scenario: 'expired', licenseHref: here, children: belowTallContent });
    const button = screen.getByRole('button', { name: 'Renew license' });
    await expect.element(button).toBeVisible();
    // It moves the panel down.
    await expect.poll(() => part('banner')).not.toBeNull();
    // The title, which gets the focus, then opens in view.
    button.element().scrollIntoView({ block: 'center' });
    const before = scrollY;
    expect(before).toBeGreaterThan(0);
    await button.click();
    await expect.element(firstStep(screen)).toBeVisible();
    await expect.element(screen.getByRole('heading', { name: 'Renew license' })).toHaveFocus();
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
    // The button is rendered only while the renewal is closed.
    await expect.element(screen.getByRole('button', { name: 'Renew license' })).toBeVisible();
    expect(screen.getByRole('region', { name: 'Renew license' }).query()).toBeNull();
  });

  it.each(['javascript:void 0', ' java\nscript:void 0', 'JAVASCRIPT:a/b', 'javascript\n:x', '\u0001vbscript:x?y'])(
    'is not rendered for the unsafe address %j',
    async (licenseHref) => {
      const { screen } = await renderDashboard({ scenario: 'expired', licenseHref });
      await expect.element(screen.getByRole('button', { name: 'Renew license' })).toBeVisible();
      await expect.poll(() => part('banner')?.textContent).toContain('Your license expired');
      expect(document.querySelector('[data-license-part] a')).toBeNull();
    },
  );

  it.each(['/license', 'license/', '?page=license', '//dashboard.example/', 'https://dashboard.example/a:b', '/a:b', '?at=a:b'])(
    'accepts the address %j',
    async (licenseHref) => {
      const { screen } = await renderDashboard({ scenario: 'expired', licenseHref });
      await expect
        .element(screen.getByRole('link', { name: 'Renew license' }).first())
        .toHaveAttribute('href', `${licenseHref}#renew-license`);
    },
  );

  it('keeps the route of an app with hash routing', async () => {
    const children = [<LicenseBanner key="banner" />, <LicensePanel key="panel" />];
    const { screen } = await renderDashboard({ scenario: 'expired', licenseHref: '#/license', children });
    await expect.element(screen.getByRole('link', { name: 'Renew license' })).toHaveAttribute('href', '#/license');
  });
});

describe('the fragment of the renewal', () => {
  it('opens the renewal and moves the focus there if the app sets it while the page is open', async () => {
    const { screen } = await renderDashboard({ scenario: 'grace' });
    await expect.element(screen.getByRole('button', { name: 'Renew license' })).toBeVisible();
    location.hash = '#renew-license';
    await expect.element(firstStep(screen)).toBeVisible();
    await expect.element(screen.getByRole('heading', { name: 'Renew license' })).toHaveFocus();
  });

  it('keeps an open renewal at its step, also after a way back and forth', async () => {
    const { screen } = await renderDashboard({ scenario: 'grace' });
    await expect.element(screen.getByRole('button', { name: 'Renew license' })).toBeVisible();
    location.hash = '#renew-license';
    await firstStep(screen).click();
    await screen.getByLabelText('License key', { exact: true }).fill('half a key');
    location.hash = '#features';
    await changed();
    await expect.element(screen.getByLabelText('License key', { exact: true })).toBeVisible();
    location.hash = '#renew-license';
    await expect.element(screen.getByRole('heading', { name: 'Renew license' })).toHaveFocus();
    await expect.element(screen.getByLabelText('License key', { exact: true })).toBeVisible();
    await expect.element(screen.getByLabelText('License key', { exact: true })).toHaveValue('half a key');
  });

  it('does not open the renewal if the app sets another one while the page is open', async () => {
    const { screen } = await renderDashboard({ scenario: 'grace' });
    await expect.element(screen.getByRole('button', { name: 'Renew license' })).toBeVisible();
    location.hash = '#features';
    await changed();
    await expect.element(screen.getByRole('button', { name: 'Renew license' })).toBeVisible();
    expect(screen.getByRole('region', { name: 'Renew license' }).query()).toBeNull();
  });
});

/** Resolves after the next `hashchange` event, and after the listeners of the panel. */
const changed = () => new Promise((resolve) => addEventListener('hashchange', () => setTimeout(resolve), { once: true }));

describe('a link of the app', () => {
  // Changes the URL as a router does: no document load, and no `hashchange` event.
  const goByRouter = (event: MouseEvent<HTMLAnchorElement>) => {
    event.preventDefault();
    history.pushState(null, '', event.currentTarget.href);
  };
  const stayHere = (event: MouseEvent<HTMLAnchorElement>) => event.preventDefault();
  const withLink = (link: ReactNode) => (
    <>
      {link}
      <a href={`${here}#renew-license`} onClick={goByRouter}>
        <b>Enter a key</b>
      </a>
      <LicensePanel />
    </>
  );

  it('opens the renewal and moves the focus there if it leads to this page with the fragment, although the router prevents the default', async () => {
    const { screen } = await renderDashboard({ scenario: 'grace', children: withLink(null) });
    await expect.element(screen.getByRole('button', { name: 'Renew license' })).toBeVisible();
    await screen.getByText('Enter a key').click();
    await expect.element(firstStep(screen)).toBeVisible();
    await expect.element(screen.getByRole('heading', { name: 'Renew license' })).toHaveFocus();
    expect(location.hash).toBe('#renew-license');
    // The URL stays the same, so that only the click can open the renewal.
    await screen.getByRole('button', { name: 'Close' }).click();
    await expect.element(screen.getByRole('button', { name: 'Renew license' })).toHaveFocus();
    await screen.getByText('Enter a key').click();
    await expect.element(firstStep(screen)).toBeVisible();
  });

  it('opens the renewal with the keyboard, too', async () => {
    const { screen } = await renderDashboard({ scenario: 'grace', children: withLink(null) });
    await expect.element(screen.getByRole('button', { name: 'Renew license' })).toBeVisible();
    screen.getByRole('link', { name: 'Enter a key' }).element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(firstStep(screen)).toBeVisible();
    await expect.element(screen.getByRole('heading', { name: 'Renew license' })).toHaveFocus();
  });

  it('opens the renewal by a real navigation within the page', async () => {
    const link = <a href={`${here}#renew-license`}>Follow</a>;
    const { screen } = await renderDashboard({ scenario: 'grace', children: withLink(link) });
    await expect.element(screen.getByRole('button', { name: 'Renew license' })).toBeVisible();
    await screen.getByText('Follow').click();
    await expect.element(firstStep(screen)).toBeVisible();
    await expect.element(screen.getByRole('heading', { name: 'Renew license' })).toHaveFocus();
  });

  it.each([
    ['another fragment', { href: `${here}#features`, onClick: goByRouter }],
    ['no fragment', { href: here, onClick: goByRouter }],
    ['another path', { href: '/elsewhere#renew-license', onClick: stayHere }],
    ['another origin', { href: 'https://dashboard.example/#renew-license', onClick: stayHere }],
    ['target=_blank', { href: `${here}#renew-license`, target: '_blank', rel: 'noreferrer', onClick: stayHere }],
  ])('does not open the renewal with %s', async (_, props) => {
    const link = <a {...props}>Follow</a>;
    const { screen } = await renderDashboard({ scenario: 'grace', children: withLink(link) });
    await expect.element(screen.getByRole('button', { name: 'Renew license' })).toBeVisible();
    await screen.getByText('Follow').click();
    await new Promise((resolve) => setTimeout(resolve, 100));
    // The button is rendered only while the renewal is closed.
    await expect.element(screen.getByRole('button', { name: 'Renew license' })).toBeVisible();
    expect(screen.getByRole('region', { name: 'Renew license' }).query()).toBeNull();
    // The panel listens: the other link opens the renewal.
    await screen.getByText('Enter a key').click();
    await expect.element(firstStep(screen)).toBeVisible();
  });
});
