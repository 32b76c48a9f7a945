import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOMS = ['contract', 'status', 'verifier', 'client', 'messages', 'ui', 'demo'];
const BIOME = resolve('node_modules/@biomejs/biome/bin/biome');
let house: string;

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'license-ui-'));
  cpSync('biome.json', join(house, 'biome.json'));
  cpSync('.gitignore', join(house, '.gitignore'));
});
afterAll(() => rmSync(house, { recursive: true }));

function lint(room: string, code: string): string {
  const folder = join(house, 'src', room);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'probe.ts'), code);
  try {
    return execFileSync(process.execPath, [BIOME, 'lint', `src/${room}/probe.ts`], { cwd: house, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    return Object(error).stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const WAYS = {
  value: (from: string) => `import { thing } from '${from}';\nexport const probe = thing;\n`,
  type: (from: string) => `import type { Thing } from '${from}';\nexport type Probe = Thing;\n`,
  're-export': (from: string) => `export { thing } from '${from}';\n`,
  dynamic: (from: string) => `export const probe = () => import('${from}');\n`,
};

describe('a room of the house', () => {
  it.each(ROOMS.flatMap((room, at) => ROOMS.slice(at + 1).map((below) => [room, below] as const)))(
    '%s may not import from %s',
    (room, below) => {
      expect(lint(room, WAYS.value(`../${below}/thing.js`))).toContain('noRestrictedImports');
    },
  );

  it.each(Object.entries(WAYS))('may not import from below by a %s import', (_, write) => {
    expect(lint('status', write('../client/thing.js'))).toContain('noRestrictedImports');
  });

  it.each([
    ['client', 'react'],
    ['messages', 'react'],
    ['status', '@tanstack/react-query'],
    ['verifier', 'node:crypto'],
    ['ui', 'jose'],
    ['ui', '../../mocks/handlers.js'],
    ['ui', '../../index.js'],
  ])('%s may not import %s', (room, from) => {
    expect(lint(room, WAYS.value(from))).toContain('noRestrictedImports');
  });

  it('may import from above', () => {
    expect(lint('ui', WAYS.value('../client/thing.js'))).not.toContain('noRestrictedImports');
  });
});
