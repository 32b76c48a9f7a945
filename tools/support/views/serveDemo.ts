import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { preview } from 'vite';

const ROOT = resolve(import.meta.dirname, '../../..');

/** The built demo, served; `close` ends it. */
export type ServedDemo = { readonly url: string; close(): Promise<void> };

/** Builds the demo, so that its pages open at once, and serves it on the loopback address: on mocks, or before the API at `api`. */
export async function serveDemo({ api = '', token = '' } = {}): Promise<ServedDemo> {
  const outDir = mkdtempSync(join(tmpdir(), 'license-ui-demo-'));
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', outDir, '--logLevel', 'error'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', ALEXANDRIA_API: api },
  });
  const proxied = { target: api, ...(token ? { headers: { authorization: `Bearer ${token}` } } : {}) };
  const proxy = api ? Object.fromEntries(['/admin', '/scim', '/v1', '/healthz'].map((path) => [path, proxied])) : {};
  const server = await preview({ root: ROOT, logLevel: 'error', build: { outDir }, preview: { host: '127.0.0.1', port: 0, proxy } });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The demo has no TCP address.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: async () => {
      await server.close();
      rmSync(outDir, { recursive: true });
    },
  };
}
