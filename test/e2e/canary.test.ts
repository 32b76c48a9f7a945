import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults, isFaultName } from '../../mocks/faults.js';
import type { ScenarioName } from '../../mocks/scenarios.js';
import { heapHolds } from '../../tools/support/canary/heapHolds.js';
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
  await page.getByRole('button', { name: 'I have a key' }).click();
  await field(page).waitFor();
}

const secretOf = (licenseKey: string) =>
  `apiVersion: v1\nkind: Secret\ndata:\n  license.key: ${Buffer.from(licenseKey).toString('base64')}\n`;

// The platforms of the renewal, and the variants of their commands.
const METHODS: Readonly<Record<string, readonly string[]>> = {
  Kubernetes: ['Create or replace the Secret', 'Patch the Secret'],
  Helm: ['Use the Secret', 'Value'],
  'Podman Quadlet': [],
};

/** Copies the commands on the page for each source of the key. */
async function copyCommands(page: Page): Promise<void> {
  const sources = page.getByRole('group', { name: 'Read the key from' }).getByRole('radio');
  for (let at = 0; at < Math.max(await sources.count(), 1); at += 1) {
    if ((await sources.count()) > 0) await sources.nth(at).check();
    await page.getByRole('button', { name: 'Copy commands', exact: true }).click();
    await page.locator('.alx-command').getByText('Copied', { exact: true }).waitFor();
  }
}

const closeRenewal = (page: Page) => page.getByRole('button', { name: 'Close', exact: true }).click();

