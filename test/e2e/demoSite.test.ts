import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chromiumOptions } from '../../tools/support/chromium.js';
import { runToEnd } from '../../tools/support/commands.js';
import { type FolderServer, serveFolder } from '../../tools/support/serveFolder.js';

const PATH = '/some/deep/path/';
const ELSEWHERE = 'dashboard.example';

let browser: Browser;
let folder: string;
let server: FolderServer;
let url: string;
const pages: Page[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'license-ui-demo-'));
  const { args, ...options } = chromiumOptions();
  await runToEnd('demo:build', ['--outDir', folder, '--emptyOutDir']);
  browser = await chromium.launch({ ...options, args: [...args, `--host-resolver-rules=MAP ${ELSEWHERE} 127.0.0.1`] });
  server = await serveFolder(folder, PATH);
  url = `http://127.0.0.1:${server.port}${PATH}`;
});
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.context().close()));
});
afterAll(async () => {
  await Promise.all([browser.close(), server.close()]);
  rmSync(folder, { recursive: true });
});

async function open(address: string, options: BrowserContextOptions = {}): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  pages.push(page);
  await page.goto(address);
  return { page, problems };
}

const part = (page: Page, name: string) => page.locator(`[data-license-part="${name}"]`);

describe('the demo as a static site under a sub-path', () => {
  it('shows banner, panel and a 402 notice, even after a reload, and sends no API request to the site', async () => {
    const { page, problems } = await open(`${url}?page=license&scenario=expired`);
    await expect.poll(() => part(page, 'panel').getAttribute('data-license-state'), { timeout: 15_000 }).toBe('expired');
    expect(await part(page, 'banner').textContent()).toContain('Your license expired. 6 licensed features are off.');
    await page.reload();
    await expect.poll(() => part(page, 'panel').getAttribute('data-license-freshness'), { timeout: 15_000 }).toBe('fresh');
    await page.getByRole('link', { name: 'Tenants' }).click();
    expect(new URL(page.url()).pathname).toBe(PATH);
    await expect.poll(() => part(page, 'notice').textContent()).toContain('Multi-tenancy is off');
    await part(page, 'notice').getByRole('link', { name: 'Renew license' }).click();
    await page.getByRole('button', { name: 'I have a key' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(PATH);
    expect(server.missing()).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('has a separate mock API for each tab', async () => {
    const { page } = await open(`${url}?page=license&scenario=grace`);
    await expect.poll(() => part(page, 'panel').getAttribute('data-license-state'), { timeout: 15_000 }).toBe('grace');
    // The new tab starts with a copy of the first tab's session storage, like a duplicated tab.
    const [other] = await Promise.all([
      page.context().waitForEvent('page'),
      page.evaluate((address) => void window.open(address), `${url}?page=license&scenario=active`),
    ]);
    await expect.poll(() => part(other, 'panel').getAttribute('data-license-state'), { timeout: 15_000 }).toBe('active');
    for (const each of [page, other]) await each.getByRole('button', { name: 'Check now' }).click();
    for (const each of [page, other]) await each.getByText('Last updated just now').first().waitFor();
    expect(await part(page, 'panel').getAttribute('data-license-state')).toBe('grace');
    expect(await part(other, 'panel').getAttribute('data-license-state')).toBe('active');
  });

  it.each(['&fault=down', ''])('answers its requests inside the page if the service worker is blocked (%s)', async (fault) => {
    const { page, problems } = await open(`${url}?page=license&scenario=grace${fault}`, { serviceWorkers: 'block' });
    const freshness = fault === '' ? 'fresh' : 'unreachable';
    await expect.poll(() => part(page, 'panel').getAttribute('data-license-freshness'), { timeout: 15_000 }).toBe(freshness);
    expect(await part(page, 'panel').getAttribute('data-license-state')).toBe('grace');
    await page.getByRole('link', { name: 'Autoscaling' }).click();
    const said = fault === '' ? 'The API answered 402.' : 'There is no connection to the mock API.';
    await page.getByText(said).waitFor();
    expect(server.missing()).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('keeps English sentences in order in a right-to-left layout', async () => {
    const { page } = await open(`${url}?page=chat&lang=ar&controls=none`);
    const question = page.locator('.demo-bubble').first();
    await question.waitFor();
    const [first = 0, last = 0] = await question.evaluate(({ firstChild: text }) =>
      [0, (text?.textContent ?? '').length - 1].map((at) => {
        const letter = document.createRange();
        if (text) letter.setStart(text, at);
        if (text) letter.setEnd(text, at + 1);
        return letter.getBoundingClientRect().left;
      }),
    );
    expect(last).toBeGreaterThan(first);
  });

  it.each(['ltr', 'rtl'])('places its notices beside its controls in a layout that is %s', async (dir) => {
    const { page } = await open(`${url}?page=tenants&scenario=expired&controls=open&dir=${dir}`, {
      viewport: { width: 1_300, height: 800 },
    });
    await part(page, 'notice').waitFor();
    const [notice, strip] = await Promise.all([part(page, 'notice').boundingBox(), page.locator('.demo-strip').boundingBox()]);
    expect((notice?.x ?? 0) + (notice?.width ?? 0)).toBeLessThanOrEqual(strip?.x ?? 0);
  });

  it('explains that it needs a secure page if the page is not secure', async () => {
    const { page, problems } = await open(`http://${ELSEWHERE}:${server.port}${PATH}?page=license`);
    await page.getByRole('heading', { name: 'The demo needs a secure page' }).waitFor();
    expect(await page.getByRole('link').getAttribute('href')).toBe(`http://localhost:${server.port}${PATH}?page=license`);
    expect(problems).toEqual([]);
  });
});
