import { build } from 'esbuild';
import { chromium } from 'playwright';
import { chromiumOptions } from '../support/chromium.js';
import type { Row } from './judge.js';
import { serveGateway } from './serveGateway.js';

/** Every case with every client on a page of a real Chromium, from the origin of the API. */
export async function judgeInChromium(): Promise<{ readonly runtime: string; readonly rows: readonly Row[] }> {
  const contents = "import { judge } from './judge.js'; globalThis.run = judge;";
  const bundle = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
  });
  const { close, ...servers } = await serveGateway(bundle.outputFiles[0]?.text);
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
