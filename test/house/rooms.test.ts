import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOMS = ['contract', 'status', 'verifier', 'client', 'messages', 'ui', 'demo'];
const BIOME = resolve('node_modules/@biomejs/biome/bin/biome');
let house: string;

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'license-ui-'));
  cpSync('biome.json', join(house, 'biome.json'));
  cpSync('.gitignore', join(house, '.gitignore'));
  cpSync('no-import-type.grit', join(house, 'no-import-type.grit'));
});
afterAll(() => rmSync(house, { recursive: true }));

function lint(file: string, code: string): string {
  const path = join(house, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, code);
  try {
    return execFileSync(process.execPath, [BIOME, 'lint', file], { cwd: house, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    return Object(error).stderr;
  } finally {
    rmSync(path);
  }
}

const WAYS = {
  value: (from: string) => `import { thing } from '${from}';\nexport const probe = thing;\n`,
  type: (from: string) => `import type { Thing } from '${from}';\nexport type Probe = Thing;\n`,
  're-export': (from: string) => `export { thing } from '${from}';\n`,
  'type of an': (from: string) => `export type Probe = import('${from}').Thing;\n`,
  dynamic: (from: string) => `export const probe = () => import('${from}');\n`,
};

describe('a room of the house', () => {
  it.each(ROOMS.flatMap((room, at) => ROOMS.slice(at + 1).map((below) => [room, below] as const)))(
    '%s may not import from %s',
    (room, below) => {
      expect(lint(`src/${room}/probe.ts`, WAYS.value(`../${below}/thing.js`))).toContain('noRestrictedImports');
    },
  );

  it.each(Object.entries(WAYS))('may not import from below by a %s import', (_, write) => {
    expect(lint('src/status/probe.ts', write('../client/thing.js'))).toMatch(
      /noRestrictedImports|where the borders between rooms are checked/,
    );
  });

  it.each([
    ['src/contract/probe.ts', '../index'],
    ['src/contract/probe.ts', '..'],
    ['src/contract/probe.ts', '@alexandria-ee/license-ui'],
    ['src/status/probe.ts', '../contract/../client/thing.js'],
    ['src/status/probe.ts', '@tanstack/react-query'],
    ['src/verifier/probe.ts', 'crypto'],
    ['src/verifier/probe.ts', 'react'],
    ['src/client/probe.ts', 'react'],
    ['src/client/probe.ts', 'node:fs'],
    ['src/client/probe.ts', 'jose'],
    ['src/client/probe.ts', '../verifier/thing.js'],
    ['src/messages/probe.ts', 'react'],
    ['src/ui/probe.ts', 'jose'],
    ['src/ui/probe.ts', 'msw'],
    ['src/ui/probe.ts', '../index.js'],
    ['src/ui/banner/probe.ts', '../../index.js'],
    ['src/ui/banner/probe.ts', 'jose/jwt/verify'],
    ['src/ui/banner/probe.ts', '../../../mocks/handlers.js'],
    ['src/index.ts', './demo/Dashboard.js'],
    ['src/index.ts', '../mocks/demoKey.js'],
    ['src/index.ts', './verifier/thing.js'],
    ['src/client.ts', './ui/useLicense.js'],
    ['src/verifier.ts', './ui/useLicense.js'],
    ['mocks/probe.ts', '../src/index.js'],
    ['mocks/probe.ts', '../src/messages/en.js'],
    ['mocks/probe.ts', 'node:fs'],
    ['conformance/probe.ts', '../mocks/startAlexandria.js'],
    ['conformance/points/probe.ts', '../../mocks/routes.js'],
    ['conformance/probe.ts', '../src/verifier/thing.js'],
    ['conformance/probe.ts', '../src/client.js'],
  ])('%s may not import %s', (file, from) => {
    expect(lint(file, WAYS.value(from))).toContain('noRestrictedImports');
  });

  it('src/client may take types from TanStack Query, and no hook', () => {
    const take = (what: string) =>
      lint('src/client/probe.ts', `import { ${what} } from '@tanstack/react-query';\nexport const probe = ${what};\n`);
    expect(take('useQuery')).toContain('noRestrictedImports');
    expect(take('UseQueryOptions')).not.toContain('noRestrictedImports');
  });

  it.each([
    ['src/ui/panel/probe.ts', '../../client/thing.js'],
    ['src/ui/panel/probe.ts', '../provider/thing.js'],
    ['src/ui/probe.ts', './provider/thing.js'],
    ['src/client/probe.ts', '../status/thing.js'],
    ['mocks/probe.ts', '../src/verifier/thing.js'],
    ['src/demo/probe.ts', '../../mocks/thing.js'],
    ['conformance/points/probe.ts', '../../src/client/thing.js'],
  ])('%s may import %s', (file, from) => {
    expect(lint(file, WAYS.value(from))).not.toContain('noRestrictedImports');
  });
});
