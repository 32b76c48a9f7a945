import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type DemoFault, demoFaults, isDemoFault, MAIN_FAULTS } from '../../demo/demoFaults.js';
import { PAGES } from '../../demo/demoState.js';
import { TIME_STOPS } from '../../demo/timeStops.js';
import { panelMessages } from '../../src/messages/en.js';
import { chromiumOptions } from '../../tools/support/chromium.js';
import { type ServedDemo, serveDemo } from '../../tools/support/views/serveDemo.js';

let browser: Browser;
let demo: ServedDemo;
let url: string;
const pages: Page[] = [];

beforeAll(async () => {
  [browser, demo] = await Promise.all([chromium.launch(chromiumOptions()), serveDemo()]);
  url = demo.url;
});
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.context().close()));
});
afterAll(async () => {
  await Promise.all([browser.close(), demo.close()]);
});

async function open(search: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', ...options });
  const page = await context.newPage();
  pages.push(page);
  await page.goto(url + search);
  return page;
}

const panel = (page: Page) => page.locator('[data-license-part="panel"]');
const strip = (page: Page) => page.getByRole('complementary', { name: 'Demo controls' });
const shown = (page: Page, what: 'state' | 'freshness') => panel(page).getAttribute(`data-license-${what}`);

async function openPanel(search: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await open(search, options);
  await expect.poll(() => shown(page, 'freshness'), { timeout: 15_000 }).toBe('fresh');
  return page;
}

async function choose(page: Page, fault: DemoFault | null): Promise<void> {
  const pressed = strip(page).getByRole('button', { pressed: true });
  if (fault !== null && MAIN_FAULTS.includes(fault)) {
    await strip(page).getByRole('button', { name: demoFaults[fault].label, exact: true }).click();
  } else if (fault === null && (await pressed.count()) > 0) {
    await pressed.click();
  } else {
    await page.getByLabel('More faults').selectOption(fault ?? '');
  }
}

const FRESHNESS: Readonly<Record<DemoFault, keyof typeof panelMessages.failures | 'fresh'>> = {
  outage: 'server-error',
  'html-login': 'unreadable',
  offline: 'offline',
  slow: 'fresh',
  clock: 'fresh',
  'rate-limited': 'rate-limited',
  down: 'unreachable',
  'no-date': 'fresh',
  'server-error': 'server-error',
  unauthorized: 'unauthorized',
  forbidden: 'forbidden',
  'not-found': 'not-found',
  'payment-required': 'unreadable',
  redirect: 'unauthorized',
  'login-redirect': 'unauthorized',
  'outage-renewed': 'server-error',
  'internal-error': 'server-error',
  'bad-gateway': 'server-error',
  'rate-limited-date': 'rate-limited',
  'rate-limited-rubbish': 'rate-limited',
  'infinite-number': 'unreadable',
  'too-large': 'unreadable',
  'duplicate-keys': 'fresh',
  'proto-keys': 'fresh',
  'foreign-date': 'fresh',
  'no-content': 'unreadable',
  empty: 'unreadable',
  truncated: 'unreadable',
  'wrong-types': 'unreadable',
  reset: 'unreachable',
  'never-ending': 'timeout',
  'slow-loris': 'timeout',
};

