import { fileURLToPath } from 'node:url';
import { build, buildSync } from 'esbuild';

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

/** A script that makes what a module exports `inPage`, in any page. */
export function bundleInPage(module: URL): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(module)],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'inPage',
    target: 'es2022',
    // What is strict keeps its variables to itself.
    footer: { js: 'globalThis.inPage = inPage;' },
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}' },
  });
  return outputFiles.map(({ text }) => text).join('');
}
