import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { HttpResponse, http } from 'msw';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { type AlexandriaServer, serveAlexandria } from '../../mocks/serveAlexandria.js';
import { mintSessionToken } from '../../mocks/sessionTokens.js';
import { type Alexandria, startAlexandria } from '../../mocks/startAlexandria.js';
import { chromiumOptions } from '../support/chromium.js';
import { buildDashboard, serveDashboardFiles, typeOf } from '../support/dashboardFiles.js';
import { servedPages } from './page/servedPage.js';

/** The visible license on a page: its state, its freshness, and the text of banner and panel. */
export type Sight = { readonly state: string; readonly freshness: string; readonly words: string };

/** A built dashboard and the mock API on one origin, over real HTTP, with a real browser. */
export class Bench {
  private constructor(
    private readonly browser: Browser,
    private readonly files: string | null,
    readonly alexandria: Alexandria,
    private readonly server: AlexandriaServer,
    /** Paths of all GET requests, in order. */
    readonly visited: readonly string[],
  ) {}

  /** @param demo Whether to build and serve the demo's dashboard. The build takes a while. */
  static async start(demo: boolean): Promise<Bench> {
    const files = demo ? buildDashboard() : null;
    const [browser, alexandria, pages] = await Promise.all([chromium.launch(chromiumOptions()), startAlexandria(), servedPages()]);
    const visited: string[] = [];
    const page = http.get('*/*', ({ request }) => {
      const { pathname } = new URL(request.url);
      visited.push(pathname);
      const body = pages.get(pathname);
      if (body === undefined) return undefined;
      return new HttpResponse(body, { headers: { 'content-type': typeOf(pathname) } });
    });
    const handlers = files === null ? [page] : [page, serveDashboardFiles(files)];
    return new Bench(browser, files, alexandria, await serveAlexandria(alexandria, { handlers }), visited);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.server.close();
    if (this.files !== null) rmSync(this.files, { recursive: true });
  }

  get url(): string {
    return this.server.url;
  }

  /** Waits until the API accepts connections again. */
  async listens(): Promise<void> {
    for (let left = 100; left > 0; left -= 1) {
      const listens = await fetch(`${this.url}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (listens) return;
      await once(AbortSignal.timeout(50), 'abort');
    }
    throw new Error('The API still refuses connections.');
  }

  /** Opens a browser context for one signed-in user. If `zone` is null, the test sets the time zone. */
  async person(role: 'admin' | 'member' = 'admin', zone: string | null = 'Europe/Berlin'): Promise<BrowserContext> {
    const token = await mintSessionToken(role);
    const context = await this.browser.newContext({
      locale: 'en-GB',
      ...(zone === null ? {} : { timezoneId: zone }),
      extraHTTPHeaders: { authorization: `Bearer ${token}` },
    });
    // On a busy machine a page may load slowly. That is not a fault.
    context.setDefaultTimeout(120_000);
    return context;
  }

  async open(
    context: BrowserContext,
    { role = 'admin', before, path }: { role?: 'admin' | 'member'; before?: (page: Page) => Promise<void>; path?: string } = {},
  ): Promise<Page> {
    const page = await context.newPage();
    await before?.(page);
    await page.goto(`${this.url}${path ?? `/?page=license&role=${role}`}`);
    await page.locator('[data-license-part="panel"]').first().waitFor();
    return page;
  }
}

/** Reads the visible license from the page. */
export async function look(page: Page): Promise<Sight> {
  return page.evaluate(() => {
    const banner = document.querySelector<HTMLElement>('[data-license-part="banner"]');
    const panel = document.querySelector<HTMLElement>('[data-license-part="panel"]');
    return {
      state: panel?.dataset['licenseState'] ?? '',
      freshness: panel?.dataset['licenseFreshness'] ?? '',
      words: `${banner?.textContent ?? ''} ${panel?.textContent ?? ''}`.replace(/[\u2068\u2069]/g, ''),
    };
  });
}

export const clickCheckNow = (page: Page) => page.getByRole('button', { name: 'Check now' }).click();
