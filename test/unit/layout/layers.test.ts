import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const LAYERS = ['lib', 'license', 'verifier', 'client', 'payment-required', 'messages', 'react'];
const PARTS = ['a11y', 'banner', 'panel', 'payment-required', 'renewal'];

// One line for each import: diagnostics are matched by line number.
const IMPORTS = {
  'a value import': (from: string) => `import { thing } from '${from}'; void thing;`,
  'a type import': (from: string) => `import type { Thing } from '${from}'; export type Probe = Thing;`,
  'a re-export': (from: string) => `export { thing } from '${from}';`,
  'an import type': (from: string) => `export type Probe = import('${from}').Thing;`,
  'a dynamic import': (from: string) => `export const probe = () => import('${from}');`,
};

const laterLayers = LAYERS.flatMap((layer, at) =>
  LAYERS.slice(at + 1).map((later) => [`src/${layer}/probe.ts`, `../${later}/thing.js`] as const),
);
// The verifier imports jose, which must not be in the initial bundle.
const withJose = ['client', 'payment-required', 'messages', 'react'].map(
  (layer) => [`src/${layer}/probe.ts`, '../verifier/thing.js'] as const,
);

const FORBIDDEN: readonly (readonly [string, string])[] = [
  ...laterLayers,
  ...withJose,
  ...LAYERS.map((layer) => [`src/${layer}/probe.ts`, '../../demo/thing.js'] as const),
  ...LAYERS.map((layer) => [`src/${layer}/probe.ts`, '../index.js'] as const),
  ...LAYERS.map((layer) => [`src/${layer}/probe.ts`, 'msw'] as const),
  ...LAYERS.map((layer) => [`src/${layer}/probe.ts`, 'node:fs'] as const),
  ...LAYERS.slice(0, -1).map((layer) => [`src/${layer}/probe.ts`, 'react'] as const),
  ...PARTS.filter((part) => part !== 'renewal').map((part) => [`src/react/${part}/probe.ts`, '../../verifier/thing.js'] as const),
  ['src/license/deeper/probe.ts', '../../react/thing.js'],
  ['src/newfolder/probe.ts', '../react/thing.js'],
  ['src/react/newpart/probe.ts', '../banner/thing.js'],
  ['tools/probe/probe.ts', '../../demo/thing.js'],
  ['demo/probe.ts', '../test/support/thing.js'],
  ['src/lib/probe.ts', '..'],
  ['src/license/probe.ts', '@alexandria-ee/license-ui'],
  ['src/license/probe.ts', '../lib/../client/thing.js'],
  ['src/license/probe.ts', '@tanstack/react-query'],
  ['src/verifier/probe.ts', 'crypto'],
  ['src/client/probe.ts', 'jose'],
  ['src/payment-required/probe.ts', './adapters/thing.js'],
  ['src/payment-required/adapters/probe.ts', '../../react/thing.js'],
  ['src/react/probe.ts', './banner/thing.js'],
  ['src/react/banner/probe.ts', '../panel/thing.js'],
  ['src/react/banner/probe.ts', 'jose/jwt/verify'],
  ['src/react/development/probe.ts', '../thing.js'],
  ['src/index.ts', '../demo/Dashboard.js'],
  ['src/index.ts', '../mocks/demoKey.js'],
  ['src/index.ts', './verifier/thing.js'],
  ['src/index.ts', './react/development/thing.js'],
  ['src/client.ts', './react/useLicense.js'],
  ['src/verifier.ts', './react/useLicense.js'],
  ['src/testing/probe.ts', '../../mocks/mintLicenseKey.js'],
  ['src/testing/probe.ts', '../verifier/thing.js'],
  ['src/testing/probe.ts', '@testing-library/react'],
  ['src/testing.ts', '../mocks/demoKey.js'],
  ['mocks/probe.ts', '../src/index.js'],
  ['mocks/probe.ts', '../src/messages/en.js'],
  ['mocks/probe.ts', 'node:fs'],
  ['conformance/probe.ts', '../mocks/startAlexandria.js'],
  ['conformance/checks/probe.ts', '../../mocks/routes.js'],
  ['conformance/probe.ts', '../src/verifier/thing.js'],
  ['conformance/probe.ts', '../src/client.js'],
];

