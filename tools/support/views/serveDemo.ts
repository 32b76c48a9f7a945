import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { preview } from 'vite';

const ROOT = resolve(import.meta.dirname, '../../..');

export type ServedDemo = { readonly url: string; close(): Promise<void> };

/** The environment variable with the folders of two prebuilt demos, separated by a comma: on mocks, and for an API. */
export const DEMO_BUILDS = 'LICENSE_UI_DEMO_BUILDS';

/** Builds the demo into a new temporary folder. A build for an API only leaves the mocks out: `serveDemo` proxies to the real address. */
export async function buildDemo(kind: 'mocks' | 'api'): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'license-ui-demo-'));
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', outDir, '--logLevel', 'error'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', ALEXANDRIA_API: kind === 'api' ? 'http://127.0.0.1' : '' },
  });
  return outDir;
}

/** Serves the demo on 127.0.0.1, on mocks or with a proxy to `api`. Builds it first, unless `DEMO_BUILDS` is set. */
export async function serveDemo({ api = '', token = '' } = {}): Promise<ServedDemo> {
  const [onMocks, forApi] = process.env[DEMO_BUILDS]?.split(',') ?? [];
  const existing = api ? forApi : onMocks;
  const outDir = existing ?? (await buildDemo(api ? 'api' : 'mocks'));
  const proxied = { target: api, ...(token ? { headers: { authorization: `Bearer ${token}` } } : {}) };
  const proxy = api ? Object.fromEntries(['/admin', '/scim', '/v1', '/healthz'].map((path) => [path, proxied])) : {};
  const server = await preview({ root: ROOT, logLevel: 'error', build: { outDir }, preview: { host: '127.0.0.1', port: 0, proxy } });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The demo has no TCP address.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: async () => {
      await server.close();
      if (existing === undefined) rmSync(outDir, { recursive: true });
    },
  };
}