describe('a fault of the demo', () => {
  it('shows its message beside the last good answer, and disappears when it ends', async () => {
    const page = await openPanel('?page=license&scenario=grace');
    const faults = Object.keys(demoFaults).filter(isDemoFault);
    // One fault for each freshness, and those with a button. `npm run reliability` tests all of them.
    const isFirst = (fault: DemoFault) => faults.find((one) => FRESHNESS[one] === FRESHNESS[fault]) === fault;
    for (const fault of faults.filter((one) => isFirst(one) || MAIN_FAULTS.includes(one))) {
      const freshness = FRESHNESS[fault];
      await choose(page, fault);
      await page.getByText(demoFaults[fault].says).waitFor();
      expect(new URL(page.url()).searchParams.get('fault')).toBe(fault);
      if (fault === 'forbidden') {
        await page.getByText(panelMessages.failures.forbidden).waitFor();
      } else if (freshness === 'fresh') {
        if (fault === 'slow') {
          // The first click may join the check that choosing the fault has started. The next one starts its own.
          const checkNow = page.getByRole('button', { name: 'Check now' });
          const tookMs = async () => {
            const from = Date.now();
            await checkNow.click();
            await checkNow.waitFor();
            return Date.now() - from;
          };
          await expect.poll(tookMs, { message: fault, timeout: 20_000 }).toBeGreaterThan(3000);
        }
        await expect.poll(() => shown(page, 'freshness'), { message: fault, timeout: 10_000 }).toBe('fresh');
        await expect.poll(() => panel(page).textContent(), { message: fault, timeout: 10_000 }).toContain('Last updated just now');
      } else {
        await expect.poll(() => shown(page, 'freshness'), { message: fault, timeout: 20_000 }).toBe(freshness);
        expect(await panel(page).textContent()).toContain(panelMessages.failures[freshness]);
      }
      if (fault !== 'forbidden') expect([fault, await shown(page, 'state')]).toEqual([fault, 'grace']);
      await choose(page, null);
      await expect.poll(() => shown(page, 'freshness'), { message: `${fault} mended`, timeout: 10_000 }).toBe('fresh');
      expect(await shown(page, 'state')).toBe('grace');
    }
  }, 180_000);

  it('in a link starts after a good answer, or before the first check', async () => {
    const page = await open('');
    // Delays the license request, so that the fault has to wait for it.
    await page.addInitScript(() => {
      const { fetch } = window;
      window.fetch = async (...request) => {
        if (String(request[0]).endsWith('/admin/license')) await new Promise((resolve) => setTimeout(resolve, 400));
        return fetch(...request);
      };
    });
    await page.goto(`${url}?page=license&scenario=grace&fault=down`);
    await expect.poll(() => shown(page, 'freshness'), { timeout: 15_000 }).toBe('unreachable');
    expect(await shown(page, 'state')).toBe('grace');
    // Not `check()`: the click reloads the page, and `check()` could read the checkbox of the old page.
    await page.getByLabel('Start before the first check').click();
    await expect.poll(() => shown(page, 'state'), { timeout: 15_000 }).toBe('unknown');
    expect(page.url()).toContain('cold=1');
    await page.reload();
    await expect.poll(() => shown(page, 'freshness'), { timeout: 15_000 }).toBe('unreachable');
    expect(await shown(page, 'state')).toBe('unknown');
    await choose(page, null);
    await expect.poll(() => shown(page, 'state'), { timeout: 10_000 }).toBe('grace');
    await page.goBack();
    await expect.poll(() => shown(page, 'state'), { timeout: 15_000 }).toBe('unknown');
  });

  it('of 40 seconds ends on time, and the page recovers without a click', async () => {
    const page = await open('');
    await page.clock.install();
    await page.goto(`${url}?page=license&scenario=grace&fault=outage`);
    await expect.poll(() => shown(page, 'freshness'), { timeout: 15_000 }).toBe('server-error');
    await page.clock.runFor(39_000);
    expect(page.url()).toContain('fault=outage');
    await page.clock.runFor(2_000);
    await expect.poll(() => page.url()).not.toContain('fault');
    await expect
      .poll(async () => {
        await page.clock.runFor(10_000);
        return shown(page, 'freshness');
      })
      .toBe('fresh');
  });

  it('of the browser’s clock changes no date, and is reported only if the API’s Date is missing, too', async () => {
    const page = await openPanel('?page=license&scenario=last-day');
    const sentence = await page
      .getByText(/expires in \d hours \((today|tomorrow)\)/)
      .first()
      .textContent();
    await choose(page, 'clock');
    await expect.poll(() => page.evaluate(() => Date.now() - performance.timeOrigin)).toBeGreaterThan(2 * 86_400_000);
    await page.getByRole('button', { name: 'Check now' }).click();
    await expect.poll(() => shown(page, 'freshness')).toBe('fresh');
    expect(
      await page
        .getByText(/expires in \d hours \((today|tomorrow)\)/)
        .first()
        .textContent(),
    ).toBe(sentence);
    await page.goto(`${url}?page=license&scenario=active&fault=no-date&cold=1`);
    await page.getByText(panelMessages.clockOff).waitFor({ timeout: 15_000 });
  });
});

