import { chromium } from 'playwright';
import { bundleForPage } from '../support/bundleForPage.js';
import { chromiumOptions } from '../support/chromium.js';
import type { Row } from './judge.js';
import { serveGateway } from './serveGateway.js';

/** Runs every case with every client in Chromium, on a page from the API's origin. */
export async function judgeInChromium(): Promise<{ readonly runtime: string; readonly rows: readonly Row[] }> {
  const contents = "import { judge } from './judge.js'; globalThis.run = judge;";
  const { close, ...servers } = await serveGateway(await bundleForPage(contents, import.meta.dirname));
  const browser = await chromium.launch(chromiumOptions());
  try {
    const page = await browser.newPage();
    await page.goto(`${servers.origin}/page`);
    const rows = await page.evaluate((given): Promise<Row[]> => Reflect.get(globalThis, 'run')(given), servers);
    return { runtime: `Chromium ${browser.version()}`, rows };
  } finally {
    await browser.close();
    await close();
  }
}
