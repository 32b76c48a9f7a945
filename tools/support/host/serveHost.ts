import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { build } from 'esbuild';
import { HttpResponse, http } from 'msw';
import { serveAlexandria } from '../../../mocks/serveAlexandria.js';
import { type Alexandria, startAlexandria } from '../../../mocks/startAlexandria.js';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
const PAGE = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
<title>Dashboard</title><link rel="stylesheet" href="/host.css"><div id="root"></div><script type="module" src="/host.js"></script></html>`;

/** Returns a response that replaces the mock's own; `undefined` keeps the mock's own. */
type Answer = (request: Request) => Response | undefined;

/** A built page and the mock API on one origin, over real HTTP. */
export type HostServer = {
  readonly url: string;
  readonly alexandria: Alexandria;
  /** Lines of the API's log. */
  readonly log: readonly string[];
  setAnswer(answer: Answer): void;
  close(): Promise<void>;
};

/** Builds the dashboard of `host.tsx` into a new folder. */
export async function buildHost(mode: 'development' | 'production'): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'license-ui-host-'));
  await build({
    entryPoints: [join(import.meta.dirname, 'host.tsx')],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    minify: mode === 'production',
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
    logLevel: 'error',
  });
  writeFileSync(join(folder, 'index.html'), PAGE);
  return folder;
}

/**
 * Serves a built page and the mock API. `close` also removes the folder.
 *
 * @param headers Sent with every file, such as a content security policy.
 */
export async function serveHost(folder: string, headers: Readonly<Record<string, string>> = {}): Promise<HostServer> {
  const log: string[] = [];
  const alexandria = await startAlexandria({ log: (line) => log.push(line) });
  let answer: Answer = () => undefined;
  const given = http.all('*/*', ({ request }) => answer(request.clone()));
  const file = http.get('*/*', ({ request }) => {
    const { pathname } = new URL(request.url);
    if (/^\/(admin|v1|scim|healthz)/.test(pathname)) return undefined;
    const path = join(folder, normalize(pathname === '/' ? '/index.html' : pathname));
    if (!existsSync(path)) return new HttpResponse(null, { status: 404 });
    const type = { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' };
    return new HttpResponse(readFileSync(path), { headers: { ...type, ...headers } });
  });
  const { url, close } = await serveAlexandria(alexandria, { handlers: [given, file] });
  return {
    url,
    alexandria,
    log,
    setAnswer(next) {
      answer = next;
    },
    async close() {
      await close();
      rmSync(folder, { recursive: true });
    },
  };
}
