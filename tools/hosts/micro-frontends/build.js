import { cpSync } from 'node:fs';
import { build } from 'esbuild';

// Builds each part separately, as separate teams would. Each has its own React, TanStack Query and copy of the package.
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
