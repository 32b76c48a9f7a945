import { bundleForPage } from '../support/bundleForPage.js';
import type { Engine } from '../support/engines.js';
import { launchEngine } from '../support/launchEngine.js';
import type { Row } from './judge.js';
import { serveGateway } from './serveGateway.js';

/** Runs every case with every client in a browser, on a page from the API's origin. */
export async function judgeInBrowser(engine: Engine): Promise<{ readonly runtime: string; readonly rows: readonly Row[] }> {
  const contents = "import { judge } from './judge.js'; globalThis.run = judge;";
  const { close, ...servers } = await serveGateway(await bundleForPage(contents, import.meta.dirname));
  try {
    const driver = await launchEngine(engine);
    try {
      await driver.goto(`${servers.origin}/page`);
      return { runtime: driver.runtime, rows: await driver.evaluate<Row[]>(`run(${JSON.stringify(servers)})`) };
    } finally {
      await driver.close();
    }
  } finally {
    await close();
  }
}