async function transfer(page: Page, event: 'paste' | 'drop', text: string, asFile: boolean): Promise<void> {
  // A paste replaces only the selected text.
  await field(page).selectText();
  await field(page).evaluate(
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

/** Returns 24 letters of the payload, which the keys share, and of each key's signature, also in the Base64 form of a Secret. */
function piecesOf(keys: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const middle = (text = '') => text.slice(text.length / 2 - 12, text.length / 2 + 12);
  return Object.fromEntries(
    Object.entries(keys).flatMap(([name, text]) => {
      const [, payload, signature] = text.split('.');
      return [
        ['the payload', middle(payload)],
        [`the signature of ${name}`, middle(signature)],
        [`${name} in a Secret`, Buffer.from(text).toString('base64').slice(-40, -16)],
      ];
    }),
  );
}

// The tests of the memory pass no key to `evaluate` or `fill`, and no file to `setInputFiles`: Playwright would keep these in the page.

/** Copies a text in another browser context, which has a process of its own, then replaces the field's text with it. */
async function pasteFromClipboard(page: Page, text: string): Promise<void> {
  const other = await (await browser.newContext()).newPage();
  await other.setContent('<textarea></textarea>');
  await other.locator('textarea').focus();
  await other.keyboard.insertText(text);
  await other.keyboard.press('ControlOrMeta+a');
  await other.keyboard.press('ControlOrMeta+c');
  await other.context().close();
  await field(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+v');
}

async function type(page: Page, text: string): Promise<void> {
  await field(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
  await page.getByRole('button', { name: 'Check key' }).click();
}

async function chooseFile(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'input[type="file"]' });
  await session.send('DOM.setFileInputFiles', { files: [path], nodeId });
  await session.detach();
}

describe('the memory of the page', () => {
  let texts: Readonly<Record<string, string>>;
  let folder: string;
  beforeAll(() => {
    texts = piecesOf({ 'the key': key, 'the refused key': refused });
    folder = mkdtempSync(join(tmpdir(), 'license-ui-key-'));
    writeFileSync(join(folder, 'license.key'), key);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const verified = (page: Page) => page.getByText('Signature verified.').waitFor();
  const isRefused = (page: Page) => page.getByText('The signature doesn’t match').waitFor();
  const another = (page: Page) => page.getByRole('button', { name: 'Check a different key' }).click();

  it('contains no key that is verified, and no refused key after the renewal is closed', async () => {
    const { page } = await open('expiring');
    await openRenewal(page);
    await pasteFromClipboard(page, refused);
    await isRefused(page);
    await pasteFromClipboard(page, secretOf(key));
    await verified(page);
    expect(await heapHolds(page, texts)).toEqual([]);
    await another(page);
    await chooseFile(page, join(folder, 'license.key'));
    await verified(page);
    await another(page);
    await type(page, key);
    await verified(page);
    expect(await heapHolds(page, texts)).toEqual([]);
    await another(page);
    await type(page, refused);
    await isRefused(page);
    await closeRenewal(page);
    expect(await heapHolds(page, texts)).toEqual([]);
    await page.context().close();
  });

  it('contains no key after a renewal is done, or is closed during a check', async () => {
    const { page } = await open('expiring');
    await openRenewal(page);
    await pasteFromClipboard(page, key);
    await verified(page);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Start checking' }).click();
    await server.alexandria.restart({ licenseKey: key });
    await page.getByRole('button', { name: 'Done' }).click({ timeout: 15_000 });
    expect(await field(page).count()).toBe(0);
    expect(await heapHolds(page, texts)).toEqual([]);
    for (const text of [secretOf(refused), key]) {
      await openRenewal(page);
      await pasteFromClipboard(page, text);
      await closeRenewal(page);
    }
    expect(await heapHolds(page, texts)).toEqual([]);
    await page.context().close();
  });

  it('contains a key that a variable of the page keeps, and the search names the variable', async () => {
    const { page } = await open('expiring');
    await openRenewal(page);
    // The search sees no more than this of a string.
    expect(secretOf(refused).length).toBeLessThan(1_024);
    for (const text of [refused, secretOf(refused)]) {
      await pasteFromClipboard(page, text);
      await isRefused(page);
      await field(page).evaluate((element) => {
        const kept: unknown[] = Reflect.get(window, 'kept') ?? [];
        // Also keeps a part of the text, in a closure.
        const part = (element as HTMLTextAreaElement).value.slice(10);
        Object.assign(window, { kept: [...kept, { read: () => part }] });
      });
    }
    await closeRenewal(page);
    const found = await heapHolds(page, texts);
    for (const name of ['the payload', 'the signature of the refused key', 'the refused key in a Secret']) {
      expect(found).toContainEqual(expect.stringMatching(new RegExp(`^${name}: .*\\.kept .*\\.read .*\\.part `)));
    }
    await page.evaluate(() => Reflect.deleteProperty(window, 'kept'));
    expect(await heapHolds(page, texts)).toEqual([]);
    await page.context().close();
  });
});

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
    await page.getByRole('button', { name: 'Renew license' }).click();
    const stepOne = page.getByRole('listitem', { name: 'Get a new license key' });
    for (const name of ['Copy support details', 'Copy link to this page']) {
      const copied = stepOne.getByText('Copied', { exact: true });
      const before = await copied.count();
      await stepOne.getByRole('button', { name }).click();
      await expect.poll(() => copied.count()).toBe(before + 1);
    }
    await page.getByRole('button', { name: 'I have a key' }).click();
    // Refused keys, typed and pasted, stay only in the field.
    await field(page).fill(refused);
    await page.getByRole('button', { name: 'Check key' }).click();
    await page.getByText('The signature doesn’t match').waitFor();
    await transfer(page, 'paste', token, false);
    await page.getByText('This looks like a different token').waitFor();
    expect(await field(page).inputValue()).toBe(token);
    // Good keys come from a Secret, a dropped file, dropped text and a chosen file. Each one empties the field.
    await transfer(page, 'paste', secretOf(key), false);
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
    await page.getByRole('button', { name: 'Continue' }).click();
    for (const [platform, variants] of Object.entries(METHODS)) {
      await page.getByRole('radio', { name: platform, exact: true }).check();
      for (const variant of variants) {
        await page.getByRole('radio', { name: variant }).check();
        await copyCommands(page);
      }
      if (variants.length === 0) await copyCommands(page);
    }
    await page.getByRole('button', { name: 'Start checking' }).click();
    await server.alexandria.restart({ licenseKey: key });
    await expect.poll(() => page.locator('[data-license-watch]').getAttribute('data-license-watch'), { timeout: 15_000 }).toBe('renewed');
    const footer = page.locator('.alx-footer');
    await footer.getByRole('button', { name: 'Copy support details' }).click();
    await footer.getByText('Copied', { exact: true }).waitFor();
    await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /calendar/i }).click()]);
    await page.getByRole('button', { name: 'Done' }).click();
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
    await page.getByRole('button', { name: 'Continue' }).click();
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
