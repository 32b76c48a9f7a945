import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Host } from './Host.js';

const NAME = '@alexandria-ee/license-ui';
const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const run = promisify(execFile);

/** A host in its own folder beside the tarball, with its packages installed from the registry. */
export type InstalledHost = { readonly folder: string; readonly versions: string };

/** Copies a host, and installs its dependencies and the tarball. */
export async function installHost({ name, versions, sources = name, pins = {} }: Host, tarball: string): Promise<InstalledHost> {
  const folder = join(dirname(tarball), name);
  cpSync(join(import.meta.dirname, sources), folder, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  Object.assign(manifest.dependencies, pins, { [NAME]: `file:${tarball}` });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  // `--ignore-scripts`: no package script runs. `--strict-peer-deps`: fails if our peer dependencies cannot be met.
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--strict-peer-deps', '--loglevel=error'];
  await run(NPM, ['install', ...options], { cwd: folder });
  return { folder, versions: versions.map((each) => `${shortName(each)} ${versionOf(folder, each)}`).join(', ') };
}

/** Checks that the installed package is the tarball, and that its entry has "use client". Returns the problem or `null`. */
export function wrongSource({ folder }: InstalledHost, tarball: string): string | null {
  const lock = JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8'));
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  if (lock.packages[`node_modules/${NAME}`]?.integrity !== integrity) return 'it is not the tarball';
  if (lstatSync(packageFolder(folder)).isSymbolicLink()) return 'it is a link';
  const entry = readFileSync(join(packageFolder(folder), 'dist/src/index.js'), 'utf8');
  return /^(\/\*[\s\S]*?\*\/\s*)?['"]use client['"]/.test(entry) ? null : 'its entry has lost "use client"';
}

/** Runs an npm script of the host, such as its build. Returns the output if it fails, else `null`. */
export async function runScript({ folder }: InstalledHost, script: string, mode: 'development' | 'production'): Promise<string | null> {
  try {
    await run(NPM, ['run', '-s', script], { cwd: folder, env: { ...process.env, NODE_ENV: mode } });
    return null;
  } catch (error) {
    const { stdout, stderr } = Object(error);
    return `${stdout}${stderr}`.trim() || String(error);
  }
}

/** Replaces the package with an empty one, to build the same dashboard without it. */
export function leaveOut({ folder }: InstalledHost, { without = {} }: Host): void {
  rmSync(packageFolder(folder), { recursive: true });
  cpSync(join(import.meta.dirname, 'nothing'), packageFolder(folder), { recursive: true });
  for (const [file, text] of Object.entries(without)) writeFileSync(join(folder, file), text);
}

function packageFolder(folder: string): string {
  return join(folder, 'node_modules', NAME);
}

function versionOf(folder: string, name: string): string {
  return JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version;
}

function shortName(name: string): string {
  return name === '@tanstack/react-query' ? 'query' : name;
}
