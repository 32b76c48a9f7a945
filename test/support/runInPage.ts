import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';
import { launch } from 'puppeteer-core';
import { bundleForPage } from './bundleForPage.js';
import { chromiumOptions } from './chromium.js';
import { freePort } from './commands.js';

/** What an engine answered: its name and version, and the result. */
export type PageRun<T> = { readonly runtime: string; readonly result: T };

/** The engines; Firefox and WebKit are Debian's `firefox-esr`, and `webkit2gtk-driver` with `xvfb`. */
export type Engine = 'Chromium' | 'Firefox' | 'WebKit';

/** The engines that are on this machine; Chromium is looked for when it is launched. */
export function enginesHere(): readonly Engine[] {
  const webkit = onPath('WebKitWebDriver') !== null && onPath('Xvfb') !== null && miniBrowser() !== undefined;
  return ['Chromium', ...(onPath('firefox-esr') === null ? [] : ['Firefox' as const]), ...(webkit ? ['WebKit' as const] : [])];
}

/**
 * Calls an exported function of a module in a real browser, on a page of loopback, which is a secure context; argument and result
 * are JSON.
 *
 * @param module The module's absolute path.
 */
export async function runInPage<T>(engine: Engine, module: string, name: string, argument: unknown): Promise<PageRun<T>> {
  const contents = `import { ${name} } from ${JSON.stringify(module)}; globalThis.run = ${name};`;
  const script = await bundleForPage(contents, import.meta.dirname);
  const server = createServer(({ url }, response) => {
    const isScript = url === '/run.js';
    response.setHeader('content-type', isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8');
    response.end(isScript ? script : '<!doctype html><title>Run</title><script src="/run.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    const json = JSON.stringify(argument);
    if (engine === 'Chromium') return await inChromium(url, json);
    return engine === 'Firefox' ? await inFirefox(url, json) : await inWebKit(url, json);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

async function inChromium<T>(url: string, json: string): Promise<PageRun<T>> {
  const browser = await chromium.launch(chromiumOptions());
  try {
    const page = await browser.newPage();
    await page.goto(url);
    const result = await page.evaluate((given): Promise<T> => Reflect.get(globalThis, 'run')(JSON.parse(given)), json);
    return { runtime: `Chromium ${browser.version()}`, result };
  } finally {
    await browser.close();
  }
}

async function inFirefox<T>(url: string, json: string): Promise<PageRun<T>> {
  const browser = await launch({ browser: 'firefox', executablePath: onPath('firefox-esr') ?? '', headless: true });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    const result = await page.evaluate((given): Promise<T> => Reflect.get(globalThis, 'run')(JSON.parse(given)), json);
    return { runtime: (await browser.version()).replace('/', ' '), result };
  } finally {
    await browser.close();
  }
}

// By the WebDriver protocol itself: WebKit has no other way in.
async function inWebKit<T>(url: string, json: string): Promise<PageRun<T>> {
  const port = await freePort();
  const driver = spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${port}`], { stdio: 'ignore', detached: true });
  const ask = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
    const { value } = Object(await answer.json());
    if (!answer.ok) throw new Error(`WebKit: ${Object(value).message}`);
    return value;
  };
  try {
    await ready(() => ask('GET', '/status'));
    const options = { binary: miniBrowser(), args: ['--automation'] };
    const { sessionId, capabilities } = await ask('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options, timeouts: { script: 300_000 } } },
    });
    await ask('POST', `/session/${sessionId}/url`, { url });
    const script =
      'const [given, done] = arguments; run(JSON.parse(given)).then((result) => done({ result }), (error) => done({ error: String(error) }));';
    const { result, error } = await ask('POST', `/session/${sessionId}/execute/async`, { script, args: [json] });
    await ask('DELETE', `/session/${sessionId}`);
    if (error) throw new Error(error);
    return { runtime: `WebKit ${capabilities.browserVersion}`, result };
  } finally {
    if (driver.pid) process.kill(-driver.pid, 'SIGKILL');
  }
}

async function ready(ask: () => Promise<unknown>): Promise<void> {
  for (let left = 100; left > 0; left -= 1) {
    try {
      await ask();
      return;
    } catch {
      await once(AbortSignal.timeout(100), 'abort');
    }
  }
  throw new Error('WebKitWebDriver did not start within 10 seconds.');
}

function miniBrowser(): string | undefined {
  const folders = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec', '/usr/lib'];
  return folders
    .flatMap((folder) => ['4.1', '6.0', '4.0'].map((version) => join(folder, `webkit2gtk-${version}`, 'MiniBrowser')))
    .find((path) => existsSync(path));
}

function onPath(name: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}
