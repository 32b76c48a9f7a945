import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * Bundles a module of the bench, and imports the bundle. Without this, tsx would set the name of each function whenever it is
 * created. Only our code would pay for that.
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
