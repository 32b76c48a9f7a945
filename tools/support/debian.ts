import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Runs a command to its end, and shows its output. Returns true if it succeeds. */
export function run(command: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    return true;
  } catch {
    return false;
  }
}

/** Installs Debian packages. Returns false without apt or root, or if the installation fails. */
export function installFromDebian(...packages: readonly string[]): boolean {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return false;
  console.log(`Installing ${packages.join(', ')} from Debian …`);
  run('apt-get', '-qq', 'update');
  return run('apt-get', '-qq', '-y', '--no-install-recommends', 'install', ...packages);
}
