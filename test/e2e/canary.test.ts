import { createHash } from 'node:crypto';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults, isFaultName } from '../../mocks/faults.js';
import type { ScenarioName } from '../../mocks/scenarios.js';
import { leaks } from '../../tools/support/canary/leaks.js';
import { canaryKey, canaryToken, createFinder, type Finding, forgedKey } from '../../tools/support/canary/Secret.js';
import type { PageWatch } from '../../tools/support/canary/watchPage.js';
import type { Host, HostOptions } from '../../tools/support/host/Host.js';
import { type HostPage, listener, openHost } from '../../tools/support/host/openHost.js';
import { buildHost, type HostServer, serveHost } from '../../tools/support/host/serveHost.js';
import { mintSessionToken } from '../../mocks/sessionTokens.js';
import { chromiumOptions } from '../../tools/support/chromium.js';

// Uses the dashboard with a known token and key, then searches every place that can hold text for them.
// A development build, because it logs more to the console.

declare const window: Window & { readonly host: Host; readonly canary: PageWatch };

let browser: Browser;
let server: HostServer;
let script: string;
let token: string;
let key: string;
let refused: string;
let find: ReturnType<typeof createFinder>;

beforeAll(async () => {
  [browser, server, script, token, key] = await Promise.all([
    chromium.launch(chromiumOptions()),
    buildHost('development').then((folder) => serveHost(folder)),
    listener(),
    canaryToken(),
    canaryKey(),
  ]);
  refused = forgedKey(key);
  const secrets = [
    { name: 'the token', text: token },
    { name: 'the key', text: key },
    { name: 'the refused key', text: refused },
  ];
  find = createFinder(secrets, [
    await mintSessionToken('admin'),
    await mintSessionToken('member'),
    await canaryKey({ jti: 'nothing', sub: 'Nobody' }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const part = (page: Page, name: string) => page.locator(`[data-license-part="${name}"]`);
const field = (page: Page) => page.getByLabel('License key', { exact: true });
const check = (page: Page) => page.evaluate(() => window.host.check());

async function open(scenario: ScenarioName, options: HostOptions = {}): Promise<HostPage> {
  server.alexandria.setFault(null);
  server.setAnswer(() => undefined);
  await server.alexandria.restart({ scenario });
  const opened = await openHost(browser, server.url, script, { token, ...options });
  await expect.poll(() => part(opened.page, 'panel').getAttribute('data-license-freshness'), { timeout: 15_000 }).toBe('fresh');
  return opened;
}

/** Collects all text that the page has logged, sent or stored so far. */
async function findings({ page, sent, consoleMessages }: HostPage): Promise<readonly Finding[]> {
  const cookies = await page.context().cookies();
  const inPage = await page.evaluate(async () => [...(await window.canary.recorded()), ...(await window.canary.holds())]);
  return [
    ...inPage,
    ...sent.map((text) => ({ place: 'a request', text })),
    ...consoleMessages.map((text) => ({ place: 'the console', text })),
    { place: 'a cookie', text: JSON.stringify(cookies) },
    { place: 'the log of the API', text: server.log.join('\n') },
  ];
}

async function openRenewal(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Renew license' }).click();
  await field(page).waitFor();
}

const closeRenewal = (page: Page) => page.getByRole('button', { name: 'Close', exact: true }).click();

function transfer(page: Page, event: 'paste' | 'drop', text: string, asFile: boolean): Promise<void> {
  return field(page).evaluate(
    (target, given) => {
      const data = new DataTransfer();
      if (given.asFile) data.items.add(new File([given.text], 'license.key'));
      else data.setData('text', given.text);
      const init = { bubbles: true, cancelable: true };
      target.dispatchEvent(
        given.event === 'paste'
          ? new ClipboardEvent('paste', { ...init, clipboardData: data })
          : new DragEvent('drop', { ...init, dataTransfer: data }),
      );
    },
    { event, text, asFile },
  );
}

describe('the token and the key', () => {
  it('leave no trace after license checks, however these fail', async () => {
    const opened = await open('grace');
    const { page } = opened;
    for (const name of Object.keys(faults).filter(isFaultName)) {
      server.alexandria.setFault(name);
      await page.evaluate(() => window.host.neglect());
      await check(page);
    }
    await page.evaluate(() => window.host.crash());
    await page.getByText('This part of the page has failed.').waitFor();
    server.alexandria.setFault(null);
    for (const trouble of ['fetch', 'authorization', 'header', 'none'] as const) {
      await page.evaluate((next) => window.host.setTrouble(next), trouble);
      await check(page);
      if (trouble !== 'none') await page.evaluate(() => window.host.neglect());
    }
    // The API sends secrets that it should not send.
    const more = { token, key, license: { key }, license_key: key };
    server.setAnswer(({ url, method }) =>
      method === 'GET' && url.endsWith('/admin/license') ? Response.json({ ...server.alexandria.licenseBody(), ...more }) : undefined,
    );
    await check(page);
    await expect.poll(() => part(page, 'panel').getAttribute('data-license-freshness')).toBe('fresh');
    server.setAnswer(({ url }) => (url.endsWith('/admin/license') ? new Response(`{"tier":"${token}",`) : undefined));
    await check(page);
    await expect.poll(() => part(page, 'panel').getAttribute('data-license-freshness')).toBe('unreadable');
    const found = await findings(opened);
    expect(found.filter(({ place }) => place === 'an unhandled rejection').length).toBeGreaterThan(10);
    expect(found.filter(({ place }) => place === 'a message').length).toBeGreaterThan(10);
    expect(find(found)).toEqual([]);
    await page.context().close();
  });

  it('leave no trace after 402 answers, whatever these contain', async () => {
    const opened = await open('expired', { storage: 'throws' });
    const { page } = opened;
    expect(await page.evaluate(() => window.host.ask('/admin/audit/export'))).toBe(402);
    await expect.poll(() => part(page, 'notice').count()).toBeGreaterThan(0);
    const bodies = [
      { entitlement: 'scim', token, key },
      { detail: { entitlement: 'oidc', message: `${token} ${key}` } },
      { error: token, required_entitlements: [key, token, 'multi_tenant'] },
      { feature: key, code: token },
    ];
    for (const [at, body] of bodies.entries()) {
      server.setAnswer(({ url }) => (url.includes('/admin/echo') ? Response.json(body, { status: 402 }) : undefined));
      expect(await page.evaluate((path) => window.host.ask(path), `/admin/echo/${at}`)).toBe(402);
    }
    await expect.poll(() => page.locator('.alx-more').count()).toBe(1);
    expect(find(await findings(opened))).toEqual([]);
    await page.context().close();
  });

  it('leave no trace after a renewal is closed', async () => {
    const opened = await open('expiring');
    const { page } = opened;
    await openRenewal(page);
    // Refused keys, typed and pasted, stay only in the field.
    await field(page).fill(refused);
    await page.getByRole('button', { name: 'Check key' }).click();
    await page.getByText('The signature doesn’t match').waitFor();
    await transfer(page, 'paste', token, false);
    await page.getByText('This looks like a different token').waitFor();
    expect(await field(page).inputValue()).toBe(token);
    // Good keys come from a Secret, a dropped file, dropped text and a chosen file. Each one empties the field.
    const secret = `apiVersion: v1\nkind: Secret\ndata:\n  license.key: ${Buffer.from(key).toString('base64')}\n`;
    await transfer(page, 'paste', secret, false);
    await page.getByText('Signature verified.').waitFor();
    expect(find(await findings(opened))).toEqual([]);
    for (const asFile of [true, false]) {
      await page.getByRole('button', { name: 'Check a different key' }).click();
      await transfer(page, 'drop', key, asFile);
      await page.getByText('Signature verified.').waitFor();
    }
    await page.getByRole('button', { name: 'Check a different key' }).click();
    await page.locator('input[type="file"]').setInputFiles({ name: 'license.key', mimeType: 'text/plain', buffer: Buffer.from(key) });
    await page.getByText('Signature verified.').waitFor();
    // Copies the commands of each method for both key sources.
    for (const method of ['create or replace the Secret', 'Helm: value', 'Podman Quadlet']) {
      await page.getByRole('radio', { name: method }).check();
      for (const source of ['Prompt', 'File']) {
        const choice = page.getByRole('radio', { name: source, exact: true });
        if ((await choice.count()) > 0) await choice.check();
        await page.getByRole('button', { name: 'Copy commands', exact: true }).click();
        await page.getByText('Copied', { exact: true }).waitFor();
      }
    }
    await page.getByRole('button', { name: 'Start checking' }).click();
    await server.alexandria.restart({ licenseKey: key });
    await expect.poll(() => page.locator('[data-license-watch]').getAttribute('data-license-watch'), { timeout: 15_000 }).toBe('renewed');
    await page.getByRole('button', { name: /support details/i }).click();
    await page.getByText('Copied', { exact: true }).first().waitFor();
    await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /calendar/i }).click()]);
    await closeRenewal(page);
    expect(await field(page).count()).toBe(0);
    const found = await findings(opened);
    // Each of these places held text, so the search was not empty.
    const seen = new Set(found.filter(({ text }) => text !== '').map(({ place }) => place));
    expect([...seen]).toEqual(expect.arrayContaining(['the clipboard', 'a file', 'a message', 'a storage', 'the query cache']));
    expect(find(found)).toEqual([]);
    // Abandons checks: by closing the renewal, by pasting another key, and by unmounting the dashboard.
    await openRenewal(page);
    await transfer(page, 'drop', key, true);
    await closeRenewal(page);
    await openRenewal(page);
    await field(page).fill(key);
    await page.getByRole('button', { name: 'Check key' }).click();
    await transfer(page, 'paste', refused, false);
    await page.getByText('The signature doesn’t match').waitFor();
    await field(page).fill(key);
    await page.getByRole('button', { name: 'Check key' }).click();
    await page.evaluate(() => window.host.unmount());
    expect(find(await findings(opened))).toEqual([]);
    await page.evaluate(() => window.host.mount());
    await page.getByRole('button', { name: 'Renew license' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Renew license' }).waitFor();
    expect(find(await findings(opened))).toEqual([]);
    await page.context().close();
  });

  it('leave no trace after a renewal without trusted keys, a clipboard or readable files', async () => {
    const opened = await open('grace', { trusts: false });
    const { page } = opened;
    await page.evaluate(() => {
      Clipboard.prototype.writeText = () => Promise.reject(new DOMException('Refused.', 'NotAllowedError'));
      // Dropped folders and moved files fail in this way.
      Blob.prototype.arrayBuffer = () =>
        Promise.reject(new DOMException('A requested file or directory could not be found.', 'NotFoundError'));
    });
    await openRenewal(page);
    await transfer(page, 'drop', key, true);
    await page.getByText('Paste a license key, or drop a key file.').waitFor();
    await transfer(page, 'paste', key, false);
    await page.getByText('Signature not verified.').waitFor();
    await page.getByRole('button', { name: 'Copy commands', exact: true }).click();
    await page.getByRole('textbox', { name: 'Copy commands', exact: true }).waitFor();
    const found = await findings(opened);
    expect(find(found)).toEqual([]);
    expect(found.filter(({ place }) => place === 'an unhandled rejection')).toEqual([]);
    await closeRenewal(page);
    expect(find(await findings(opened))).toEqual([]);
    await page.context().close();
  });
});

describe('the search for secrets', () => {
  it('finds every deliberate leak and names its place', async () => {
    const opened = await open('active');
    const secrets = Object.keys(leaks).map((name) => ({ name, text: createHash('sha512').update(name).digest('base64url') }));
    for (const { name, text } of secrets) await opened.page.evaluate(leaks[name] ?? noLeak, text);
    const findEach = createFinder(secrets);
    const expected = secrets.map(({ name }) => `${name} in ${name.split(',')[0]}`);
    const missing = async () => {
      const found = findEach(await findings(opened));
      return expected.filter((each) => !found.includes(each));
    };
    await expect.poll(missing, { timeout: 15_000 }).toEqual([]);
    await opened.page.context().close();
  });

  it('ignores tokens and keys of another page', async () => {
    const others = [await mintSessionToken('admin'), await canaryKey({ jti: 'another', sub: 'Parchment & Sons' })];
    expect(find([{ place: 'a page', text: others.join(' ') }])).toEqual([]);
  });
});

function noLeak(): void {
  throw new Error('There is no such leak.');
}
