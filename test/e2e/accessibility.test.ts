import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import { scenarios } from '../../mocks/scenarios.js';
import { chromiumOptions } from '../support/chromium.js';
import { freePort, type Running, startCommand } from '../support/commands.js';

let browser: Browser;
let demo: Running;
let url: string;

beforeAll(async () => {
  const port = await freePort();
  [browser, demo] = await Promise.all([
    chromium.launch(chromiumOptions()),
    startCommand('demo', ['--port', String(port), '--strictPort', '--host', '127.0.0.1'], /Local:/),
  ]);
  url = `http://127.0.0.1:${port}/`;
});
afterAll(async () => {
  await Promise.all([browser.close(), demo.stop()]);
});

const VIEWS = [
  ...Object.keys(scenarios).map(
    (scenario) => ['license', scenario, '[data-license-part="panel"][data-license-freshness="fresh"]'] as const,
  ),
  ['directory', 'expired', '[data-license-part="notices"]'],
  ['autoscaling', 'active', '[data-license-part="notices"]'],
  ['secrets', 'unlicensed', '[data-license-part="notice"]'],
] as const;

describe('axe finds nothing against WCAG 2.2 AA', () => {
  it.each(VIEWS.flatMap((view) => (['light', 'dark'] as const).map((theme) => [...view, theme] as const)))(
    'on the page %s in the scenario %s (%s), %s',
    async (name, scenario, shown, theme) => {
      const context = await browser.newContext({ reducedMotion: 'reduce' });
      try {
        const page = await context.newPage();
        await page.goto(`${url}?page=${name}&scenario=${scenario}&theme=${theme}`);
        await page.locator(shown).waitFor();
        expect(await violationsOn(page)).toEqual([]);
      } finally {
        await context.close();
      }
    },
  );

  it.each([
    ['light', 1_100],
    ['dark', 1_100],
    ['light', 360],
  ] as const)('in the renewal, %s, %d pixels wide', async (theme, width) => {
    const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width, height: 800 } });
    try {
      const page = await context.newPage();
      await page.goto(`${url}?page=license&scenario=expired&theme=${theme}`);
      await page.getByRole('button', { name: 'Renew…' }).click();
      const field = page.getByLabel('License key', { exact: true });
      await field.fill('no key');
      await page.getByRole('button', { name: 'Check the key' }).click();
      await page.getByText('This is no license key.').waitFor();
      expect(await violationsOn(page)).toEqual([]);
      await field.fill(await mintLicenseKey({ expiresAt: Date.now() + 99 * 86_400_000, entitlements: ['scim', 'backend_autoscaling'] }));
      await page.getByRole('button', { name: 'Check the key' }).click();
      await page.getByRole('table').waitFor();
      await page.getByRole('button', { name: 'I have applied it' }).click();
      await page.getByText('The API still answers with the present license.').waitFor();
      expect(await violationsOn(page)).toEqual([]);
      // Nothing is wider than the page, whatever the commands.
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    } finally {
      await context.close();
    }
  });
});

describe('axe finds nothing in the demo’s own frame and controls', () => {
  it.each([
    ['overview', 'theme=light', 1_280],
    ['overview', 'theme=dark', 1_280],
    ['chat', 'theme=light&controls=open', 360],
    ['audit', 'theme=dark&controls=open', 360],
    ['directory', 'theme=light&lang=ar', 1_280],
    ['directory', 'theme=dark&lang=ar&controls=open', 360],
    ['overview', 'theme=light&controls=open', 768],
    ['license', 'theme=light&controls=closed', 1_280],
    ['license', 'theme=dark', 360],
  ] as const)('on the page %s, %s, %d pixels wide, with a fault and a 402 in its log', async (name, chosen, width) => {
    const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width, height: 800 } });
    try {
      const page = await context.newPage();
      await page.goto(`${url}?page=${name}&scenario=expired&fault=html-login&${chosen}`);
      const strip = page.getByRole('complementary', { name: 'Demo controls' });
      if (await page.getByLabel('Scenario').isVisible()) {
        await strip.getByText('A proxy answers the license route').waitFor();
        await page.getByRole('button', { name: 'Export audit log' }).click();
        await strip.locator('[data-status="402"]').first().waitFor();
      }
      await page.locator('[data-license-part="banner"]:not([data-license-freshness="fresh"])').waitFor();
      expect(await violationsOn(page)).toEqual([]);
    } finally {
      await context.close();
    }
  });
});

async function violationsOn(page: Page): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
