import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findChromium } from './chromium.js';
import { installFromDebian, run } from './debian.js';

/** Installs a Chromium where none is found: Debian's, its headless shell before the whole, else Playwright's own. */
export function installChromium(...more: readonly string[]): void {
  if (findChromium() !== null) return;
  installFromDebian('chromium-headless-shell', ...more) || installFromDebian('chromium', ...more) || installFromPlaywright();
}

function installFromPlaywright(): boolean {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js');
  return run(process.execPath, cli, 'install', 'chromium');
}
