import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarios } from '../../mocks/scenarios.js';
import { canaryKey, canaryToken, type Finding } from '../../tools/support/canary/Secret.js';
import type { PageWatch } from '../../tools/support/canary/watchPage.js';
import { type HostPage, listener, openHost } from '../../tools/support/host/openHost.js';
import { POLICY } from '../../tools/support/host/policy.js';
import { type HostServer, serveHost } from '../../tools/support/host/serveHost.js';
import { chromiumOptions } from '../../tools/support/chromium.js';

// The demo built for a real API, without MSW, and served with the policies of a strict host.

declare const window: Window & { readonly canary: PageWatch };

// One fault for each freshness of a failed check. Timeouts are left out as too slow, and `forbidden` empties the page.
const FAILURES = {
  'server-error': 'server-error',
  'html-login': 'unreadable',
  'not-found': 'not-found',
  reset: 'unreachable',
  unauthorized: 'unauthorized',
  'rate-limited': 'rate-limited',
} as const;

let browser: Browser;
let server: HostServer;
let script: string;
let token: string;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'license-ui-strict-'));
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'], {
    env: { ...process.env, ALEXANDRIA_API: 'http://127.0.0.1', NODE_ENV: 'production' },
    stdio: 'inherit',
  });
  [browser, server, script, token] = await Promise.all([
    chromium.launch(chromiumOptions()),
    serveHost(folder, POLICY),
    listener(),
    canaryToken(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const part = (page: Page, name: string) => page.locator(`[data-license-part="${name}"]`);

async function open(query: string): Promise<HostPage> {
  const { page, ...rest } = await openHost(
    browser,
    `${server.url}/?controls=none&${query}`,
    script,
    {},
    {
      extraHTTPHeaders: { authorization: `Bearer ${token}` },
    },
  );
  await part(page, 'panel').or(page.locator('main')).first().waitFor();
  return { page, ...rest };
}

async function violations({ page, problems }: HostPage): Promise<readonly unknown[]> {
  const recorded: readonly Finding[] = await page.evaluate(() => window.canary.recorded());
  return [...recorded.filter(({ place }) => place === 'a violation'), ...problems];
}

describe('the built page under the policies of a strict host', () => {
  it('reports violations when they happen', async () => {
    const opened = await open('page=license');
    await opened.page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await expect.poll(() => violations(opened)).toHaveLength(2);
    await opened.page.evaluate(() => {
      try {
        document.body.innerHTML = '<b>markup</b>';
      } catch {
        // Expected: the policy requires Trusted Types.
      }
    });
    await expect.poll(() => violations(opened).then(({ length }) => length)).toBeGreaterThan(2);
    await opened.page.context().close();
  });

  it('violates none in any state, with any kind of failure, or in print', async () => {
    const opened = await open('page=license');
    const { page } = opened;
    for (const scenario of Object.keys(scenarios)) {
      await steer({ scenario });
      await page.getByRole('button', { name: 'Check now' }).click();
      await expect.poll(() => part(page, 'panel').getAttribute('data-license-state')).toBe(server.alexandria.state());
    }
    await page.emulateMedia({ media: 'print' });
    await page.pdf();
    await page.emulateMedia({ media: null, forcedColors: 'active', reducedMotion: 'reduce' });
    for (const [fault, freshness] of Object.entries(FAILURES)) {
      await steer({ fault });
      await page.getByRole('button', { name: 'Check now' }).click();
      await expect.poll(() => part(page, 'panel').getAttribute('data-license-freshness'), { timeout: 15_000 }).toBe(freshness);
    }
    await steer({ fault: 'none' });
    expect(await violations(opened)).toEqual([]);
    await page.context().close();
  });

  it('violates none with notices, gates, and languages of both directions', async () => {
    await steer({ scenario: 'expired' });
    for (const lang of ['de', 'ar']) {
      const opened = await open(`page=${lang === 'de' ? 'secrets' : 'directory'}&lang=${lang}`);
      await part(opened.page, 'notice').first().waitFor();
      await part(opened.page, 'banner').locator(`xpath=self::*[@lang="${lang}"]`).waitFor();
      await opened.page.locator('a[data-license-renews]').first().click();
      await opened.page.locator('.alx-steps').waitFor();
      expect(await violations(opened)).toEqual([]);
      await opened.page.context().close();
    }
  });

  it('violates none during a renewal with files and the clipboard', async () => {
    await steer({ scenario: 'expired' });
    const opened = await open('page=license');
    const { page } = opened;
    const key = await canaryKey();
    await page.getByRole('button', { name: 'Renew license' }).click();
    await page.getByRole('button', { name: 'Copy support details' }).first().click();
    await page.getByText('Copied', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'I have a key' }).click();
    await page.getByLabel('License key', { exact: true }).fill(`${key}x`);
    await page.getByRole('button', { name: 'Check key' }).click();
    await page.locator('.alx-problem').first().waitFor();
    await page.locator('input[type="file"]').setInputFiles({ name: 'license.key', mimeType: 'text/plain', buffer: Buffer.from(key) });
    await page.getByText('Signature verified.').waitFor();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('radio', { name: 'Podman Quadlet' }).check();
    await page.getByRole('button', { name: 'Show all lines' }).click();
    await page.getByRole('button', { name: 'Copy commands', exact: true }).click();
    await page.locator('.alx-command').getByText('Copied', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Start checking' }).click();
    await server.alexandria.restart({ licenseKey: key });
    await expect.poll(() => page.locator('[data-license-watch]').getAttribute('data-license-watch'), { timeout: 15_000 }).toBe('renewed');
    await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download calendar file' }).click()]);
    await page.getByRole('button', { name: 'Done' }).click();
    expect(await page.locator('.alx-steps').count()).toBe(0);
    expect(await violations(opened)).toEqual([]);
    await page.context().close();
  });
});

async function steer(order: object): Promise<void> {
  const response = await fetch(`${server.url}/__mock__`, { method: 'POST', body: JSON.stringify(order) });
  expect(response.status).toBe(200);
}
