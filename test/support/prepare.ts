import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { findChromium } from './chromium.js';
import { installFromDebian, run } from './debian.js';

// Runs before the tests and the pictures: makes sure that there is a Chromium, and with --fonts that there is something to write
// Japanese and Arabic with.

// The commands of the renewal are run by the real kubectl.
const KUBECTL_PACKAGE = 'kubernetes-client';
const FONT_PACKAGES = ['fonts-noto-core', 'fonts-noto-cjk'];
const DEBIAN_PACKAGES = ['chromium', 'fonts-dejavu-core', ...FONT_PACKAGES];

// Without fontconfig there is no telling; macOS and Windows have fonts for both.
function canWrite(family: string): boolean {
  try {
    return execFileSync('fc-list', [family, 'family'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() !== '';
  } catch {
    return process.platform !== 'linux';
  }
}

function installFromPlaywright(): boolean {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js');
  return run(process.execPath, cli, 'install', 'chromium');
}

if (findChromium() === null) {
  installFromDebian(...DEBIAN_PACKAGES) || installFromPlaywright();
}
const found = findChromium();
if (found === null || !existsSync(found)) {
  console.error(
    found === null
      ? 'The tests need a Chromium. Install one (Debian: apt-get install chromium), or set CHROMIUM to its path.'
      : `CHROMIUM names ${found}, and there is no such file.`,
  );
  process.exit(1);
}
console.log(`Chromium: ${found}`);
const hasKubectl = (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'kubectl')));
if (!hasKubectl && !installFromDebian(KUBECTL_PACKAGE)) {
  console.warn('There is no kubectl (Debian: apt-get install kubernetes-client): the tests that need it are skipped.');
}
const canWriteAll = () => canWrite('Noto Sans Arabic') && canWrite('Noto Sans CJK JP');
if (process.argv.includes('--fonts') && !canWriteAll()) {
  installFromDebian(...FONT_PACKAGES);
  if (!canWriteAll()) {
    console.warn(
      `There are no Noto fonts for Japanese and Arabic (Debian: apt-get install ${FONT_PACKAGES.join(' ')}): pictures in these languages come out in other letters, or in boxes.`,
    );
  }
}
