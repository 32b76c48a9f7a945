import { execFileSync } from 'node:child_process';
import { installFromDebian } from './debian.js';

export const FONT_PACKAGES: readonly string[] = ['fonts-noto-core', 'fonts-noto-cjk'];

/** Installs fonts for Japanese and Arabic if they are missing. Warns if that fails. */
export function installFonts(): void {
  if (hasAllFonts()) return;
  installFromDebian(...FONT_PACKAGES);
  if (hasAllFonts()) return;
  console.warn(
    `There are no Noto fonts for Japanese and Arabic (Debian: apt-get install ${FONT_PACKAGES.join(' ')}): pictures in these languages show other letters, or boxes.`,
  );
}

function hasAllFonts(): boolean {
  return hasFont('Noto Sans Arabic') && hasFont('Noto Sans CJK JP');
}

// Without fontconfig, the fonts are unknown. macOS and Windows have fonts for both languages.
function hasFont(family: string): boolean {
  try {
    return execFileSync('fc-list', [family, 'family'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() !== '';
  } catch {
    return process.platform !== 'linux';
  }
}
