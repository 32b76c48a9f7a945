import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { HttpResponse, http } from 'msw';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Returns the content type for a path. */
export const typeOf = (path: string) => TYPES[extname(path)] ?? 'application/octet-stream';

/** Builds the dashboard for a real API, without mocks. Returns the folder, which the caller must remove. */
export function buildDashboard(): string {
  const files = mkdtempSync(join(tmpdir(), 'license-ui-'));
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--outDir', files, '--emptyOutDir', '--logLevel', 'error'], {
    env: { ...process.env, ALEXANDRIA_API: 'http://127.0.0.1', NODE_ENV: 'production' },
    stdio: 'inherit',
  });
  return files;
}

/** Serves every path outside the API from a folder. */
export function serveDashboardFiles(files: string) {
  return http.get('*/*', ({ request }) => {
    const { pathname } = new URL(request.url);
    if (/^\/(admin|v1|scim|healthz|login)/.test(pathname)) return undefined;
    const path = join(files, normalize(pathname === '/' ? '/index.html' : pathname));
    return new HttpResponse(readFileSync(path), { headers: { 'content-type': typeOf(path) } });
  });
}
