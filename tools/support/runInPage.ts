import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bundleForPage } from './bundleForPage.js';
import type { Engine } from './engines.js';
import { launchEngine } from './launchEngine.js';

/** What an engine answered: its name and version, and the result. */
export type PageRun<T> = { readonly runtime: string; readonly result: T };

/**
 * Calls an exported function of a module in a real browser, on a page of loopback, which is a secure context; argument and result
 * are JSON.
 *
 * @param module The module's absolute path.
 */
export async function runInPage<T>(engine: Engine, module: string, name: string, argument: unknown): Promise<PageRun<T>> {
  const contents = `import { ${name} } from ${JSON.stringify(module)}; globalThis.run = ${name};`;
  const script = await bundleForPage(contents, import.meta.dirname);
  const server = createServer(({ url }, response) => {
    const isScript = url === '/run.js';
    response.setHeader('content-type', isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8');
    response.end(isScript ? script : '<!doctype html><title>Run</title><script src="/run.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    const driver = await launchEngine(engine);
    try {
      await driver.goto(url);
      // Parsed there: as a literal, "__proto__" would be no name.
      const result = await driver.evaluate<T>(`run(JSON.parse(${JSON.stringify(JSON.stringify(argument))}))`);
      return { runtime: driver.runtime, result };
    } finally {
      await driver.close();
    }
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
