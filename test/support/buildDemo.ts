import { rmSync } from 'node:fs';
import { buildDemo, DEMO_BUILDS } from '../../tools/support/views/serveDemo.js';

/** Builds the demo once per run in two versions: with mocks, and for an API. `serveDemo` finds both through `DEMO_BUILDS`. */
export async function setup(): Promise<() => void> {
  const builds = await Promise.all([buildDemo('mocks'), buildDemo('api')]);
  process.env[DEMO_BUILDS] = builds.join(',');
  return () => {
    for (const folder of builds) rmSync(folder, { recursive: true, force: true });
  };
}
