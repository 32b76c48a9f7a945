import { fileURLToPath } from 'node:url';
import { build, buildSync } from 'esbuild';

/** Bundles a module's text into a script for a page. Imports resolve from `resolveDir`. */
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

/** Bundles a module into a script that assigns the module's exports to `globalThis.inPage`. */
export function bundleInPage(module: URL): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(module)],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'inPage',
    target: 'es2022',
    // In strict code, `eval` creates no global variables.
    footer: { js: 'globalThis.inPage = inPage;' },
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}' },
  });
  return outputFiles.map(({ text }) => text).join('');
}
