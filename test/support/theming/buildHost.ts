import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { compile } from 'tailwindcss';
import { codeBlocks } from '../docs/codeBlocks.js';

const HERE = import.meta.dirname;
const STYLES = resolve('src/styles');

/** Maps each example app to a text that identifies its mapping in docs/theming.md. */
const HOSTS = { shadcn: '--alx-surface: var(--card)', mui: '--alx-surface: var(--mui-' } as const;
export type HostName = keyof typeof HOSTS;

/** Builds the page of an example app with its real stylesheets and the mapping from docs/theming.md. Returns a new folder. */
export async function buildHost(name: HostName): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'license-ui-theming-'));
  const mapping = codeBlocks('docs/theming.md').find(({ code }) => code.includes(HOSTS[name]))?.code;
  if (mapping === undefined) throw new Error(`docs/theming.md has no mapping for ${name}.`);
  const source = `${readFileSync(join(HERE, `${name}.css`), 'utf8')}\n${mapping}\n`;
  writeFileSync(join(folder, 'page.css'), name === 'shadcn' ? await tailwind(source) : await bundle(source));
  await build({
    entryPoints: [join(HERE, `${name}.tsx`)],
    outfile: join(folder, 'page.js'),
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    tsconfig: 'tsconfig.json',
    define: { 'process.env.NODE_ENV': '"development"' },
    logLevel: 'error',
  });
  const head = '<meta charset="utf-8"><title>Settings</title><link rel="icon" href="data:,"><link rel="stylesheet" href="page.css">';
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><head>${head}</head><body><div id="root"></div><script type="module" src="page.js"></script></body></html>`,
  );
  return folder;
}

async function tailwind(source: string): Promise<string> {
  const { build: write } = await compile(source, {
    base: HERE,
    loadStylesheet: async (id, base) => {
      const path = id === 'tailwindcss' ? resolve('node_modules/tailwindcss/index.css') : join(STYLES, 'styles.layer.css');
      return { path, base, content: id === 'tailwindcss' ? readFileSync(path, 'utf8') : await bundle(readFileSync(path, 'utf8')) };
    },
  });
  const page = readFileSync(join(HERE, 'shadcn.tsx'), 'utf8');
  return write([...page.matchAll(/className="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')));
}

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, loader: 'css', resolveDir: STYLES },
    alias: { '@alexandria-ee/license-ui/styles.css': join(STYLES, 'styles.css') },
    bundle: true,
    write: false,
  });
  return outputFiles.map(({ text }) => text).join('');
}
