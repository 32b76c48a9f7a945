import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * Loads a module of the bench with what it imports as a build for production has it: what runs TypeScript as it stands gives each function its
 * name whenever it is made, and only ours would pay for that.
 */
export async function importBuilt<T>(module: string): Promise<T> {
  const outfile = module.replace(/\.ts$/, `.${process.pid}.built.mjs`);
  await build({ entryPoints: [module], bundle: true, format: 'esm', platform: 'node', target: 'node20', outfile, logLevel: 'error' });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile);
  }
}
