import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { build } from 'esbuild';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { chromiumOptions } from '../support/chromium.js';
import { stubLicense } from './page/license.js';

const PAGES = { bench: 'benchPage.ts', ours: 'paintOurs.tsx', hand: 'paintByHand.tsx' } as const;

/** The name of a bench page. */
export type BenchPageName = keyof typeof PAGES;

/** Chromium, and a server with a stub license API and the bench pages. The pages are built for production. */
export class BenchBrowser {
  private constructor(
    readonly browser: Browser,
    readonly url: string,
    readonly runtime: string,
    /** Returns the number of license requests. */
    readonly requestCount: () => number,
    private readonly end: () => Promise<void>,
  ) {}

  static async start(expiresIn: number, entitlements: readonly string[]): Promise<BenchBrowser> {
    const files = new Map<string, string>();
    for (const name of Object.keys(PAGES) as BenchPageName[]) {
      const built = await bundle(`${import.meta.dirname}/page/${PAGES[name]}`, name, name === 'bench');
      for (const [path, text] of built.files) files.set(path, text);
      // Preload links, as a host app's bundler writes them: the browser need not discover imports one after another.
      const preloads = built.needed.map((path) => `<link rel="modulepreload" href="${path}">`).join('');
      const styles = `<link rel="stylesheet" href="/${name === 'hand' ? 'hand' : 'styles'}.css">`;
      const script =
        name === 'bench'
          ? '<script type="module">import * as bench from "/bench.js"; Object.assign(window, { bench });</script>'
          : `<script type="module" src="/${name}.js"></script>`;
      const page = (head: string) =>
        `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>${preloads}${script}${head}<link rel="icon" href="data:,"><body></body></html>`;
      files.set(`/${name}.html`, page(styles));
      files.set(`/${name}.html?bare`, page(''));
    }
    for (const [name, entry] of [
      ['styles', 'src/styles/styles.css'],
      ['hand', `${import.meta.dirname}/page/paintByHand.css`],
    ] as const) {
      for (const [path, text] of (await bundle(entry, name)).files) files.set(path, text);
    }
    const license = stubLicense(expiresIn, entitlements);
    const types = { js: 'text/javascript', html: 'text/html; charset=utf-8', css: 'text/css' };
    const server = createServer(async ({ url = '/' }, answer) => {
      const { pathname } = new URL(url, 'http://localhost');
      if (pathname === '/admin/license') {
        const response = await license.fetch();
        answer.writeHead(200, Object.fromEntries(response.headers)).end(await response.text());
        return;
      }
      const type = Object.entries(types).find(([ending]) => pathname.endsWith(`.${ending}`))?.[1] ?? 'text/plain';
      const file = files.get(url) ?? files.get(pathname);
      answer.writeHead(file === undefined ? 404 : 200, { 'content-type': type }).end(file);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const browser = await chromium.launch(chromiumOptions());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return new BenchBrowser(browser, url, `Chromium ${browser.version().split('.')[0]}`, license.requestCount, async () => {
      await browser.close();
      server.close();
      server.closeAllConnections();
    });
  }

  /** Opens a browser context for a user who has never visited. */
  person(): Promise<BrowserContext> {
    return this.browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', viewport: { width: 1_100, height: 800 } });
  }

  /** Opens a bench page. Without a context, it is a first visit. */
  async open(name: BenchPageName = 'bench', context?: BrowserContext): Promise<Page> {
    const page = await (context ?? (await this.person())).newPage();
    await page.goto(`${this.url}/${name}.html`);
    return page;
  }

  close(): Promise<void> {
    return this.end();
  }
}

type Built = {
  /** File contents by path. Code that loads on demand is in separate files, as with a host app's bundler. */
  readonly files: ReadonlyMap<string, string>;
  /** Paths of the files that the entry imports statically. */
  readonly needed: readonly string[];
};

async function bundle(entry: string, name: string, profiling = false): Promise<Built> {
  const { outputFiles, metafile } = await build({
    entryPoints: { [name]: entry },
    bundle: true,
    write: false,
    format: 'esm',
    splitting: true,
    metafile: true,
    outdir: '/',
    target: ['chrome123'],
    jsx: 'automatic',
    jsxDev: false,
    minify: true,
    // The production build of React does not support the Profiler.
    ...(profiling ? { alias: { 'react-dom/client': 'react-dom/profiling' } } : {}),
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  const imports = Object.values(metafile.outputs).find(({ entryPoint }) => entryPoint?.endsWith(`/${basename(entry)}`))?.imports ?? [];
  return {
    files: new Map(outputFiles.map(({ path, text }) => [path, text])),
    needed: imports.flatMap(({ kind, path }) => (kind === 'import-statement' ? `/${basename(path)}` : [])),
  };
}
