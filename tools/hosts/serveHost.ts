import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { createInterface } from 'node:readline';
import { HttpResponse, http } from 'msw';
import { handlers } from '../../mocks/handlers.js';
import { serveAlexandria } from '../../mocks/serveAlexandria.js';
import { mintSessionToken } from '../../mocks/sessionTokens.js';
import type { Apis, Host } from './Host.js';
import type { InstalledHost } from './installHost.js';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };

/** A running host. */
export type ServedHost = {
  readonly url: string;
  /** Lines that the host's own server has printed, except the first one, which holds its address. */
  readonly printed: readonly string[];
  close(): Promise<void>;
};

/** Serves a built host and the APIs on one origin. */
export async function serveHost({ site }: Host, { folder }: InstalledHost, apis: Apis, mode: string): Promise<ServedHost> {
  const session = { userId: 'ada', isAdmin: true, token: await mintSessionToken('admin') };
  const pages = site === null ? [] : [staticFiles(join(folder, site))];
  const { url, close } = await serveAlexandria(apis.first, {
    handlers: [http.get('*/session', () => HttpResponse.json(session)), ...handlers(apis.second, { baseUrl: '*/america' }), ...pages],
  });
  if (site !== null) return { url, printed: [], close };

  const env = { ...process.env, NODE_ENV: mode, ALEXANDRIA_API: url, SESSION: JSON.stringify(session) };
  const server = spawn(process.execPath, ['dist/server.js'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed: string[] = [];
  createInterface(server.stderr).on('line', (line) => printed.push(line));
  const lines = createInterface(server.stdout);
  const ended = once(server, 'exit').then(() => {
    throw new Error(`The host's server has ended: ${printed.join('\n')}`);
  });
  // If the server ends later, the page shows an error.
  ended.catch(() => undefined);
  const [first] = await Promise.race([once(lines, 'line'), ended]);
  lines.on('line', (line) => printed.push(line));
  return {
    url: `http://127.0.0.1:${JSON.parse(first).port}`,
    printed,
    async close() {
      server.kill();
      if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
      await close();
    },
  };
}

function staticFiles(folder: string) {
  return http.get('*', async ({ request }) => {
    const { pathname } = new URL(request.url);
    const file = pathname === '/' ? '/index.html' : normalize(pathname);
    const type = TYPES[extname(file)];
    if (type === undefined) return undefined;
    const body = await readFile(join(folder, file)).catch(() => null);
    return body === null ? undefined : new HttpResponse(new Uint8Array(body), { headers: { 'content-type': type } });
  });
}
