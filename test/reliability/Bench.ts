import { rmSync } from 'node:fs';
import { HttpResponse, http } from 'msw';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { type AlexandriaServer, serveAlexandria } from '../../mocks/serveAlexandria.js';
import { mintSessionToken } from '../../mocks/sessionTokens.js';
import { type Alexandria, startAlexandria } from '../../mocks/startAlexandria.js';
import { chromiumOptions } from '../support/chromium.js';
import { buildDashboard, serveDashboardFiles } from '../support/dashboardFiles.js';

/** What a person sees of the license on a page, as far as a machine can read it. */
export type Sight = { readonly state: string; readonly freshness: string; readonly words: string };

/** A built dashboard and the mock API on one origin, over real HTTP, and a real browser in front of it. */
export class Bench {
  private constructor(
    private readonly browser: Browser,
    private readonly files: string,
    readonly alexandria: Alexandria,
    private server: AlexandriaServer,
    /** Whether the license route's answers carry a Date. */
    public dated: boolean,
  ) {}

  static async start(): Promise<Bench> {
    const files = buildDashboard();
    const browser = await chromium.launch(chromiumOptions());
    const alexandria = await startAlexandria();
    const bench = new Bench(browser, files, alexandria, await serveAlexandria(alexandria), true);
    await bench.server.close();
    await bench.listen();
    return bench;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.server.close().catch(() => undefined);
    rmSync(this.files, { recursive: true });
  }

  get url(): string {
    return this.server.url;
  }

  /** Listens again, on the same port. */
  async listen(): Promise<void> {
    const port = Number(new URL(this.server.url).port);
    const undated = http.get('*/admin/license', () => {
      if (this.dated || this.alexandria.fault() !== null) return undefined;
      this.alexandria.countAsked();
      return HttpResponse.json(this.alexandria.licenseBody());
    });
    this.server = await serveAlexandria(this.alexandria, { port, handlers: [undated, serveDashboardFiles(this.files)] });
  }

  /** Closes the listener: connections are refused from now on. */
  async refuse(): Promise<void> {
    await this.server.close();
  }

  /** A browser of its own for one person, who is signed in; without a zone it is left to the test. */
  async person(role: 'admin' | 'member' = 'admin', zone: string | null = 'Europe/Berlin'): Promise<BrowserContext> {
    const token = await mintSessionToken(role);
    return this.browser.newContext({
      locale: 'en-GB',
      ...(zone === null ? {} : { timezoneId: zone }),
      extraHTTPHeaders: { authorization: `Bearer ${token}` },
    });
  }

  async open(
    context: BrowserContext,
    { role = 'admin', before }: { role?: 'admin' | 'member'; before?: (page: Page) => Promise<void> } = {},
  ): Promise<Page> {
    const page = await context.newPage();
    await before?.(page);
    await page.goto(`${this.url}/?page=license&role=${role}`);
    await page.locator('[data-license-part="panel"]').waitFor();
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
