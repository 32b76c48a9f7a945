import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { bundleForPage } from '../bundleForPage.js';
import type { HostOptions } from './Host.js';

/** A page of the dashboard, and what the browser itself has to say of it. */
export type HostPage = {
  readonly page: Page;
  /** Errors that nobody caught, and violations of the page's policies. */
  readonly problems: readonly string[];
  /** Addresses, bodies and headers of all that was sent, the token in its own header left out. */
  readonly sent: readonly string[];
  /** What the page has said on the console. */
  readonly said: readonly string[];
};

/** The script that listens to a page from before its first one. */
export function listener(): Promise<string> {
  return bundleForPage("import { watchPage } from './watchPage.js'; watchPage();", `${import.meta.dirname}/../canary`);
}

/** Opens the dashboard in a browser of its own. */
export async function openHost(
  browser: Browser,
  url: string,
  script: string,
  options: HostOptions,
  context: BrowserContextOptions = {},
): Promise<HostPage> {
  const person = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...context,
  });
  const page = await person.newPage();
  const [problems, sent, said]: string[][] = [[], [], []];
  page.on('pageerror', (error) => problems?.push(`${error.name}: ${error.message}`));
  page.on('console', (message) => {
    said?.push(message.text());
    if (/Content.Security.Policy|TrustedScript|TrustedHTML/i.test(message.text())) problems?.push(message.text());
  });
  page.on('request', (request) => {
    const { authorization: own, ...headers } = request.headers();
    sent?.push(`${request.url()} ${JSON.stringify(headers)} ${request.postData() ?? ''}`);
    if (own !== undefined && new URL(request.url()).origin !== new URL(url).origin) sent?.push(own);
  });
  await page.addInitScript((given) => void Object.assign(window, { hostOptions: given }), options);
  await page.addInitScript({ content: script });
  await page.goto(url);
  return { page, problems: problems ?? [], sent: sent ?? [], said: said ?? [] };
}