describe('the control strip', () => {
  it('keeps each choice in the URL, and follows back and forward', async () => {
    const page = await openPanel('?page=license');
    await page.getByLabel('Scenario').selectOption('grace');
    await expect.poll(() => shown(page, 'state')).toBe('grace');
    await page.getByLabel('Language').selectOption('ar');
    await expect.poll(() => page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual(['ar', 'rtl']);
    await page.getByLabel('Direction').selectOption('ltr');
    await choose(page, 'html-login');
    await expect.poll(() => shown(page, 'freshness')).toBe('unreadable');
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      page: 'license',
      scenario: 'grace',
      lang: 'ar',
      dir: 'ltr',
      fault: 'html-login',
    });
    await page.goBack();
    await expect.poll(() => shown(page, 'freshness')).toBe('fresh');
    await page.goBack();
    await expect.poll(() => page.evaluate(() => document.documentElement.dir)).toBe('rtl');
    await page.goBack();
    await page.goBack();
    await expect.poll(() => shown(page, 'state')).toBe('active');
    await page.goForward();
    await expect.poll(() => shown(page, 'state')).toBe('grace');
  });

  it('moves time with the slider, and disables it for a license without expiry', async () => {
    const page = await openPanel('?page=license');
    const slider = page.getByLabel('Days left');
    const words = () => slider.getAttribute('aria-valuetext');
    expect(await words()).toBe('359 days left, active');
    await slider.fill(String(TIME_STOPS.indexOf(7)));
    await expect.poll(() => shown(page, 'state')).toBe('expiring');
    expect(await words()).toBe('7 days left, expiring');
    await slider.press('ArrowLeft');
    await expect.poll(() => shown(page, 'state')).toBe('active');
    expect(await words()).toBe('7 days left, active');
    await slider.press('End');
    await expect.poll(() => shown(page, 'state')).toBe('expired');
    expect(await words()).toBe('Expired, off for 30 days');
    expect(new URL(page.url()).searchParams.get('days')).toBe('-37');
    await page.getByLabel('Scenario').selectOption('no-end');
    await expect.poll(() => slider.isDisabled()).toBe(true);
    expect(await words()).toBe('No expiry date');
  });

  it('opens the group of the shown story, and only one group at a time', async () => {
    const page = await open('?page=license&scenario=grace&fault=down');
    const opened = strip(page).locator('.demo-stories[open] summary');
    await expect.poll(() => opened.allTextContents()).toEqual(['Trouble with the API']);
    await strip(page).getByText('Roles', { exact: true }).click();
    expect(await opened.allTextContents()).toEqual(['Roles']);
    await page.goto(`${url}?page=audit`);
    await expect.poll(() => opened.allTextContents()).toEqual(['License states']);
  });

  it('opens a story by its link, and copies a link to the same state', async () => {
    const page = await openPanel('?page=license&theme=dark', { permissions: ['clipboard-read', 'clipboard-write'] });
    const story = page.getByRole('link', { name: 'API down in grace' });
    await strip(page).getByText('Trouble with the API').click();
    await story.click();
    await expect.poll(() => shown(page, 'freshness')).toBe('unreachable');
    expect(await shown(page, 'state')).toBe('grace');
    expect(await story.getAttribute('aria-current')).toBe('true');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Link copied').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(page.url());
    const other = await open(copied.slice(url.length));
    await expect.poll(() => shown(other, 'freshness'), { timeout: 15_000 }).toBe('unreachable');
    expect([await shown(other, 'state'), await other.getByLabel('Theme').inputValue()]).toEqual(['grace', 'dark']);
  });

  it('restarts the API, and then a feature that was refused works again', async () => {
    const page = await open('?page=cache&scenario=disputed');
    await page.getByText('Memcached blob cache is licensed but was refused').first().waitFor({ timeout: 15_000 });
    await page.getByRole('button', { name: 'Restart the API', exact: true }).click();
    await page.getByRole('button', { name: 'Export audit log' }).click();
    await page.getByRole('listitem').filter({ hasText: '/admin/audit/exportfailed' }).waitFor();
    await page.getByText('The API is back').waitFor({ timeout: 15_000 });
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByRole('link', { name: 'Cache' }).click();
    await page.getByText('10.0.0.7:11211').waitFor();
    await expect.poll(() => page.locator('[data-license-part="notice"]').count()).toBe(0);
    expect(await page.getByLabel('Scenario').inputValue()).toBe('active');
  });

  it('can be walked through, folded and opened by keyboard alone', async () => {
    const page = await openPanel('?page=license&scenario=grace');
    const toggle = strip(page).getByRole('button', { name: 'Demo controls' });
    await toggle.focus();
    const walked: string[] = [];
    for (;;) {
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        if (!(element instanceof HTMLElement) || !element.closest('.demo-strip')) return null;
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const inside = element.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
        const { outlineStyle } = getComputedStyle(element);
        const label =
          element.getAttribute('aria-label') ??
          ('labels' in element ? document.querySelector(`label[for="${element.id}"]`)?.textContent : null);
        return {
          name: label ?? element.closest('label')?.querySelector('span')?.textContent ?? element.textContent ?? '',
          inside,
          outlineStyle,
        };
      });
      if (focused === null) break;
      expect(focused).toMatchObject({ inside: true, outlineStyle: 'solid' });
      walked.push(focused.name);
      await page.keyboard.press('Tab');
    }
    expect(walked.slice(0, 3)).toEqual(['Demo controls', 'Copy link', 'License states']);
    const license = ['Scenario', 'Days left', 'Renew in the background', 'Restart the API', 'Export audit log'];
    const renewal = ['Copy a new key', 'Key for the restarted API', 'Seconds away', 'Restart the API with this key'];
    const faults = MAIN_FAULTS.map((fault) => demoFaults[fault].label);
    const moreFaults = 'More faults';
    const pageControls = ['Role', 'Theme', 'Direction', 'Language', 'Early reminder', 'What may stop'];
    const requests = ['Requests', 'Clear the requests', 'Requests, newest first'];
    expect(walked.slice(walked.indexOf('Scenario'))).toEqual([...license, ...renewal, ...faults, moreFaults, ...pageControls, ...requests]);

    await strip(page).getByRole('button', { name: '429' }).press('Space');
    await expect.poll(() => shown(page, 'freshness')).toBe('rate-limited');
    await page.getByLabel('Days left').press('ArrowRight');
    await expect.poll(() => page.getByLabel('Days left').getAttribute('aria-valuetext')).toBe('Grace, 4 days left');
    await page.getByRole('link', { name: 'Expiring in 5 days' }).press('Enter');
    await expect.poll(() => shown(page, 'state')).toBe('expiring');
    await toggle.press('Enter');
    expect(await toggle.getAttribute('aria-expanded')).toBe('false');
    expect(page.url()).toContain('controls=closed');
    expect(await page.getByLabel('Scenario').isVisible()).toBe(false);
    await toggle.press('Enter');
    expect(await page.getByLabel('Scenario').isVisible()).toBe(true);
  });

  it('is left out with controls=none', async () => {
    const page = await openPanel('?page=license&controls=none');
    expect(await strip(page).count()).toBe(0);
  });
});

