import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type { Page } from 'playwright';

const bundles = new Map<string, string>();

/**
 * Calls an exported function of a module in the page. Arguments and result are JSON. The module is bundled, so that it can be
 * written and type-checked like any other.
 *
 * @param module The module's URL: `new URL('./thing.ts', import.meta.url)`.
 */
export async function callInPage<A extends readonly unknown[], R>(
  page: Page,
  module: URL,
  { name }: (...args: A) => R | Promise<R>,
  ...args: A
): Promise<R> {
  const path = fileURLToPath(module);
  const code = bundles.get(path) ?? bundle(path);
  bundles.set(path, code);
  return page.evaluate(`(() => { ${code}\nreturn called[${JSON.stringify(name)}](...${JSON.stringify(args)}); })()`);
}

function bundle(path: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'called',
    target: 'es2022',
  });
  return outputFiles.map(({ text }) => text).join('');
}