const ALLOWED: readonly (readonly [string, string])[] = [
  ...LAYERS.slice(1).map((layer) => [`src/${layer}/probe.ts`, '../lib/thing.js'] as const),
  ['src/payment-required/probe.ts', '../client/thing.js'],
  ['src/payment-required/adapters/probe.ts', '../thing.js'],
  ['src/react/panel/probe.ts', '../../client/thing.js'],
  ['src/react/panel/probe.ts', '../thing.js'],
  ['src/react/renewal/probe.ts', '../../verifier/thing.js'],
  ['src/testing/probe.ts', '../../mocks/scenarios.js'],
  ['mocks/probe.ts', '../src/verifier/thing.js'],
  ['demo/probe.ts', '../mocks/thing.js'],
  ['conformance/checks/probe.ts', '../../src/client/thing.js'],
];

/** Lints one file for each path, with one line of code for each probe. Returns the refused lines as `path:line`. */
function lint(probes: readonly (readonly [path: string, code: string])[]): ReadonlySet<string> {
  const folder = mkdtempSync(join(tmpdir(), 'license-ui-'));
  try {
    for (const file of ['biome.json', '.gitignore', 'no-import-type.grit']) cpSync(file, join(folder, file));
    for (const path of new Set(probes.map(([path]) => path))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      const lines = probes.filter((probe) => probe[0] === path).map(([, code]) => code);
      writeFileSync(join(folder, path), lines.join('\n'));
    }
    const biome = [resolve('node_modules/@biomejs/biome/bin/biome'), 'lint', '--reporter=json', '--max-diagnostics=none'];
    const { stdout } = spawnSync(process.execPath, biome, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1_048_576 });
    const report: BiomeReport = JSON.parse(stdout);
    const refusals = report.diagnostics.filter(({ category }) => /noRestrictedImports|plugin/.test(category));
    return new Set(refusals.map(({ location: { path, start } }) => `${path}:${start.line}`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type BiomeReport = {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly location: { readonly path: string; readonly start: { readonly line: number } };
  }[];
};

const queryImport = (name: string) => `import { ${name} } from '@tanstack/react-query'; void ${name};`;

const probes = [
  ...[...FORBIDDEN, ...ALLOWED].map(([path, from]) => [path, IMPORTS['a value import'](from)] as const),
  ...Object.values(IMPORTS).map((write) => ['src/messages/probe.ts', write('../client/thing.js')] as const),
  ...['useQuery', 'UseQueryOptions'].map((name) => ['src/client/probe.ts', queryImport(name)] as const),
];
const refused = lint(probes);

/** Returns true if the linter refuses this line of code in the file at `path`. */
function isRefused(path: string, code: string): boolean {
  const line = probes.filter((probe) => probe[0] === path).findIndex((probe) => probe[1] === code) + 1;
  if (line === 0) throw new Error(`${path} was not linted with ${code}`);
  return refused.has(`${path}:${line}`);
}

describe('the layers of src', () => {
  it.each(FORBIDDEN)('%s must not import %s', (path, from) => {
    expect(isRefused(path, IMPORTS['a value import'](from))).toBe(true);
  });

  it.each(ALLOWED)('%s may import %s', (path, from) => {
    expect(isRefused(path, IMPORTS['a value import'](from))).toBe(false);
  });

  it.each(Object.entries(IMPORTS))('are enforced for %s', (_, write) => {
    expect(isRefused('src/messages/probe.ts', write('../client/thing.js'))).toBe(true);
  });

  it('let src/client import types, but no hook, from TanStack Query', () => {
    expect(isRefused('src/client/probe.ts', queryImport('useQuery'))).toBe(true);
    expect(isRefused('src/client/probe.ts', queryImport('UseQueryOptions'))).toBe(false);
  });
});
