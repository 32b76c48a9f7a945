import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canaryKey, canaryToken } from '../../tools/support/canary/Secret.js';
import type { Host, HostOptions } from '../../tools/support/host/Host.js';
import { HOSTILE, hostileBody } from '../../tools/support/host/hostile.js';
import { type HostPage, listener, openHost } from '../../tools/support/host/openHost.js';
import { POLICY } from '../../tools/support/host/policy.js';
import { buildHost, type HostServer, serveHost } from '../../tools/support/host/serveHost.js';
import { chromiumOptions } from '../../tools/support/chromium.js';

declare const window: Window & { readonly host: Host };

const DAY = 86_400_000;
// A folder for screenshots, to be inspected by eye.
const { HOSTILE_PICTURES: pictures } = process.env;

let browser: Browser;
let server: HostServer;
let script: string;
let token: string;

beforeAll(async () => {
  [browser, server, script, token] = await Promise.all([
    chromium.launch(chromiumOptions()),
    buildHost('production').then((folder) => serveHost(folder, POLICY)),
    listener(),
    canaryToken(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const part = (page: Page, name: string) => page.locator(`[data-license-part="${name}"]`);

function answer(body: object, refusal: object = {}): void {
  server.setAnswer(({ url }) => {
    if (url.endsWith('/admin/license')) return Response.json(body);
    return url.includes('/admin/echo') ? Response.json(refusal, { status: 402 }) : undefined;
  });
}

/** Changes the API's answer, refreshes the license, and waits until the panel shows `state`. */
async function turn(page: Page, state: string, body: object, refusal?: object): Promise<void> {
  answer(body, refusal);
  await page.evaluate(() => window.host.check());
  await expect.poll(() => part(page, 'panel').getAttribute('data-license-state')).toBe(state);
}

async function compare(page: Page, claims: Readonly<Record<string, unknown>>): Promise<void> {
  await page.getByRole('button', { name: 'Renew license' }).click();
  await page.getByRole('button', { name: 'I have a key' }).click();
  await page.getByLabel('License key', { exact: true }).fill(await canaryKey(claims));
  await page.getByRole('button', { name: 'Check key' }).click();
  await page.getByText('Signature verified.').waitFor();
}

async function open(options: HostOptions = {}, width = 1_000): Promise<HostPage> {
  const opened = await openHost(browser, server.url, script, { token, ...options }, { viewport: { width, height: 900 } });
  await expect.poll(() => part(opened.page, 'panel').getAttribute('data-license-freshness'), { timeout: 30_000 }).toBe('fresh');
  return opened;
}

/** Expects that no text became markup or script, that no part overflows, and that the host's button can be clicked. */
async function expectUsable({ page, problems }: HostPage, name: string): Promise<void> {
  const seen = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const tall = [...document.querySelectorAll<HTMLElement>('[data-license-part="banner"], [data-license-part="notice"]')]
      .filter(({ clientHeight, scrollHeight }) => scrollHeight > clientHeight + 1 || clientHeight > 700)
      .map(({ className, clientHeight, scrollHeight }) => `${className} ${clientHeight} ${scrollHeight}`);
    return {
      made: document.querySelectorAll('img, script:not([src]), iframe, object, embed, [onerror]').length,
      pwned: 'pwned' in window,
      polluted: Object.keys(Object.prototype).concat(Reflect.get({}, 'polluted') ?? []),
      wide: Math.max(scrollWidth - clientWidth, 0),
      tall,
      scripted: [...document.querySelectorAll('a')].filter(({ protocol }) => !/^(https?|mailto):$/.test(protocol)).length,
    };
  });
  expect(seen, name).toEqual({ made: 0, pwned: false, polluted: [], wide: 0, tall: [], scripted: 0 });
  await page.getByRole('button', { name: 'The host’s own button' }).click();
  expect(await page.evaluate(() => document.body.dataset['clicked'])).toBe('true');
  await page.evaluate(() => document.body.removeAttribute('data-clicked'));
  expect(problems, name).toEqual([]);
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` });
}

describe('hostile text from the API', () => {
  it('stays text in banner, panel, notices, gate and comparison', async () => {
    answer(hostileBody('enterprise', Date.now() - 2 * DAY));
    const opened = await open({ entitlement: HOSTILE['markup'] ?? '', contactHref: 'licenses@alexandria.example' }, 360);
    const { page } = opened;
    for (const [at, [name, text]] of Object.entries(HOSTILE).entries()) {
      // The id names a feature that the license does not include, so that the notice shows the tier.
      await turn(page, 'grace', hostileBody(text, Date.now() - 2 * DAY), {
        entitlement: `not_included_${at}`,
        detail: text.slice(0, 1_000),
      });
      expect(await page.evaluate(() => window.host.ask('/admin/echo'))).toBe(402);
      await part(page, 'notice').first().waitFor();
      await expectUsable(opened, `grace-${name}`);
      await part(page, 'notices').getByRole('button', { name: 'Dismiss' }).click();
      await turn(page, 'expiring', hostileBody(text, Date.now() + 3 * DAY));
      const claim = text.slice(0, 1_000);
      await compare(page, { tier: claim, sub: claim, entitlements: [claim, 'gained'] });
      await page.locator('.alx-compare').scrollIntoViewIfNeeded();
      await expectUsable(opened, `renewal-${name}`);
      // The mail contains the tier. Mail programs cut longer links.
      const mail = await page.locator('.alx-steps a').getAttribute('href');
      expect(mail).toMatch(/^mailto:licenses@alexandria\.example\?subject=[\w%.-]+&body=[\w%.!~*'()-]+$/);
      expect(mail?.length).toBeLessThanOrEqual(1_800);
      await page.getByRole('button', { name: 'Close', exact: true }).click();
    }
    await page.context().close();
  });

  it('leaves the page usable with 10,000 entitlements in each state, a comparison and the support details', async () => {
    answer(hostileBody('enterprise', Date.now() - 9 * DAY, 10_000));
    const opened = await open();
    const { page } = opened;
    await expectUsable(opened, 'many-expired');
    await turn(page, 'grace', hostileBody('enterprise', Date.now() - 2 * DAY, 10_000));
    await expectUsable(opened, 'many-grace');
    await turn(page, 'expiring', hostileBody('enterprise', Date.now() + 3 * DAY, 10_000));
    await expectUsable(opened, 'many-expiring');
    await compare(page, { entitlements: Array.from({ length: 900 }, (_, at) => `new_${at}`) });
    await page.locator('.alx-compare').scrollIntoViewIfNeeded();
    await expectUsable(opened, 'many-renewal');
    await page.getByRole('button', { name: /support details/i }).click();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(async () => (await copied()).split('\n').length).toBe(11);
    expect((await copied()).length).toBeLessThan(20_000);
    await page.context().close();
  });

  it('stays harmless in a 402 with a huge text, and in one that names members of Object.prototype', async () => {
    const body = hostileBody('enterprise', Date.now() + 100 * DAY);
    answer(body);
    // A host that passes on untrusted links.
    const opened = await open({ licenseHref: 'javascript:window.pwned=1', contactHref: ' java\nscript:window.pwned=1' });
    const { page } = opened;
    const refusals = [
      { entitlement: '__proto__', detail: 'x'.repeat(1_000_000) },
      { entitlements: ['constructor', 'toString', 'hasOwnProperty'], title: HOSTILE['bidi'] },
      JSON.parse('{"__proto__":{"polluted":"yes"},"detail":{"__proto__":{"polluted":"yes"},"entitlement":"valueOf"}}'),
    ];
    for (const refusal of refusals) {
      answer(body, refusal);
      expect(await page.evaluate(() => window.host.ask('/admin/echo'))).toBe(402);
    }
    await expect.poll(() => part(page, 'notice').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Renew license' }).click();
    await page.getByRole('button', { name: 'I have a key' }).waitFor();
    await page.getByRole('button', { name: 'Copy link to this page' }).click();
    await page.getByText('Copied', { exact: true }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${server.url}/#renew-license`);
    expect(await page.locator('[data-license-part] a').count()).toBe(0);
    await expectUsable(opened, 'refused');
    await page.context().close();
  });
});
