import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bundleForPage } from './bundleForPage.js';
import type { Engine } from './engines.js';
import { launchEngine } from './launchEngine.js';

/** The result of a call, with the name and version of the engine. */
export type PageRun<T> = { readonly runtime: string; readonly result: T };

/**
 * Calls an exported function of a module in a real browser. The page is on loopback, so it is a secure context. Argument and result
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
      // The page parses the JSON, because "__proto__" in an object literal would not be a property name.
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
