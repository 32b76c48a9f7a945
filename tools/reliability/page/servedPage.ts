import { QueryClient } from '@tanstack/react-query';
import { build } from 'esbuild';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { createLicenseClient } from '../../../src/client.js';
import { ReliabilityPage } from './ReliabilityPage.js';

/** Builds the documents and scripts of these tests' own pages, by path. */
export async function servedPages(): Promise<ReadonlyMap<string, string>> {
  const [development, production, styles] = await Promise.all([bundle('development'), bundle('production'), bundleStyles()]);
  const document = (script: string, roots: string) =>
    `<!doctype html><meta charset="utf-8"><title>Reliability</title><link rel="stylesheet" href="/page.css">${roots}<script src="${script}"></script>`;
  const start = (id: string, name = 'licensePage') => `;globalThis.${name} = Reliability.startPage('${id}');`;
  const client = createLicenseClient({ baseUrl: '', scope: 'ada', storage: null });
  const rendered = renderToString(createElement(ReliabilityPage, { client, queries: new QueryClient() }));
  return new Map([
    ['/page.css', styles],
    ['/page.js', development + start('root')],
    ['/production.js', production + start('root')],
    [
      '/other.js',
      development.replaceAll('Reliability', 'OtherReliability') + start('other', 'otherPage').replace('Reliability', 'OtherReliability'),
    ],
    ['/page.html', document('/page.js', '<div id="root"></div>')],
    ['/production.html', document('/production.js', '<div id="root"></div>')],
    ['/rendered.html', document('/page.js', `<div id="root">${rendered}</div>`)],
    ['/copies.html', document('/page.js', '<div id="root"></div><div id="other"></div><script defer src="/other.js"></script>')],
  ]);
}

async function bundle(mode: 'development' | 'production'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${import.meta.dirname}/startPage.tsx`],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'Reliability',
    target: 'es2022',
    jsx: 'automatic',
    jsxDev: false,
    minify: mode === 'production',
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
    logLevel: 'error',
  });
  return outputFiles.map(({ text }) => text).join('');
}

async function bundleStyles(): Promise<string> {
  const { outputFiles } = await build({ entryPoints: ['src/styles/styles.css'], bundle: true, write: false, logLevel: 'error' });
  return outputFiles.map(({ text }) => text).join('');
}
