import { cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';

const mode = process.env.NODE_ENV;
const options = {
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  minify: mode === 'production',
  define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
};

// The modules in the page's import map. React is CommonJS, so its export names must be listed.
const SHARED = { react: 'react', 'react-dom-client': 'react-dom/client', 'react-jsx': 'react/jsx-runtime', query: '@tanstack/react-query' };
const require = createRequire(import.meta.url);
const listExports = {
  name: 'list-exports',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^shared:/ }, ({ path }) => ({ path: path.slice('shared:'.length), namespace: 'shared' }));
    onLoad({ filter: /./, namespace: 'shared' }, ({ path }) => ({
      contents: `export { ${Object.keys(require(path)).join(', ')} } from '${path}';`,
      resolveDir: import.meta.dirname,
    }));
  },
};
await build({
  ...options,
  entryPoints: Object.entries(SHARED).map(([out, name]) => ({ in: `shared:${name}`, out })),
  chunkNames: 'shared-[hash]',
  plugins: [listExports],
});

// Builds each part separately, with its own copy of the package.
for (const part of ['shell', 'audit']) {
  await build({
    ...options,
    entryPoints: [`src/${part}/${part}.tsx`],
    chunkNames: `${part}-[hash]`,
    external: Object.values(SHARED),
  });
}
cpSync('public', 'dist', { recursive: true });
