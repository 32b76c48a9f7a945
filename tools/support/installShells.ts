import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installFromDebian, run } from './debian.js';

/** The programs that the tests of the renewal's commands need, with their Debian packages. */
const PACKAGES: Readonly<Record<string, string>> = { kubectl: 'kubernetes-client', busybox: 'busybox', zsh: 'zsh' };

const UNPACKED = join(import.meta.dirname, '../../node_modules/.cache/podman');
const GENERATOR = 'usr/libexec/podman/quadlet';

/** Installs the shells, kubectl and Quadlet for the tests of the renewal's commands. Warns if that fails. */
export function installShells(): void {
  const missing = Object.entries(PACKAGES).filter(([program]) => !isInstalled(program));
  if (missing.length > 0) installFromDebian(...missing.map(([, name]) => name));
  if (findQuadlet() === null) unpackQuadlet();
  const absent = missing.map(([program]) => program).filter((program) => !isInstalled(program));
  if (findQuadlet() === null) absent.push('Quadlet (Podman 4.4 or later)');
  if (absent.length > 0) console.warn(`Not installed: ${absent.join(', ')}. The tests that need them are skipped.`);
}

/** Returns the path of Quadlet, Podman's generator of systemd services. Returns null if it is missing. */
export function findQuadlet(): string | null {
  return [`/${GENERATOR}`, '/usr/lib/podman/quadlet', join(UNPACKED, GENERATOR)].find((path) => existsSync(path)) ?? null;
}

function isInstalled(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

// The Podman of Debian 12 has no Quadlet, but runs the one of Debian 13. Unpacking it leaves the machine's packages unchanged.
function unpackQuadlet(): void {
  if (!existsSync('/usr/bin/apt-get')) return;
  console.log('Unpacking Quadlet from Debian 13 …');
  const lists = join(UNPACKED, 'lists');
  const sources = join(UNPACKED, 'sources.list');
  mkdirSync(join(lists, 'partial'), { recursive: true });
  writeFileSync(sources, 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian trixie main\n');
  const script = `cd "$1" || exit; shift; apt-get "$@" update && apt-get "$@" download podman &&
    dpkg-deb --fsys-tarfile podman_*.deb | tar -x ./${GENERATOR}; rm -rf lists podman_*.deb`;
  const options = [`Dir::Etc::sourcelist=${sources}`, 'Dir::Etc::sourceparts=/dev/null', `Dir::State::lists=${lists}`];
  run('sh', '-c', script, 'sh', UNPACKED, '-qq', ...[...options, 'APT::Sandbox::User=root'].map((option) => `-o${option}`));
}
