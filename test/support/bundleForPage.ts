import { build } from 'esbuild';

/** A script for a page, from a module's text; what it imports is resolved from `resolveDir`. */
export async function bundleForPage(contents: string, resolveDir: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
  });
  return outputFiles.map(({ text }) => text).join('');
}
