import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TIME_STOPS } from '../../demo/timeStops.js';
import { chromiumOptions } from '../../tools/support/chromium.js';
import { freePort, type Running, startCommand } from '../../tools/support/commands.js';
import { type ServedDemo, serveDemo } from '../../tools/support/views/serveDemo.js';

let browser: Browser;
const running: Running[] = [];
const served: ServedDemo[] = [];
const pages: Page[] = [];

beforeAll(async () => {
  browser = await chromium.launch(chromiumOptions());
});
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.context().close()));
});
afterAll(async () => {
  await browser.close();
  await Promise.all([...running.map((command) => command.stop()), ...served.map((demo) => demo.close())]);
});

async function start(...command: Parameters<typeof startCommand>): Promise<Running> {
  const started = await startCommand(...command);
  running.push(started);
  return started;
}

async function serve(...before: Parameters<typeof serveDemo>): Promise<string> {
  const demo = await serveDemo(...before);
  served.push(demo);
  return demo.url;
}

async function open(url: string, options: BrowserContextOptions = {}): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('Failed to load resource')) problems.push(message.text());
  });
  pages.push(page);
  await page.goto(url);
  return { page, problems };
}

// Advances in small steps, so that requests can finish. One leap of over 10 seconds would make them time out.
async function passUntil(page: Page, ms: number, isSo: () => Promise<boolean>): Promise<void> {
  for (let passed = 0; passed < ms && !(await isSo()); passed += 2_000) await page.clock.runFor(2_000);
  await expect.poll(isSo, { timeout: 10_000 }).toBe(true);
}

const banner = (page: Page) => page.getByRole('region', { name: 'License status' }).and(page.locator('[data-license-part="banner"]'));
const panel = (page: Page) => page.locator('[data-license-part="panel"]');
const notices = (page: Page) => page.locator('[data-license-part="notice"]');
const stateOf = (page: Page) => panel(page).getAttribute('data-license-state');

