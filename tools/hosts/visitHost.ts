import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright';
import { startAlexandria } from '../../mocks/startAlexandria.js';
import type { Host, Wrongs } from './Host.js';
import type { InstalledHost } from './installHost.js';
import { serveHost } from './serveHost.js';

// Console lines that the page does not cause: the browser logs each failed response, and React mentions its DevTools.
const NOT_ITS_OWN = [/^Failed to load resource: the server responded with a status of (402|500|503) /, /Download the React DevTools/];

/** The result of a visit. */
export type Sights = { readonly wrongs: Wrongs; readonly logged: readonly string[] };

/** Opens a host's page with an expired license, and runs the host's visit. */
export async function visitHost(host: Host, installed: InstalledHost, browser: Browser, mode: string): Promise<Sights> {
  return withPage(host, installed, browser, mode, async (page, apis, logged) => {
    const wrongs = await host.visit(page, apis);
    return { wrongs, logged };
  });
}

/** Returns the gzipped bytes of scripts and styles in the first load of a host's page. */
export async function weighHost(host: Host, installed: InstalledHost, browser: Browser): Promise<number> {
  return withPage(host, installed, browser, 'production', async (page) => {
    await page.waitForLoadState('networkidle');
    const urls = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    const files = [...new Set(urls)].filter((url) => /\.(js|css)$/.test(url));
    const bodies = await Promise.all(files.map(async (url) => (await fetch(url)).arrayBuffer()));
    return bodies.reduce((sum, body) => sum + gzipSync(new Uint8Array(body)).length, 0);
  });
}

async function withPage<T>(
  host: Host,
  installed: InstalledHost,
  browser: Browser,
  mode: string,
  work: (page: Page, apis: { first: Alexandria; second: Alexandria }, logged: readonly string[]) => Promise<T>,
): Promise<T> {
  const apis = { first: await startAlexandria({ scenario: 'expired' }), second: await startAlexandria({ scenario: 'expired' }) };
  const { url, printed, close } = await serveHost(host, installed, apis, mode);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const logged: string[] = [];
    page.on('pageerror', (error) => logged.push(String(error)));
    page.on('console', (message) => {
      if (!NOT_ITS_OWN.some((each) => each.test(message.text()))) logged.push(`${message.type()}: ${message.text()}`);
    });
    await page.goto(url);
    const result = await work(page, apis, logged);
    logged.push(...printed.map((line) => `server: ${line}`));
    return result;
  } finally {
    await context.close();
    await close();
  }
}

type Alexandria = Awaited<ReturnType<typeof startAlexandria>>;
