import { chromium } from 'playwright';
import { chromiumOptions } from './chromium.js';
import type { Driver } from './Driver.js';

/** Starts Chromium, driven by Playwright. */
export async function driveChromium(): Promise<Driver> {
  const browser = await chromium.launch({ ...chromiumOptions(), timeout: 120_000 });
  // A visible browser grants these on a click. The headless shell cannot show a prompt.
  const page = await browser.newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
  return {
    runtime: `Chromium ${browser.version()}`,
    async goto(url) {
      await page.goto(url);
    },
    async reload() {
      await page.reload();
    },
    evaluate: (expression) => page.evaluate(expression),
    async click(expression) {
      await (await page.evaluateHandle<Element>(expression)).click();
    },
    press: (key) => page.keyboard.press(key),
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: () => page.screenshot(),
    close: () => browser.close(),
  };
}
