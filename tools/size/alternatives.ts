import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'esbuild';
import { promisify } from 'node:util';

const run = promisify(execFile);
const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const ROOT = resolve(import.meta.dirname, '../..');

// Packages that only this comparison needs. It installs them once, into a folder in node_modules.
const PINS = { antd: '6.6.8', zod: '4.6.7', 'date-fns': '4.4.0', sonner: '2.0.8' };
const INSTALL_TIMEOUT_MS = 300_000;

const component = (library: string) => `export * from './tools/size/alternatives/${library}.tsx';`;
const HOST_PACKAGES = ['@mui/material', 'axios', 'zod', 'date-fns'];

/** Code that a team would use instead of our package. */
export type Alternative = {
  readonly name: string;
  readonly code: string;
  /** Whether it needs the packages in `PINS`. */
  readonly isInstalled?: true;
  /** Packages that the host app already has, besides the peers. */
  readonly external?: readonly string[];
  /** The name of the budget with the same purpose. */
  readonly against: string;
  /** The factor by which it must be larger than ours. */
  readonly goal?: number;
};

export const ALTERNATIVES: readonly Alternative[] = [
  { name: 'by hand: axios, zod, date-fns, MUI', code: component('mui'), isInstalled: true, against: 'first load', goal: 15 },
  { name: 'by hand: axios, zod, date-fns, Ant Design', code: component('antd'), isInstalled: true, against: 'first load' },
  {
    name: 'by hand, in a host that has axios, zod, date-fns, MUI',
    code: component('mui'),
    external: HOST_PACKAGES,
    against: 'first load',
  },
  { name: 'jose alone: jwtVerify, importJWK', code: "export { jwtVerify, importJWK } from 'jose';", against: './verifier, with jose' },
  { name: 'ky alone', code: "export { default } from 'ky2';", against: 'watchKy alone' },
  { name: 'axios alone', code: "export { default } from 'axios';", against: 'observeAxios alone' },
  { name: 'sonner alone: Toaster, toast', code: "export { Toaster, toast } from 'sonner';", isInstalled: true, against: 'first load' },
];

/** Installs `PINS` if they are missing. Returns an esbuild plugin that resolves them. */
export async function installAlternatives(): Promise<Plugin> {
  const manifest = JSON.stringify({ private: true, dependencies: PINS });
  const folder = join(ROOT, 'node_modules/.cache/license-ui-size', createHash('sha256').update(manifest).digest('hex').slice(0, 16));
  const done = join(folder, 'installed');
  if (!existsSync(done)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), manifest);
    // No package script runs. The peers come from the project, and are external.
    const options = [
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--prefer-offline',
      '--legacy-peer-deps',
      '--fetch-retries=1',
      '--loglevel=error',
    ];
    await run(NPM, ['install', ...options], { cwd: folder, timeout: INSTALL_TIMEOUT_MS });
    writeFileSync(done, '');
  }
  return {
    name: 'packages for the size comparison',
    setup: ({ onResolve, resolve: resolveFrom }) =>
      onResolve({ filter: new RegExp(`^(${Object.keys(PINS).join('|')})$`) }, ({ path, kind, resolveDir }) =>
        resolveDir === folder || resolveDir.startsWith(join(folder, 'node_modules'))
          ? null
          : resolveFrom(path, { kind, resolveDir: folder }),
      ),
  };
}
