import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { LicenseBanner, LicensePanel, PaymentRequiredNotice } from '../../src/index.js';
import css from '../../src/styles/styles.css?inline';
import { renderDashboard, withWorker } from '../support/renderDashboard.js';

withWorker();

const here = `${location.pathname}${location.search}`;
let host: HTMLElement;
afterEach(() => {
  host.remove();
  history.replaceState(null, '', here);
});

/** Renders a dashboard into an open shadow root, with its stylesheet. */
async function renderInShadow(setup: Parameters<typeof renderDashboard>[0]) {
  host = document.createElement('div');
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const container = document.createElement('div');
  root.append(container);
  const children = (
    <>
      <LicenseBanner />
      <button type="button">Export</button>
      <LicensePanel />
      <PaymentRequiredNotice />
    </>
  );
  const dashboard = await renderDashboard({ licenseHref: here, children, ...setup, container });
  const focused = () => root.activeElement?.textContent;
  return { ...dashboard, root, focused };
}

describe('in a shadow root', () => {
  it('the link of the banner opens the panel, and the focus follows and returns', async () => {
    const { screen, focused, root } = await renderInShadow({ scenario: 'expired' });
    // As a router does: the URL changes without an event.
    document.addEventListener('click', (event) => event.preventDefault(), { once: true });
    await screen.getByRole('link', { name: 'Renew license' }).click();
    await expect.poll(focused).toBe('Renew license');
    await screen.getByRole('button', { name: 'I have a key' }).click();
    await expect.poll(() => root.activeElement?.tagName).toBe('TEXTAREA');
    await screen.getByRole('button', { name: 'Close', exact: true }).click();
    await expect.poll(focused).toBe('Renew license');
  });

  it('the focus stays in the banner after a snooze and its undo', async () => {
    const { screen, focused } = await renderInShadow({ scenario: 'expiring' });
    const snooze = screen.getByRole('button', { name: 'Remind me tomorrow' });
    await expect.element(snooze).toBeVisible();
    snooze.element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(focused).toBe('Undo');
    await userEvent.keyboard('{Enter}');
    await expect.poll(focused).not.toBe('Undo');
    expect(focused()).toMatch(/^(Remind me tomorrow|Renew license)$/);
  });

  it('the focus returns to the page after a notice is dismissed', async () => {
    const { screen, focused, ask, root } = await renderInShadow({ scenario: 'expired' });
    await ask('/admin/tenants');
    const dismiss = screen.getByRole('button', { name: /^Dismiss/ });
    await expect.element(dismiss).toBeVisible();
    screen.getByRole('button', { name: 'Export' }).element().focus();
    dismiss.element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => root.querySelector('[data-license-part="notice"]')).toBeNull();
    expect(focused()).toBe('Export');
  });

  it('only the banner announces the renewal', async () => {
    const { screen, root, alexandria } = await renderInShadow({ scenario: 'expired' });
    await screen.getByRole('button', { name: 'Renew license' }).click();
    await screen.getByRole('button', { name: 'Show Confirm the renewal' }).click();
    await screen.getByRole('button', { name: 'Start checking' }).click();
    await alexandria.restart({ scenario: 'active' });
    const live = () => Array.from(root.querySelectorAll('[role="status"], [role="alert"]'), ({ textContent }) => textContent).join('|');
    await expect.poll(() => live().match(/License renewed|Renewed until/g), { timeout: 8_000 }).toEqual(['License renewed']);
  });
});