describe('the renewal controls', () => {
  const keyField = (page: Page) => strip(page).getByLabel('Key for the restarted API');
  const restart = async (page: Page, key: string, seconds: number) => {
    await keyField(page).fill(key);
    await strip(page).getByLabel('Seconds away').fill(String(seconds));
    await strip(page).getByRole('button', { name: 'Restart the API with this key' }).click();
  };
  const checkNow = (page: Page) => page.getByRole('button', { name: 'Check now', exact: true }).click();

  it('copy a new key, with which the API is renewed for a year, and keep the key out of the URL, storage and log', async () => {
    const page = await open('?page=license&scenario=expired', { permissions: ['clipboard-read', 'clipboard-write'] });
    const lines: string[] = [];
    page.on('console', (line) => lines.push(line.text()));
    await expect.poll(() => shown(page, 'state'), { timeout: 15_000 }).toBe('expired');
    await strip(page).getByRole('button', { name: 'Copy a new key' }).click();
    await strip(page).getByText('Key copied. Paste it into the renewal on the license page.').waitFor();
    const key = await page.evaluate(() => navigator.clipboard.readText());
    expect(await strip(page).getByLabel('New key').count()).toBe(0);

    await restart(page, key, 1);
    await strip(page).getByText('The API is unreachable for 1 second.').waitFor();
    expect(await keyField(page).inputValue()).toBe('');
    await strip(page).getByText('The API is back with this key.').waitFor();
    // Only the API has changed: the page has not checked its license yet.
    expect(await shown(page, 'state')).toBe('expired');
    await checkNow(page);
    await expect.poll(() => shown(page, 'state'), { timeout: 15_000 }).toBe('active');
    const year = new Date(Date.now() + 365 * 86_400_000).getFullYear();
    expect(await panel(page).textContent()).toContain(String(year));
    const claims = JSON.parse(Buffer.from(key.split('.')[1] ?? '', 'base64url').toString());
    expect(claims.entitlements).toEqual(expect.arrayContaining(['audit_export', 'backend_autoscaling']));

    expect(new URL(page.url()).search).toBe('?page=license');
    const storage = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, history.state]));
    const places = [page.url(), storage, lines.join('\n'), await page.content()].join('\n');
    for (const part of key.split('.')) expect(places).not.toContain(part);
    expect(lines.join('\n')).toContain('INFO license loaded');
  });

  it('refuse every request for the given seconds', async () => {
    const page = await openPanel('?page=license&scenario=grace');
    await restart(page, 'not-a-key', 5);
    await checkNow(page);
    await expect.poll(() => shown(page, 'freshness')).toBe('unreachable');
    const [first, second] = [
      strip(page).getByRole('button', { name: 'Restart the API', exact: true }),
      strip(page).getByRole('button', { name: 'Restart the API with this key' }),
    ];
    expect([await first.getAttribute('aria-disabled'), await second.getAttribute('aria-disabled')]).toEqual(['true', 'true']);
    await strip(page).getByText('The API rejected this key, and runs without a license.').waitFor({ timeout: 15_000 });
    await checkNow(page);
    await expect.poll(() => shown(page, 'state'), { timeout: 15_000 }).toBe('unlicensed');
    expect(await strip(page).getByLabel('Scenario').inputValue()).toBe('unlicensed');
  });

  it('restart nothing without a key, or for more than 120 seconds', async () => {
    const page = await openPanel('?page=license&scenario=grace');
    const message = strip(page).getByText(/^The API is/);
    await restart(page, '', 0);
    expect(await message.count()).toBe(0);
    await restart(page, 'some-key', 121);
    expect([await message.count(), await keyField(page).inputValue()]).toEqual([0, 'some-key']);
  });

  it('select the new key in a field if the clipboard is denied', async () => {
    const page = await openPanel('?page=license&scenario=unlicensed');
    await page.evaluate(() => {
      navigator.clipboard.writeText = async () => {
        throw new DOMException('Write permission denied.', 'NotAllowedError');
      };
    });
    await strip(page).getByRole('button', { name: 'Copy a new key' }).click();
    const field = strip(page).getByLabel('New key');
    await field.waitFor();
    const key = await field.inputValue();
    expect(key).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(key);
    expect([await field.getAttribute('readonly'), await field.evaluate((it) => it === document.activeElement)]).toEqual(['', true]);
    await restart(page, ` ${key} `, 0);
    await strip(page).getByText('The API is back with this key.').waitFor();
    expect(await field.count()).toBe(0);
    await checkNow(page);
    await expect.poll(() => shown(page, 'state'), { timeout: 15_000 }).toBe('active');
  });
});

