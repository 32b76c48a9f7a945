import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

async function bundle(mode: 'development' | 'production'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/index.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    outdir: 'out',
    splitting: true,
    external: ['react', 'react-dom', '@tanstack/react-query'],
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
  });
  return outputFiles.map(({ text }) => text).join('\n');
}

const DEVELOPMENT_WARNINGS = [
  'There is no LicenseProvider',
  'The stylesheet is missing',
  'must include the path prefix',
  'Two LicenseProviders',
];

describe('development warnings', () => {
  it('are part of a development bundle, but not of a production bundle', async () => {
    const [development, production] = await Promise.all([bundle('development'), bundle('production')]);
    for (const words of DEVELOPMENT_WARNINGS) {
      expect(development).toContain(words);
      expect(production).not.toContain(words);
    }
    expect(production).not.toContain('console.');
  });
});
