import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findChromium } from './chromium.js';
import { installFromDebian } from './debian.js';
import { installChromium } from './installChromium.js';
import { FONT_PACKAGES, installFonts } from './installFonts.js';

// Runs before tests and screenshots. Installs Chromium if it is missing, and with --fonts also fonts for Japanese and Arabic.

// Tests run the commands of the renewal with the real kubectl.
const KUBECTL_PACKAGE = 'kubernetes-client';

installChromium('fonts-dejavu-core', ...FONT_PACKAGES);
const found = findChromium();
if (found === null || !existsSync(found)) {
  console.error(
    found === null
      ? 'The tests need a Chromium. Install one (Debian: apt-get install chromium), or set CHROMIUM to its path.'
      : `CHROMIUM is ${found}, but there is no such file.`,
  );
  process.exit(1);
}
// Standard output belongs to the next command, which may print JSON.
console.error(`Chromium: ${found}`);
const hasKubectl = (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'kubectl')));
if (!hasKubectl && !installFromDebian(KUBECTL_PACKAGE)) {
  console.warn('There is no kubectl (Debian: apt-get install kubernetes-client): the tests that need it are skipped.');
}
if (process.argv.includes('--fonts')) installFonts();
