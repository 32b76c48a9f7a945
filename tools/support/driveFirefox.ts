import { launch } from 'puppeteer-core';
import type { Driver } from './Driver.js';
import { findFirefox } from './engines.js';

const KEYS = { Tab: ['Tab'], 'Control+C': ['Control', 'c'], 'Control+V': ['Control', 'v'] } as const;

/** Starts Firefox, driven by Puppeteer over WebDriver BiDi. */
export async function driveFirefox(): Promise<Driver> {
  const browser = await launch({ browser: 'firefox', executablePath: findFirefox() ?? '', headless: true, timeout: 120_000 });
  const page = await browser.newPage();
  return {
    runtime: (await browser.version()).replace(/^.*\//, 'Firefox '),
    async goto(url) {
      await page.goto(url);
    },
    async reload() {
      await page.reload();
    },
    evaluate: <T>(expression: string) => page.evaluate<[], () => T>(expression),
    async click(expression) {
      await (await page.evaluateHandle<[], () => Element>(expression)).click();
    },
    async press(key) {
      for (const down of KEYS[key]) await page.keyboard.down(down);
      for (const up of [...KEYS[key]].reverse()) await page.keyboard.up(up);
    },
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: async () => Buffer.from(await page.screenshot()),
    close: () => browser.close(),
  };
}
