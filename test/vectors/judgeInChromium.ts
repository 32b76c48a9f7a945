import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { chromium } from 'playwright';
import { chromiumOptions } from '../support/chromium.js';
import type { VectorInput } from './judge.js';

/** The same in a real Chromium, on a page of loopback, which is a secure context. */
export async function judgeInChromium(inputs: readonly VectorInput[]): Promise<{ runtime: string; answers: readonly string[] }> {
  const bundle = await build({
    stdin: { contents: "import { judge } from './judge.ts'; globalThis.judge = judge;", resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  const server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Vectors</title>'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch(chromiumOptions());
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' });
    const answers = await page.evaluate((given): Promise<string[]> => Reflect.get(globalThis, 'judge')(given), inputs);
    return { runtime: `Chromium ${browser.version()}`, answers };
  } finally {
    await browser.close();
    server.close();
  }
}