describe('the demo against the mock API over real HTTP', () => {
  let api: string;
  let token: string;
  let demo: string;

  beforeAll(async () => {
    const command = await start('api', [], /-H "Authorization: Bearer ([\w.-]+)"/);
    token = command.ready;
    api = /listening on (\S+)/.exec(command.output())?.[1] ?? '';
    demo = await serve({ api, token });
  });

  const steer = async (order: object) => {
    const response = await fetch(`${api}/__mock__`, { method: 'POST', body: JSON.stringify(order) });
    expect(response.status).toBe(200);
  };

  it.each([
    ['active', 'active', null],
    ['expiring', 'expiring', 'Your ⁨Enterprise⁩ license expires in 5 days.'],
    ['last-day', 'expiring', /Your ⁨Enterprise⁩ license expires in 6 hours \((today|tomorrow)\)\./],
    ['grace', 'grace', 'Licensed features stop in 4 days, 21 hours. Your license expired 2 days ago.'],
    ['grace-ending', 'grace', 'Licensed features stop in 39 minutes. Your license expired 6 days ago.'],
    ['expired', 'expired', /^Your license expired\. 6 licensed features are off\. The core API keeps working\. Off since \d/],
    ['unlicensed', 'unlicensed', null],
    ['no-end', 'active', null],
  ])('shows the state of the scenario %s in banner and panel', async (scenario, state, sentence) => {
    await steer({ scenario });
    const { page, problems } = await open(`${demo}?page=license`);
    await expect.poll(() => stateOf(page), { timeout: 15_000 }).toBe(state);
    if (sentence === null) {
      expect(await banner(page).count()).toBe(0);
    } else {
      expect(await banner(page).getAttribute('data-license-state')).toBe(state);
      await expect.poll(() => banner(page).textContent()).toMatch(sentence);
    }
    expect(await panel(page).getAttribute('data-license-freshness')).toBe('fresh');
    expect(problems).toEqual([]);
  });

  it.each([320, 800, 1_280])('does not shift its layout when the page is opened again, %d pixels wide', async (width) => {
    await steer({ scenario: 'grace' });
    const { page } = await open(`${demo}?page=license`, { viewport: { width, height: 800 } });
    await expect.poll(() => banner(page).getAttribute('data-license-freshness')).toBe('fresh');
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { sources = [] } = Object(entry);
          // Only elements below the banner count. Shifts within `main` come from the page's own requests.
          const moved = sources.some(({ node }: { node?: Element }) => node?.closest?.('.demo-shell, nav') && !node.closest('main'));
          if (moved) shifts.push(Object(entry).value);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const isPending = () => expect.poll(() => banner(page).getAttribute('data-license-freshness')).toBe('pending');
    // Answers only once the page has shown the cached license.
    await page.route('**/admin/license', async (route) => {
      await isPending();
      await route.continue();
    });
    await page.reload();
    await isPending();
    await expect.poll(() => banner(page).textContent()).toContain('Your license expired 2 days ago');
    expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toEqual([]);
  });

  it('changes state at the exact expiry, without another request', async () => {
    await steer({ expires: '40s' });
    const { page } = await open('about:blank');
    await page.clock.install();
    await page.goto(`${demo}?page=license`);
    await expect.poll(() => stateOf(page), { timeout: 15_000 }).toBe('expiring');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    // Stops before the confirming check, which comes a minute after the last one.
    for (let passed = 0; passed < 45_000 && (await stateOf(page)) === 'expiring'; passed += 500) await page.clock.runFor(500);
    await expect.poll(() => stateOf(page)).toBe('grace');
    expect(asked.filter((url) => url.endsWith('/admin/license'))).toEqual([]);
    await expect.poll(() => banner(page).textContent()).toContain('Your license expired just now.');
  });

  it('detects a renewal without a reload', async () => {
    await steer({ scenario: 'expired' });
    const { page } = await open('about:blank');
    await page.clock.install();
    await page.goto(`${demo}?page=license`);
    await expect.poll(() => banner(page).getAttribute('data-license-state')).toBe('expired');
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await steer({ expires: '365d' });
    await passUntil(page, 340_000, async () => (await stateOf(page)) === 'active');
    expect(await banner(page).count()).toBe(0);
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  });

  it.each([
    ['expired', 'audit', 'audit_export', 'lapsed', 'Audit log export is off'],
    ['active', 'autoscaling', 'backend_autoscaling', 'not-included', 'Backend autoscaling isn’t included in your license'],
    ['unlicensed', 'tenants', 'multi_tenant', 'no-license', 'Multi-tenancy requires a license'],
    ['disputed', 'cache', 'memcached_cache', 'disputed', 'Memcached blob cache is licensed but was refused'],
    ['unnamed', 'sign-on', null, 'unknown', 'A licensed feature isn’t available'],
  ])('explains a 402 in the scenario %s on the page %s', async (scenario, name, entitlement, reason, title) => {
    await steer({ scenario });
    const { page, problems } = await open(`${demo}?page=${name}`);
    if (name === 'audit') await page.getByRole('button', { name: 'Export the audit log' }).click();
    await expect.poll(() => notices(page).allTextContents(), { timeout: 15_000 }).toHaveLength(1);
    expect(await notices(page).textContent()).toContain(title);
    expect(await notices(page).getAttribute('data-license-reason')).toBe(reason);
    expect(await notices(page).getAttribute('data-entitlement')).toBe(entitlement);
    // The dashboard's own error handling runs as before.
    expect(await page.getByText('The API answered 402.').count()).toBe(1);
    expect(problems).toEqual([]);
  });

  it('shows one notice for a page that sends twelve licensed requests, and refetches the license once', async () => {
    await steer({ scenario: 'expired' });
    const { page } = await open('about:blank');
    const asked = { scim: 0, license: 0 };
    page.on('response', (response) => {
      if (response.url().includes('/scim/v2/') && response.status() === 402) asked.scim += 1;
    });
    page.on('request', (request) => {
      if (request.url().endsWith('/admin/license')) asked.license += 1;
    });
    await page.goto(`${demo}?page=overview`);
    await expect.poll(() => banner(page).getAttribute('data-license-state'), { timeout: 15_000 }).toBe('expired');
    const before = asked.license;
    await page.getByRole('link', { name: 'Directory sync' }).click();
    await expect.poll(() => asked.scim).toBeGreaterThanOrEqual(12);
    await expect.poll(() => notices(page).count()).toBe(1);
    expect(await notices(page).getAttribute('data-entitlement')).toBe('scim');
    await expect.poll(() => asked.license).toBe(before + 1);
    // A second refetch would arrive within this time: it covers the gathering of a burst and an answer.
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(asked.license).toBe(before + 1);
  });

  it('shows no notice for the 402 of an upstream provider', async () => {
    await steer({ scenario: 'expired' });
    const { page } = await open(`${demo}?page=chat`);
    await page.getByLabel('Model').selectOption('deepseek-v3');
    await page.getByRole('button', { name: 'Ask' }).click();
    await expect.poll(() => page.getByText('The API answered 402.').count()).toBe(1);
    await page.getByLabel('Model').selectOption('llama-3.3-70b');
    await page.getByRole('button', { name: 'Ask' }).click();
    await expect.poll(() => page.getByText('Papyrus.').count()).toBe(1);
    expect(await notices(page).count()).toBe(0);
  });

  it('clears banner and notices after a renewal, and retries refused requests, without a reload', async () => {
    await steer({ scenario: 'expired' });
    const { page } = await open('about:blank');
    await page.clock.install();
    await page.goto(`${demo}?page=tenants`);
    await expect.poll(() => notices(page).count(), { timeout: 15_000 }).toBe(1);
    await steer({ expires: '365d' });
    await passUntil(page, 340_000, async () => (await page.getByText('acme').count()) === 1);
    expect([await notices(page).count(), await banner(page).count(), await page.getByText('The API answered 402.').count()]).toEqual([
      0, 0, 0,
    ]);
    expect(await page.getByRole('status').allTextContents()).toContainEqual(
      expect.stringMatching(/^License renewed\. It now expires on \d/),
    );
  });

  it('uses the API’s time if the browser’s clock is three days off', async () => {
    await steer({ scenario: 'last-day' });
    for (const offset of [-3, 3]) {
      const { page } = await open('about:blank');
      await page.clock.install({ time: Date.now() + offset * 86_400_000 });
      await page.goto(`${demo}?page=license`);
      await expect.poll(() => stateOf(page)).toBe('expiring');
      await expect.poll(() => banner(page).textContent()).toContain('in 6 hours');
    }
  });

  it('hides the controls that need the mock in the page', async () => {
    await steer({ scenario: 'active' });
    const { page } = await open(demo);
    await expect.poll(() => page.getByLabel('Role').isVisible()).toBe(true);
    expect(await page.getByLabel('Scenario').count()).toBe(0);
    expect(await page.getByText('Renew in the background').count()).toBe(0);
    expect(await page.getByText('Copy a new key').count()).toBe(0);
  });

  it('requests the license without a token, and asks the person to sign in', async () => {
    const anonymous = await serve({ api });
    const { page } = await open(`${anonymous}?page=license`);
    await expect.poll(() => panel(page).getAttribute('data-license-freshness'), { timeout: 15_000 }).toBe('unauthorized');
    expect(await stateOf(page)).toBe('unknown');
    expect(await panel(page).textContent()).toContain('Sign in again');
  });
});

