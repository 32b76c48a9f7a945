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

const TOLD_TO_ENGINEERS = [
  'There is no LicenseProvider',
  'The stylesheet is missing',
  'must include the path prefix',
  'Two LicenseProviders',
];

describe('what engineers are told', () => {
  it('is in a bundle for development, and not a word of it in one for production', async () => {
    const [development, production] = await Promise.all([bundle('development'), bundle('production')]);
    for (const words of TOLD_TO_ENGINEERS) {
      expect(development).toContain(words);
      expect(production).not.toContain(words);
    }
    expect(production).not.toContain('console.');
  });
});
