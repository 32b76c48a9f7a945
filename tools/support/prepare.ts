import { existsSync } from 'node:fs';
import { findChromium } from './chromium.js';
import { installChromium } from './installChromium.js';
import { FONT_PACKAGES, installFonts } from './installFonts.js';
import { installShells } from './installShells.js';

// Runs before tests and screenshots. Installs Chromium if it is missing. With --fonts, it also installs fonts for Japanese and Arabic.
// With --shells, it also installs what the tests of the renewal's commands need.

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
if (process.argv.includes('--fonts')) installFonts();
if (process.argv.includes('--shells')) installShells();
