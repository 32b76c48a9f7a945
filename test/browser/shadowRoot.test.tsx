import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LicenseBanner, LicensePanel, PaymentRequiredNotice } from '../../src/index.js';
import css from '../../src/styles/styles.css?inline';
import { renderDashboard, withWorker } from '../support/renderDashboard.js';

withWorker();

const here = `${location.pathname}${location.search}`;
const hosts: HTMLElement[] = [];
afterEach(async () => {
  for (const host of hosts.splice(0)) host.remove();
  await page.viewport(414, 896);
  history.replaceState(null, '', here);
});

/** Renders a dashboard into an open shadow root, with its stylesheet. */
async function renderInShadow(setup: Parameters<typeof renderDashboard>[0]) {
  const host = document.createElement('div');
  hosts.push(host);
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

  it('the card moves to the other edge if it would cover the focused element', async () => {
    await page.viewport(400, 600);
    const children = (
      <>
        <button type="button">First</button>
        <div style={{ height: 480 }} />
        <button type="button">Behind the card</button>
        <PaymentRequiredNotice />
      </>
    );
    const { screen, ask, root } = await renderInShadow({ scenario: 'expired', children });
    await ask('/admin/tenants');
    const card = () => root.querySelector<HTMLElement>('.alx-notices');
    await expect.poll(() => card()?.dataset['edge']).toBe('end');
    screen.getByRole('button', { name: 'First' }).element().focus();
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    screen.getByRole('button', { name: 'Behind the card' }).element().focus();
    await expect.poll(() => card()?.dataset['edge']).toBe('start');
  });

  it('the end of a scrolling main element can be scrolled clear of the card', async () => {
    await page.viewport(400, 600);
    const children = (
      <>
        <main style={{ position: 'fixed', inset: 0, overflow: 'auto' }}>
          <div style={{ height: 2_000 }} />
          <button type="button">Last</button>
        </main>
        <PaymentRequiredNotice />
      </>
    );
    const { screen, ask, root } = await renderInShadow({ scenario: 'expired', children });
    await ask('/admin/tenants');
    await expect.poll(() => root.querySelector('.alx-notices')).not.toBeNull();
    const main = root.querySelector('main');
    const [card, last] = [root.querySelector('.alx-notices'), screen.getByRole('button', { name: 'Last' }).element()];
    const isClear = () => {
      main?.scrollTo(0, 10_000);
      return last.getBoundingClientRect().bottom <= (card?.getBoundingClientRect().top ?? 0);
    };
    await expect.poll(isClear).toBe(true);
  });

  it('the cards of two shadow roots stand beside each other', async () => {
    await page.viewport(1_280, 600);
    const boxes = [];
    for (let card = 0; card < 2; card += 1) {
      const { ask, root } = await renderInShadow({ scenario: 'expired', children: <PaymentRequiredNotice /> });
      await ask('/admin/tenants');
      await expect.poll(() => root.querySelector('.alx-notices')).not.toBeNull();
      boxes.push(() => root.querySelector('.alx-notices')?.getBoundingClientRect() ?? new DOMRect());
    }
    const [one, two] = boxes.map((box) => box());
    expect(two?.right).toBeLessThan(one?.left ?? 0);
  });
});
