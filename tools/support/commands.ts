import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { promisify } from 'node:util';

const ROOT = new URL('../..', import.meta.url);
const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Runs an npm script to its end. Returns its standard output. */
export async function runToEnd(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const options = { cwd: ROOT, timeout: 60_000, env: { ...process.env, ...env } };
  const { stdout } = await promisify(execFile)(NPM, ['run', '-s', script, '--', ...args], options);
  return stdout;
}

/** A running npm script: the match of `ready`, its output so far, and a function that stops it. */
export type Running = { readonly ready: string; output(): string; stop(): Promise<void> };

/** Starts an npm script in its own process group, and waits until its output matches `ready`. */
export async function startCommand(script: string, args: readonly string[], ready: RegExp, env: NodeJS.ProcessEnv = {}): Promise<Running> {
  const child = spawn(NPM, ['run', '-s', script, '--', ...args], {
    cwd: ROOT,
    detached: true,
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) await end(child);
  };
  const deadline = Date.now() + 45_000;
  for (let found = ready.exec(output); ; found = ready.exec(output)) {
    if (found) return { ready: found[1] ?? found[0], output: () => output, stop };
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`"npm run ${script}" did not get ready:\n${output}`);
    }
    await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), once(child, 'exit'), elapsed(1_000)]);
  }
}

/** Returns a free TCP port. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

async function end(child: ChildProcess): Promise<void> {
  // Waits until the output is closed, because then every process of the group has ended.
  const gone = once(child, 'close');
  // Signals only npm, as a user or a supervisor would. The script must receive the signal from npm.
  if (child.pid !== undefined) process.kill(child.pid, 'SIGTERM');
  const deadline = Date.now() + 10_000;
  await Promise.race([gone, elapsed(10_000)]);
  // A process may still be ending after its output is closed.
  while (child.pid !== undefined && isAlive(-child.pid) && Date.now() < deadline) await elapsed(50);
  if (child.pid !== undefined && isAlive(-child.pid)) {
    process.kill(-child.pid, 'SIGKILL');
    throw new Error('The command left processes behind after SIGTERM.');
  }
}

// Limits the wait for an event. It does not keep the process running.
function elapsed(ms: number): Promise<unknown> {
  return once(AbortSignal.timeout(ms), 'abort');
}

function isAlive(group: number): boolean {
  try {
    return process.kill(group, 0);
  } catch {
    return false;
  }
}
