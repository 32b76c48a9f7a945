import { cpSync } from 'node:fs';
import { build } from 'esbuild';

// Each part is built by itself, as by a team of its own: with a React, a TanStack Query and a copy of the package of its own.
for (const part of ['shell', 'audit']) {
  await build({
    entryPoints: [`src/${part}/${part}.tsx`],
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    chunkNames: `${part}-[hash]`,
    minify: process.env.NODE_ENV === 'production',
    define: { 'process.env.NODE_ENV': JSON.stringify(process.env.NODE_ENV) },
  });
}
cpSync('public', 'dist', { recursive: true });
