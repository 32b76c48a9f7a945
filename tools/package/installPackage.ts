import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const NAME = '@alexandria-ee/license-ui';
// Type packages that a host app with React also has.
const HOST_TYPES = ['@types/react', '@types/react-dom'];

/** The fields of a package.json that the checks read. */
type Manifest = {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly sideEffects?: unknown;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
};

/** The package in a host app: unpacked in a project that contains only the declared dependencies and peers. */
export type InstalledPackage = {
  /** The host's folder. */
  readonly host: string;
  /** The package's folder in the host. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** Paths of the package's files, with forward slashes. */
  readonly files: readonly string[];
  read(file: string): string;
  size(file: string): number;
};

/** Builds and packs the project into a new temporary folder. Returns the tarball's path. */
export function packProject(): string {
  return pack(ROOT, mkdtempSync(join(tmpdir(), 'license-ui-')));
}

/** Packs an installed package again, after a change in it. */
export function packAgain({ host, folder }: InstalledPackage): string {
  return pack(folder, host, '--ignore-scripts');
}

function pack(folder: string, into: string, ...options: readonly string[]): string {
  const printed = execFileSync(NPM, ['pack', '--json', '--silent', '--pack-destination', into, ...options], {
    cwd: folder,
    encoding: 'utf8',
    stdio: 'pipe',
  });
  // The output of `prepack` comes first.
  const [{ filename }] = JSON.parse(printed.slice(printed.indexOf('[\n')));
  return join(into, filename);
}

/** Unpacks a tarball into a new host beside it. */
export function installPackage(tarball: string): InstalledPackage {
  const host = mkdtempSync(join(dirname(tarball), 'host-'));
  const folder = join(host, 'node_modules', NAME);
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', folder]);
  writeFileSync(join(host, 'package.json'), JSON.stringify({ name: 'host', private: true, type: 'module' }));
  const { manifest } = readPackage(host);
  for (const name of [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies), ...HOST_TYPES]) {
    mkdirSync(dirname(join(host, 'node_modules', name)), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), join(host, 'node_modules', name), 'junction');
  }
  return readPackage(host);
}

/** Copies the host and its package, so that the copy can be changed. */
export function copyPackage({ host }: InstalledPackage): InstalledPackage {
  const copy = mkdtempSync(join(dirname(host), 'copy-'));
  cpSync(host, copy, { recursive: true, verbatimSymlinks: true });
  return readPackage(copy);
}

/** Reads the package in a host from disk. */
export function readPackage(host: string): InstalledPackage {
  const folder = join(host, 'node_modules', NAME);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  const read = (file: string) => (existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : '');
  return { host, folder, files, manifest: JSON.parse(read('package.json')), read, size: (file) => statSync(join(folder, file)).size };
}

/** Removes the tarball of {@link packProject}, and every host beside it. */
export function removePackage(tarball: string): void {
  rmSync(dirname(tarball), { recursive: true, force: true });
}
