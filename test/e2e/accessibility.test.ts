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

describe('axe finds nothing against WCAG 2.2 AA', () => {
  it.each(Object.keys(scenarios).flatMap((scenario) => (['light', 'dark'] as const).map((theme) => [scenario, theme] as const)))(
    'in the scenario %s, %s',
    async (scenario, theme) => {
      const context = await browser.newContext();
      try {
        const page = await context.newPage();
        await page.goto(`${url}?page=license&scenario=${scenario}&theme=${theme}`);
        await page.locator('[data-license-part="panel"][data-license-freshness="fresh"]').waitFor();
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
