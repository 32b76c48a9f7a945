import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from './commands.js';
import type { Driver } from './Driver.js';
import { findMiniBrowser } from './engines.js';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const CODES = { Tab: ['\ue004'], 'Control+C': ['\ue009', 'c'], 'Control+V': ['\ue009', 'v'] } as const;
const SCRIPT_MS = 300_000;

/** Starts WebKit on a screen that nobody sees, driven by the WebDriver protocol itself: it has no other way in. */
export async function driveWebKit(): Promise<Driver> {
  const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1400x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const port = await freePort();
  const driver = { process: screen };
  try {
    const display = `:${String(await firstOf(screen)).trim()}`;
    driver.process = spawn('WebKitWebDriver', [`--port=${port}`], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, DISPLAY: display },
      // The browser is its child, and ends with its group.
      detached: true,
    });
    await ready(() => ask(port, 'GET', '/status'));
    const { sessionId, capabilities } = await ask(port, 'POST', '/session', {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ['--automation'] },
          timeouts: { script: SCRIPT_MS },
        },
      },
    });
    return inSession(port, `/session/${sessionId}`, `WebKit ${capabilities.browserVersion}`, () => end(driver.process, screen));
  } catch (error) {
    await end(driver.process, screen);
    throw error;
  }
}

function inSession(port: number, session: string, runtime: string, end: () => Promise<void>): Driver {
  const order = (path: string, body: object = {}) => ask(port, 'POST', `${session}${path}`, body);
  const run = (script: string) => order('/execute/async', { script, args: [] });
  return {
    runtime,
    async goto(url) {
      await order('/url', { url });
    },
    async reload() {
      await order('/refresh');
    },
    async evaluate(expression) {
      const script = `const done = arguments[0]; Promise.resolve().then(() => (${expression})).then((result) => done({ result }), (error) => done({ error: String(error) }));`;
      const { result, error } = await run(script);
      if (error) throw new Error(error);
      return result;
    },
    async click(expression) {
      const element = await order('/execute/sync', { script: `return (${expression});`, args: [] });
      await order(`/element/${Object(element)[ELEMENT]}/click`);
    },
    async press(key) {
      const down = CODES[key].map((value) => ({ type: 'keyDown', value }));
      const up = [...CODES[key]].reverse().map((value) => ({ type: 'keyUp', value }));
      await order('/actions', { actions: [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }] });
    },
    async resize(width, height) {
      await order('/window/rect', { x: 0, y: 0, width, height });
    },
    screenshot: async () => Buffer.from(await ask(port, 'GET', `${session}/screenshot`), 'base64'),
    async close() {
      await ask(port, 'DELETE', session).catch(() => undefined);
      await end();
    },
  };
}

async function ask(port: number, method: string, path: string, body?: object) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  const { value } = Object(await answer.json());
  if (!answer.ok) throw new Error(`WebKit: ${Object(value).message || Object(value).error}`);
  return value;
}

async function ready(look: () => Promise<unknown>): Promise<void> {
  for (let left = 100; left > 0; left -= 1) {
    try {
      await look();
      return;
    } catch {
      await once(AbortSignal.timeout(100), 'abort');
    }
  }
  throw new Error('WebKitWebDriver did not start within 10 seconds.');
}

async function firstOf(screen: ChildProcess): Promise<unknown> {
  if (screen.stdout === null) throw new Error('Xvfb has no output.');
  const [chunk] = await once(screen.stdout, 'data', { signal: AbortSignal.timeout(10_000) });
  return chunk;
}

// The group first: its browser needs the screen until it is gone.
async function end(driver: ChildProcess, screen: ChildProcess): Promise<void> {
  for (const [child, id] of [
    [driver, driver === screen ? undefined : driver.pid && -driver.pid],
    [screen, screen.pid],
  ] as const) {
    if (id === undefined || child.exitCode !== null || child.signalCode !== null) continue;
    const gone = once(child, 'exit');
    process.kill(id, 'SIGTERM');
    await Promise.race([gone, once(AbortSignal.timeout(5_000), 'abort')]);
    if (child.exitCode === null && child.signalCode === null) process.kill(id, 'SIGKILL');
  }
}
