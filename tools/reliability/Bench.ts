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

/** What a person sees of the license on a page, as far as a machine can read it. */
export type Sight = { readonly state: string; readonly freshness: string; readonly words: string };

/** A built dashboard and the mock API on one origin, over real HTTP, and a real browser in front of it. */
export class Bench {
  private constructor(
    private readonly browser: Browser,
    private readonly files: string | null,
    readonly alexandria: Alexandria,
    private readonly server: AlexandriaServer,
    /** The paths of what was asked for by GET, in order. */
    readonly visited: readonly string[],
  ) {}

  /** @param demo Whether the demo's dashboard is there, too; it takes a while to build. */
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

  /** Waits until the API is there again after connections were refused. */
  async listens(): Promise<void> {
    for (let left = 100; left > 0; left -= 1) {
      const listens = await fetch(`${this.url}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (listens) return;
      await once(AbortSignal.timeout(50), 'abort');
    }
    throw new Error('The API does not listen again.');
  }

  /** A browser of its own for one person, who is signed in; without a zone it is left to the test. */
  async person(role: 'admin' | 'member' = 'admin', zone: string | null = 'Europe/Berlin'): Promise<BrowserContext> {
    const token = await mintSessionToken(role);
    const context = await this.browser.newContext({
      locale: 'en-GB',
      ...(zone === null ? {} : { timezoneId: zone }),
      extraHTTPHeaders: { authorization: `Bearer ${token}` },
    });
    // A busy machine is slow to load a page, which proves nothing.
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

/** What is on the page now. */
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

export const checkNow = (page: Page) => page.getByRole('button', { name: 'Check now' }).click();
