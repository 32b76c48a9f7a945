import { build } from 'esbuild';

const define = { 'process.env.NODE_ENV': JSON.stringify(process.env.NODE_ENV) };
const shared = { bundle: true, format: 'esm', target: 'es2022', jsx: 'automatic', minify: process.env.NODE_ENV === 'production', define };
await build({ ...shared, entryPoints: ['src/browser.tsx'], outdir: 'dist/assets', splitting: true });
await build({ ...shared, entryPoints: ['src/server.tsx'], outdir: 'dist', platform: 'node', packages: 'external', splitting: true });
