import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumOptions } from '../../tools/support/chromium.js';
import { freePort, type Running, runToEnd, startCommand } from '../../tools/support/commands.js';

const KUBECTL = execFileSync('sh', ['-c', 'command -v kubectl || true'], { encoding: 'utf8' }).trim();
if (KUBECTL === '') console.warn('SKIPPED: running the copied commands. kubectl is not installed (Debian: kubernetes-client).');

let browser: Browser;
let folder: string;
const running: Running[] = [];

beforeAll(async () => {
  browser = await chromium.launch(chromiumOptions());
  folder = mkdtempSync(join(tmpdir(), 'license-ui-'));
});
afterAll(async () => {
  await browser.close();
  await Promise.all(running.map((command) => command.stop()));
  rmSync(folder, { recursive: true });
});

async function start(...command: Parameters<typeof startCommand>): Promise<Running> {
  const started = await startCommand(...command);
  running.push(started);
  return started;
}

const part = (page: Page, name: string) => page.locator(`[data-license-part="${name}"]`);

/** Runs the copied commands with a stub of kubectl: dry runs go to the real one, and `apply` writes its input to a file. */
function runWithKubectl(commands: string): string {
  const stub = join(folder, 'kubectl');
  writeFileSync(stub, `#!/bin/sh\ncase "$*" in *--dry-run=client*) exec '${KUBECTL}' "$@" ;; apply*) cat >applied.yaml ;; esac\n`);
  chmodSync(stub, 0o755);
  const { status, stderr } = spawnSync('sh', ['-c', commands], {
    cwd: folder,
    env: { ...process.env, PATH: `${folder}:${process.env['PATH']}` },
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  return readFileSync(join(folder, 'applied.yaml'), 'utf8');
}

function keyIn(secret: string): string {
  return Buffer.from(/license\.key: (\S+)/.exec(secret)?.[1] ?? '', 'base64').toString();
}

describe('an expired license', () => {
  it('is explained by banner, panel and notice, and renewed without a reload', async () => {
    const port = String(await freePort());
    const startApi = (licenseKey: string, ...more: string[]) =>
      start('api', ['--port', port, ...more], /-H "Authorization: Bearer ([\w.-]+)"/, { LICENSE_KEY: licenseKey });
    const expired = (await runToEnd('mint', ['--expires=-9d'])).trim();
    const renewed = (await runToEnd('mint', ['--expires=365d'])).trim();
    const old = await startApi(expired);
    const api = `http://127.0.0.1:${port}`;
    const demoPort = await freePort();
    await start('demo', ['--port', String(demoPort), '--strictPort', '--host', '127.0.0.1'], /Local:/, {
      ALEXANDRIA_API: api,
      ALEXANDRIA_TOKEN: old.ready,
    });
    const context = await browser.newContext({
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    const problems: string[] = [];
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    page.on('pageerror', (error) => problems.push(error.message));

    // The page's licensed requests are refused, and a notice explains why.
    await page.goto(`http://127.0.0.1:${demoPort}/?page=tenants`);
    await expect.poll(() => part(page, 'notice').count(), { timeout: 15_000 }).toBe(1);
    expect(await part(page, 'notice').getAttribute('data-license-reason')).toBe('lapsed');
    expect(await part(page, 'banner').getAttribute('data-license-state')).toBe('expired');
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await page.getByRole('link', { name: 'License', exact: true }).click();
    await expect.poll(() => part(page, 'panel').getAttribute('data-license-state')).toBe('expired');

    // The code of the renewal is loaded on demand.
    const renewalModules = () => loaded.filter((url) => /renewal\/(Renewal|KeyStep)\./.test(url)).length;
    expect(renewalModules()).toBe(0);
    await page.getByRole('button', { name: 'Renew license' }).click();
    await page.getByRole('button', { name: 'I have a key' }).click();
    await page.getByLabel('License key', { exact: true }).fill(`${renewed}\n`);
    expect(renewalModules()).toBe(2);
    await page.getByRole('button', { name: 'Check key' }).click();
    await page.getByText('Signature verified.').waitFor();
    expect(await page.locator('[data-license-warning]').count()).toBe(1);
    expect(await page.getByRole('row', { name: /^Status today/ }).textContent()).toContain('Active');

    // Copies and runs the commands. The Secret holds the key byte for byte.
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Copy commands', exact: true }).click();
    await page.getByText('Copied', { exact: true }).waitFor();
    writeFileSync(join(folder, 'license.key'), `${renewed}\n`);
    const commands = await page.evaluate(() => navigator.clipboard.readText());
    const fromSecret = KUBECTL === '' ? renewed : keyIn(runWithKubectl(commands));
    expect(fromSecret).toBe(renewed);

    // The API restarts with the new key: unreachable at first, then 503.
    await page.getByRole('button', { name: 'Start checking' }).click();
    const watch = page.locator('[data-license-watch]');
    await expect.poll(() => watch.getAttribute('data-license-watch')).toBe('present');
    const asked: string[] = [];
    page.on('response', (response) => asked.push(`${response.status()} ${new URL(response.url()).pathname}`));
    await page.evaluate(() => {
      const states = new Set<string | undefined>();
      const look = () => states.add(document.querySelector<HTMLElement>('[data-license-part="banner"]')?.dataset['licenseState']);
      look();
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
      Object.assign(window, { states });
    });
    await old.stop();
    await expect.poll(() => watch.getAttribute('data-license-watch'), { timeout: 15_000 }).toBe('away');
    await startApi(fromSecret, '--fault', 'server-error');
    await expect
      .poll(() => asked.filter((answer) => answer === '503 /admin/license').length, { timeout: 20_000 })
      .toBeGreaterThanOrEqual(2);
    expect(await page.evaluate(() => [...Reflect.get(window, 'states')])).toEqual(['expired']);
    await fetch(`${api}/__mock__`, { method: 'POST', body: JSON.stringify({ fault: 'none' }) });

    await expect.poll(() => watch.getAttribute('data-license-watch'), { timeout: 15_000 }).toBe('renewed');
    expect(await watch.textContent()).toMatch(/^Renewed until \d+ \w+ \d{4}, /);
    expect(await watch.textContent()).toContain('Delete license.key.');
    await expect.poll(() => part(page, 'banner').count()).toBe(0);
    expect(await part(page, 'notice').count()).toBe(0);
    expect(await part(page, 'panel').getAttribute('data-license-state')).toBe('active');
    await page.getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => watch.count()).toBe(0);
    await expect.poll(() => asked).toContain('200 /admin/tenants');
    await page.getByRole('link', { name: 'Tenants' }).click();
    await page.getByText('acme').first().waitFor();
    expect(await page.evaluate(() => Reflect.get(window, 'sameDocument'))).toBe(true);
    expect(problems).toEqual([]);
    await context.close();
  }, 120_000);
});