describe('a link to the renewal', () => {
  it.each([
    ['the banner', '?page=overview&scenario=expired', '[data-license-part="banner"]'],
    ['a notice', '?page=directory&scenario=expired', '[data-license-part="notice"]'],
    ['the banner, on the license page itself', '?page=license&scenario=expired', '[data-license-part="banner"]'],
  ])('in %s opens the renewal without reloading the page', async (_, search, part) => {
    const page = await open(search);
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await page.locator(part).locator('a[data-license-renews]').click({ timeout: 15_000 });
    await panel(page).getByRole('button', { name: panelMessages.renewClose }).waitFor();
    expect(page.url()).toMatch(/page=license.*#renew-license$/);
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  });
});

describe('the log of requests', () => {
  it('lists the license check and the 402, and contains no token', async () => {
    const page = await openPanel('?page=license&scenario=expired');
    await strip(page).getByRole('button', { name: 'Export audit log' }).click();
    const rows = page.getByRole('list', { name: 'Requests, newest first' }).getByRole('listitem');
    await expect
      .poll(() => rows.filter({ hasText: '/admin/audit/export' }).textContent())
      .toMatch(/^\d\d:\d\d:\d\dGET \/admin\/audit\/export402 \d+ ms$/);
    expect(await rows.last().textContent()).toMatch(/^\d\d:\d\d:\d\dGET \/admin\/licensecheck200 \d+ ms$/);
    await expect.poll(() => strip(page).textContent()).toContain('2 license checks · 1 other');
    const html = await strip(page).innerHTML();
    expect(html).not.toMatch(/eyJ|Bearer/);
    expect(await strip(page).locator('[aria-live="assertive"], [role="alert"], [role="log"]').count()).toBe(0);
    await page.getByRole('button', { name: 'Clear the requests' }).click();
    expect(await rows.count()).toBe(0);
    await page.getByRole('button', { name: 'Requests', exact: true }).click();
    expect(await page.getByRole('list', { name: 'Requests, newest first' }).isVisible()).toBe(false);
  });
});

describe('on a phone of 360 pixels', () => {
  const viewport = { width: 360, height: 740 };
  it.each(['', '&controls=open', '&controls=open&lang=ar'])('nothing is wider than the window (%s)', async (more) => {
    const page = await open(`?page=license&scenario=expired${more}`, { viewport });
    await expect.poll(() => shown(page, 'freshness'), { timeout: 15_000 }).toBe('fresh');
    for (const name of PAGES) {
      await page.locator(`.demo-nav a[href*="page=${name}"]`).click();
      await expect.poll(() => page.url()).toContain(`page=${name}`);
      expect([name, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([name, 0]);
    }
  });

  it('the strip is a bar until opened, and hides neither a notice nor the end of the page', async () => {
    const page = await open('?page=directory&scenario=expired', { viewport });
    await page.locator('[data-license-part="notices"]').waitFor({ timeout: 15_000 });
    expect(await page.getByLabel('Scenario').isVisible()).toBe(false);
    for (const opened of [false, true]) {
      if (opened) await page.getByRole('button', { name: 'Demo controls' }).click();
      expect(await page.getByLabel('Scenario').isVisible()).toBe(opened);
      const overlap = async () => {
        const [notice, bar] = await Promise.all([page.locator('[data-license-part="notices"]').boundingBox(), strip(page).boundingBox()]);
        return (notice?.y ?? 0) + (notice?.height ?? 0) - (bar?.y ?? 0);
      };
      // The card moves while it appears.
      await expect.poll(overlap).toBeLessThanOrEqual(1);
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      const [content, below] = await Promise.all([page.locator('.demo-stage').boundingBox(), strip(page).boundingBox()]);
      expect((content?.y ?? 0) + (content?.height ?? 0)).toBeLessThanOrEqual((below?.y ?? 0) + 1);
    }
  });
});
