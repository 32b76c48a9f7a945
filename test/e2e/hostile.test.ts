import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canaryKey, canaryToken } from '../canary/Secret.js';
import type { Host, HostOptions } from '../host/Host.js';
import { HOSTILE, hostileBody } from '../host/hostile.js';
import { type HostPage, listener, openHost } from '../host/openHost.js';
import { POLICY } from '../host/policy.js';
import { buildHost, type HostServer, serveHost } from '../host/serveHost.js';
import { chromiumOptions } from '../support/chromium.js';

declare const window: Window & { readonly host: Host };

const DAY = 86_400_000;
// Pictures to be looked at.
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

function answerLicense(body: object): void {
  server.setAnswer(({ url }) => (url.endsWith('/admin/license') ? Response.json(body) : undefined));
}

function answerBoth(body: object, refusal: object): void {
  server.setAnswer(({ url }) => {
    if (url.endsWith('/admin/license')) return Response.json(body);
    return url.includes('/admin/echo') ? Response.json(refusal, { status: 402 }) : undefined;
  });
}

async function open(options: HostOptions = {}, width = 1_000): Promise<HostPage> {
  const opened = await openHost(browser, server.url, script, { token, ...options }, { viewport: { width, height: 900 } });
  await expect.poll(() => part(opened.page, 'panel').getAttribute('data-license-freshness'), { timeout: 30_000 }).toBe('fresh');
  return opened;
}

/** Text is text, the page is no wider than its window, nothing of it is out of its place, and it can be clicked. */
async function expectUsable({ page, problems }: HostPage): Promise<void> {
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
  expect(seen).toEqual({ made: 0, pwned: false, polluted: [], wide: 0, tall: [], scripted: 0 });
  await page.getByRole('button', { name: 'The host’s own button' }).click();
  expect(await page.evaluate(() => document.body.dataset['clicked'])).toBe('true');
  expect(problems).toEqual([]);
}

async function picture(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` });
}

describe('hostile texts of the API stay texts, and the page usable', () => {
  it.each(Object.entries(HOSTILE))('%s', async (name, text) => {
    answerBoth(hostileBody(text, Date.now() - 2 * DAY), { entitlement: text, detail: text, title: text });
    const opened = await open({ entitlement: text }, 360);
    const { page } = opened;
    await expect.poll(() => part(page, 'banner').getAttribute('data-license-state')).toBe('grace');
    expect(await page.evaluate(() => window.host.ask('/admin/echo'))).toBe(402);
    await expectUsable(opened);
    await picture(page, `grace-${name}`);
    answerBoth(hostileBody(text, Date.now() + 3 * DAY), { detail: { entitlement: text } });
    await page.evaluate(() => window.host.check());
    await expect.poll(() => part(page, 'banner').getAttribute('data-license-state')).toBe('expiring');
    await expectUsable(opened);
    await picture(page, `expiring-${name}`);
    // The renewal, with a key that says the same.
    await page.getByRole('button', { name: 'Renew…' }).click();
    const claim = text.slice(0, 1_000);
    const key = await canaryKey({ tier: claim, sub: claim, entitlements: [claim, 'gained'] });
    await page.getByLabel('License key', { exact: true }).fill(key);
    await page.getByRole('button', { name: 'Check the key' }).click();
    await page.getByText('The signature is good.').waitFor();
    await expectUsable(opened);
    await page.locator('.alx-compare').scrollIntoViewIfNeeded();
    await picture(page, `renewal-${name}`);
    await page.context().close();
  });

  it('a whole of 10,000 entitlements, in each state, and their loss in a renewal', async () => {
    for (const [state, expires] of [
      ['expired', -9],
      ['grace', -2],
      ['expiring', 3],
    ] as const) {
      answerLicense(hostileBody('enterprise', Date.now() + expires * DAY, 10_000));
      const opened = await open({}, 1_000);
      const { page } = opened;
      await expect.poll(() => part(page, 'panel').getAttribute('data-license-state')).toBe(state);
      await expectUsable(opened);
      await picture(page, `many-${state}`);
      if (state === 'expiring') {
        await page.getByRole('button', { name: 'Renew…' }).click();
        await page
          .getByLabel('License key', { exact: true })
          .fill(await canaryKey({ entitlements: Array.from({ length: 900 }, (_, at) => `new_${at}`) }));
        await page.getByRole('button', { name: 'Check the key' }).click();
        await page.getByText('The signature is good.').waitFor();
        await expectUsable(opened);
        await page.locator('.alx-compare').scrollIntoViewIfNeeded();
        await picture(page, 'many-renewal');
        await page.getByRole('button', { name: /support details/i }).click();
        await expect.poll(async () => (await page.evaluate(() => navigator.clipboard.readText())).split('\n').length).toBe(11);
        expect((await page.evaluate(() => navigator.clipboard.readText())).length).toBeLessThan(20_000);
      }
      await page.context().close();
    }
  });

  it('a 402 with an absurd text, and one that names what would change every object', async () => {
    answerLicense(hostileBody('enterprise', Date.now() + 100 * DAY));
    const opened = await open({ role: 'admin' });
    const { page } = opened;
    const bodies = [
      { entitlement: '__proto__', detail: 'x'.repeat(1_000_000) },
      { entitlements: ['constructor', 'toString', 'hasOwnProperty'], title: HOSTILE['bidi'] },
      JSON.parse('{"__proto__":{"polluted":"yes"},"detail":{"__proto__":{"polluted":"yes"},"entitlement":"valueOf"}}'),
    ];
    for (const body of bodies) {
      server.setAnswer(({ url }) => {
        if (url.endsWith('/admin/license')) return Response.json(hostileBody('enterprise', Date.now() + 100 * DAY));
        return url.includes('/admin/echo') ? Response.json(body, { status: 402 }) : undefined;
      });
      expect(await page.evaluate(() => window.host.ask('/admin/echo'))).toBe(402);
    }
    await expect.poll(() => part(page, 'notice').count()).toBeGreaterThan(0);
    await expectUsable(opened);
    await page.context().close();
  });

  it.each(['javascript:window.pwned=1', ' java\nscript:window.pwned=1', 'data:text/html,<script>window.pwned=1</script>', 'vbscript:x/y'])(
    'links of the host to %j are no links',
    async (href) => {
      answerLicense(hostileBody('enterprise', Date.now() - 2 * DAY));
      const opened = await open({ licenseHref: href, contactHref: href });
      const { page } = opened;
      await expect.poll(() => part(page, 'banner').count()).toBe(1);
      await page.getByRole('button', { name: 'Renew…' }).click();
      await page.getByLabel('License key', { exact: true }).waitFor();
      expect(await page.locator('[data-license-part] a').count()).toBe(0);
      await expectUsable(opened);
      await page.context().close();
    },
  );
});
