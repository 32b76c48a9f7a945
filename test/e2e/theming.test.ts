import { mkdirSync, rmSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintSessionToken } from '../../mocks/sessionTokens.js';
import { type Alexandria, type AlexandriaServer, serveAlexandria, startAlexandria } from '../../mocks/server.js';
import { chromiumOptions } from '../../tools/support/chromium.js';
import { type FolderServer, serveFolder } from '../../tools/support/serveFolder.js';
import { buildHost, type HostName } from '../support/theming/buildHost.js';

// Hosts with their real style sheets and the mappings of docs/theming.md. Saves screenshots in screenshots/theming/.

const PICTURES = 'screenshots/theming';
let browser: Browser;
let alexandria: Alexandria;
let api: AlexandriaServer;
let token: string;
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  token = await mintSessionToken('admin');
  alexandria = await startAlexandria({ scenario: 'expired' });
  api = await serveAlexandria(alexandria, { port: 0, cors: true });
  browser = await chromium.launch(chromiumOptions());
});
afterAll(async () => {
  await browser?.close();
  await api?.close();
});

/** Returns the violations in the visible elements of our components. */
async function violations(page: Page): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page }).include('[data-license-part]').analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join(' | ')}`);
}

describe.each<[HostName, string]>([
  ['shadcn', 'button.bg-primary'],
  ['mui', '.MuiButton-contained'],
])('in a dashboard with %s', (name, button) => {
  let folder: string;
  let server: FolderServer;
  beforeAll(async () => {
    folder = await buildHost(name);
    server = await serveFolder(folder, '/');
  });
  afterAll(async () => {
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['light', 'dark'] as const)('the parts use the host’s colours, with enough contrast: %s', async (scheme) => {
    await alexandria.restart({ scenario: 'expired' });
    const context = await browser.newContext({ colorScheme: scheme, viewport: { width: 1_100, height: 1_400 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const logged: string[] = [];
    page.on('console', (message) => message.type() === 'error' && !message.text().includes('402') && logged.push(message.text()));
    page.on('pageerror', (error) => logged.push(String(error)));
    await page.goto(`http://127.0.0.1:${server.port}/?api=${encodeURIComponent(api.url)}&token=${token}`);
    // Sets the class that a host's theme switch sets.
    await page.evaluate((mode) => document.documentElement.classList.toggle('dark', mode === 'dark'), scheme);
    await page.locator('[data-license-part="panel"][data-license-state="expired"]').waitFor();
    await page.locator(button).click();
    await page.locator('[data-license-part="notices"]').waitFor();
    await page.getByRole('button', { name: 'Renew license', exact: true }).click();
    await page.getByRole('button', { name: 'I have a key' }).click();
    await page.getByLabel('License key', { exact: true }).waitFor();
    await page.screenshot({ path: `${PICTURES}/${name}-${scheme}.png`, fullPage: true });
    // The host's button fades to its colour once the pointer has left it.
    await page.evaluate(() =>
      Promise.all(document.getAnimations().map((animation) => animation instanceof CSSTransition && animation.finished)),
    );
    const colours = await page.evaluate((host) => {
      const of = (selector: string, property: string) =>
        getComputedStyle(document.querySelector(selector) ?? document.body).getPropertyValue(property);
      return {
        ground: of('[data-license-part="panel"]', 'background-color'),
        hostGround: of('main > :first-child', 'background-color'),
        main: of('.alx-main', 'background-color'),
        hostMain: of(host, 'background-color'),
        scheme: of('[data-license-part="panel"]', 'color-scheme'),
      };
    }, button);
    expect(colours.ground).toBe(colours.hostGround);
    expect(colours.main).toBe(colours.hostMain);
    expect(colours.scheme).toMatch(scheme === 'dark' ? /^dark$/ : /^light/);
    expect(await violations(page)).toEqual([]);
    // The other steps, and the card after a renewal.
    for (const step of ['Get a new license key', 'Apply the key']) {
      await page.getByRole('button', { name: `Show ${step}` }).click();
      expect(await violations(page), step).toEqual([]);
    }
    await page.getByRole('button', { name: 'Start checking' }).click();
    await page.locator('[data-license-watch="present"]').waitFor();
    expect(await violations(page), 'Confirm the renewal').toEqual([]);
    await alexandria.restart({ scenario: 'active' });
    await page.locator('[data-license-watch="renewed"]').waitFor();
    expect(await violations(page), 'Renewed').toEqual([]);
    expect(logged).toEqual([]);
    await context.close();
  });
});
