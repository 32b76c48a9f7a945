import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from './commands.js';
import type { Driver } from './Driver.js';
import { findMiniBrowser } from './engines.js';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const CODES = { Tab: ['\ue004'], 'Control+C': ['\ue009', 'c'], 'Control+V': ['\ue009', 'v'] } as const;
const SCRIPT_MS = 300_000;

/** Starts WebKit on a virtual screen. Drives it with plain WebDriver commands, its only interface. */
export async function driveWebKit(): Promise<Driver> {
  const started: ChildProcess[] = [];
  const killAll = () => {
    for (const child of started) killGroup(child, 'SIGKILL');
  };
  const end = async () => {
    process.off('exit', killAll);
    // Stops the driver before the screen, because the browser needs the screen until it ends.
    for (const child of started.toReversed()) await stop(child);
  };
  process.once('exit', killAll);
  try {
    const screen = start('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1400x24', '-nolisten', 'tcp']);
    started.push(screen);
    const display = `:${String(await firstOf(screen)).trim()}`;
    const port = await freePort();
    started.push(start('WebKitWebDriver', [`--port=${port}`], { DISPLAY: display }));
    await ready(() => ask(port, 'GET', '/status'));
    const { sessionId, capabilities } = await ask(port, 'POST', '/session', {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ['--automation'] },
          timeouts: { script: SCRIPT_MS },
        },
      },
    });
    return inSession(port, `/session/${sessionId}`, `WebKit ${capabilities.browserVersion}`, end);
  } catch (error) {
    await end();
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

// A new process group also contains the processes that the command starts.
function start(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, ...env }, detached: true });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  killGroup(child, 'SIGTERM');
  await Promise.race([gone, once(AbortSignal.timeout(5_000), 'abort')]);
  killGroup(child, 'SIGKILL');
}

function killGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has already ended.
  }
}
