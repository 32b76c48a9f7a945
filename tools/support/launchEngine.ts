import { driveChromium } from './driveChromium.js';
import { driveFirefox } from './driveFirefox.js';
import type { Driver } from './Driver.js';
import { driveWebKit } from './driveWebKit.js';
import type { Engine } from './engines.js';

const LAUNCH: Readonly<Record<Engine, () => Promise<Driver>>> = {
  Chromium: driveChromium,
  Firefox: driveFirefox,
  WebKit: driveWebKit,
};

/** Starts a browser with one page. The caller must close it. */
export function launchEngine(engine: Engine): Promise<Driver> {
  return LAUNCH[engine]();
}
