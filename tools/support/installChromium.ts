import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findChromium } from './chromium.js';
import { installFromDebian, run } from './debian.js';

/** Installs Chromium if it is missing: Debian's headless shell, else Debian's Chromium, else Playwright's. */
export function installChromium(...more: readonly string[]): void {
  if (findChromium() !== null) return;
  installFromDebian('chromium-headless-shell', ...more) || installFromDebian('chromium', ...more) || installFromPlaywright();
}

function installFromPlaywright(): boolean {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js');
  return run(process.execPath, cli, 'install', 'chromium');
}
