import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { chromium } from 'playwright';
import { chromiumOptions } from './chromium.js';

/**
 * Calls an exported function of a module in a real Chromium, on a page of loopback, which is a secure context; argument and result
 * are JSON.
 *
 * @param module The module's absolute path.
 */
export async function runInChromium<T>(module: string, name: string, argument: unknown): Promise<{ runtime: string; result: T }> {
  const contents = `import { ${name} } from ${JSON.stringify(module)}; globalThis.run = ${name};`;
  const bundle = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<!doctype html><title>Run</title>'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch(chromiumOptions());
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' });
    const result = await page.evaluate((given): Promise<T> => Reflect.get(globalThis, 'run')(given), argument);
    return { runtime: `Chromium ${browser.version()}`, result };
  } finally {
    await browser.close();
    server.close();
  }
}
