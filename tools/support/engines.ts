import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findChromium } from './chromium.js';
import { installFromDebian } from './debian.js';
import { installChromium } from './installChromium.js';

/** A browser engine in which pages are tested. */
export type Engine = 'Chromium' | 'Firefox' | 'WebKit';

/** The Debian packages of an engine, whether it is installed, and how to install it. */
export type EngineSource = { readonly packages: readonly string[]; readonly isHere: () => boolean; readonly install: () => void };

const FIREFOX = ['firefox-esr'];
const WEBKIT = ['webkit2gtk-driver', 'xvfb'];

/** Every engine. Firefox and WebKit come from Debian. WebKit needs a virtual screen. */
export const engines: Readonly<Record<Engine, EngineSource>> = {
  Chromium: { packages: ['chromium'], isHere: () => findChromium() !== null, install: () => installChromium() },
  Firefox: { packages: FIREFOX, isHere: () => findFirefox() !== null, install: () => installFromDebian(...FIREFOX) },
  WebKit: {
    packages: WEBKIT,
    isHere: () => onPath('WebKitWebDriver') !== null && onPath('Xvfb') !== null && findMiniBrowser() !== null,
    install: () => installFromDebian(...WEBKIT),
  },
};

export const ENGINES = ['Chromium', 'Firefox', 'WebKit'] as const satisfies readonly Engine[];

/** Returns the installed engines. */
export function enginesHere(): readonly Engine[] {
  return ENGINES.filter((engine) => engines[engine].isHere());
}

/** Returns the path of Firefox; `null` if there is none. */
export function findFirefox(): string | null {
  return onPath('firefox-esr') ?? onPath('firefox');
}

/** Returns the path of WebKitGTK's own browser; `null` if there is none. */
export function findMiniBrowser(): string | null {
  const folders = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec', '/usr/lib'];
  const paths = folders.flatMap((folder) => ['4.1', '6.0', '4.0'].map((version) => join(folder, `webkit2gtk-${version}`, 'MiniBrowser')));
  return paths.find((path) => existsSync(path)) ?? null;
}

function onPath(name: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}
