import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      } finally {
        await context.close();
      }
    },
  );
});