describe('the demo on mocks', () => {
  let demo: string;
  beforeAll(async () => {
    demo = await serve();
  });

  // Uses the dev server of `npm run demo`. The other tests use the build, which is faster.
  it('opens in the state of the URL, and reaches the panel by the link "License"', async () => {
    const port = String(await freePort());
    await start('demo', ['--port', port, '--strictPort', '--host', '127.0.0.1'], /Local:/);
    const { page, problems } = await open(`http://127.0.0.1:${port}/?scenario=grace`);
    await expect.poll(() => banner(page).getAttribute('data-license-state'), { timeout: 15_000 }).toBe('grace');
    await page.getByRole('link', { name: 'License', exact: true }).click();
    await expect.poll(() => stateOf(page)).toBe('grace');
    expect(page.url()).toContain('page=license');
    expect(page.url()).toContain('scenario=grace');
    expect(problems).toEqual([]);
  });

  it('shows a member a notice that does not mention the license', async () => {
    const { page } = await open(`${demo}?page=tenants&role=member&scenario=expired`);
    await expect.poll(() => notices(page).count(), { timeout: 15_000 }).toBe(1);
    expect(await notices(page).textContent()).toContain('Ask your administrator');
    expect(await notices(page).textContent()).not.toMatch(/licen[cs]e|grace/i);
  });

  it('changes scenario, days left, role and theme with the control strip, and keeps each in the URL', async () => {
    const { page } = await open(`${demo}?page=license`);
    await expect.poll(() => stateOf(page), { timeout: 15_000 }).toBe('active');
    await page.getByLabel('Scenario').selectOption('expired');
    await expect.poll(() => stateOf(page)).toBe('expired');
    await page.getByLabel('Days left').fill(String(TIME_STOPS.indexOf(3)));
    await expect.poll(() => banner(page).textContent()).toContain('expires in 3 days');
    await page.getByLabel('Theme').selectOption('dark');
    await page.getByLabel('Role').selectOption('member');
    await expect.poll(() => banner(page).count()).toBe(0);
    expect(await panel(page).textContent()).toContain('Only administrators can see license details');
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      page: 'license',
      scenario: 'expired',
      days: '3',
      role: 'member',
      theme: 'dark',
    });
    await page.reload();
    await expect.poll(() => page.getByLabel('Role').inputValue(), { timeout: 15_000 }).toBe('member');
  });

  it('follows the back button, and refreshes at once when the role is admin again', async () => {
    const { page } = await open(`${demo}?page=license&scenario=grace`);
    await expect.poll(() => stateOf(page), { timeout: 15_000 }).toBe('grace');
    await page.getByLabel('Role').selectOption('member');
    await expect.poll(() => banner(page).count()).toBe(0);
    await page.getByLabel('Role').selectOption('admin');
    await expect.poll(() => banner(page).getAttribute('data-license-state')).toBe('grace');
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByLabel('Scenario').selectOption('expired');
    await expect.poll(() => banner(page).getAttribute('data-license-state')).toBe('expired');
    await page.goBack();
    await expect.poll(() => banner(page).getAttribute('data-license-state')).toBe('grace');
    expect(await page.getByLabel('Scenario').inputValue()).toBe('grace');
  });

  it('shows that the export is refused beyond grace while the core API works', async () => {
    const { page } = await open(`${demo}?page=audit&scenario=expired`);
    await page.getByRole('button', { name: 'Export the audit log' }).click();
    await expect.poll(() => page.getByText('The API answered 402.').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Overview' }).click();
    await expect.poll(() => page.getByText('llama-3.3-70b').isVisible()).toBe(true);
  });

  it('shows a renewal in the background after the next check', async () => {
    const { page } = await open(`${demo}?page=license&scenario=expired`);
    await expect.poll(() => stateOf(page), { timeout: 15_000 }).toBe('expired');
    await page.getByRole('button', { name: 'Renew in the background' }).click();
    await page.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => stateOf(page)).toBe('active');
    expect(await banner(page).count()).toBe(0);
  });
});
