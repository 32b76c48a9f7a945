import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { bundleForPage } from '../bundleForPage.js';
import type { HostOptions } from './Host.js';

/** A page of the dashboard, with the browser's records of it. */
export type HostPage = {
  readonly page: Page;
  /** Uncaught errors, and violations of the page's policies. */
  readonly problems: readonly string[];
  /** URLs, bodies and headers of all requests, except the `authorization` header to the page's own origin. */
  readonly sent: readonly string[];
  /** Console messages of the page. */
  readonly consoleMessages: readonly string[];
};

/** Bundles the script that watches a page. It must run before the page's first script. */
export function listener(): Promise<string> {
  return bundleForPage("import { watchPage } from './watchPage.js'; watchPage();", `${import.meta.dirname}/../canary`);
}

/** Opens the dashboard in a new browser context. */
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
  const [problems, sent, consoleMessages]: string[][] = [[], [], []];
  page.on('pageerror', (error) => problems?.push(`${error.name}: ${error.message}`));
  page.on('console', (message) => {
    consoleMessages?.push(message.text());
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
  return { page, problems: problems ?? [], sent: sent ?? [], consoleMessages: consoleMessages ?? [] };
}
