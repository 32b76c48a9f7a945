import { execFileSync } from 'node:child_process';
import { installFromDebian } from './debian.js';

export const FONT_PACKAGES: readonly string[] = ['fonts-noto-core', 'fonts-noto-cjk'];

/** Installs what Japanese and Arabic are written with, where it is missing; says so where that fails. */
export function installFonts(): void {
  if (canWriteAll()) return;
  installFromDebian(...FONT_PACKAGES);
  if (canWriteAll()) return;
  console.warn(
    `There are no Noto fonts for Japanese and Arabic (Debian: apt-get install ${FONT_PACKAGES.join(' ')}): pictures in these languages come out in other letters, or in boxes.`,
  );
}

function canWriteAll(): boolean {
  return canWrite('Noto Sans Arabic') && canWrite('Noto Sans CJK JP');
}

// Without fontconfig there is no telling; macOS and Windows have fonts for both.
function canWrite(family: string): boolean {
  try {
    return execFileSync('fc-list', [family, 'family'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() !== '';
  } catch {
    return process.platform !== 'linux';
  }
}
