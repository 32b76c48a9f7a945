import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findChromium } from './chromium.js';
import { installFromDebian } from './debian.js';
import { installChromium } from './installChromium.js';
import { FONT_PACKAGES, installFonts } from './installFonts.js';

// Runs before the tests and the pictures: makes sure that there is a Chromium, and with --fonts that there is something to write
// Japanese and Arabic with.

// The commands of the renewal are run by the real kubectl.
const KUBECTL_PACKAGE = 'kubernetes-client';

installChromium('fonts-dejavu-core', ...FONT_PACKAGES);
const found = findChromium();
if (found === null || !existsSync(found)) {
  console.error(
    found === null
      ? 'The tests need a Chromium. Install one (Debian: apt-get install chromium), or set CHROMIUM to its path.'
      : `CHROMIUM names ${found}, and there is no such file.`,
  );
  process.exit(1);
}
// Standard output belongs to the command that comes after it: JSON, where that is asked for.
console.error(`Chromium: ${found}`);
const hasKubectl = (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'kubectl')));
if (!hasKubectl && !installFromDebian(KUBECTL_PACKAGE)) {
  console.warn('There is no kubectl (Debian: apt-get install kubernetes-client): the tests that need it are skipped.');
}
if (process.argv.includes('--fonts')) installFonts();
