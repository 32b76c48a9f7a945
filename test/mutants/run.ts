import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { NAMED_BREAKS } from './named.js';

// Without `--named`: StrykerJS changes contract, status and verifier (or the room that `--only` names) in every way it knows, and prints the
// score and what survived. With it: applies each named break to a copy of the project and runs the tests that must notice; fails
// where they stay green.

const { values } = parseArgs({ options: { named: { type: 'boolean', default: false }, only: { type: 'string', default: '' } } });
if (!values.named) {
  const mutate = values.only === '' ? [] : ['--mutate', `src/${values.only}/**/*.ts`];
  const stryker = ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', ...mutate];
  process.exit(spawnSync(process.execPath, stryker, { stdio: 'inherit' }).status ?? 1);
}

const copy = mkdtempSync(join(tmpdir(), 'license-ui-'));
const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' });
for (const file of files.split('\0').filter(Boolean)) {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  cpSync(file, join(copy, file));
}
cpSync('public/mockServiceWorker.js', join(copy, 'public/mockServiceWorker.js'));
symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));

const passes = (...tests: readonly string[]) =>
  spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...tests], { cwd: copy, stdio: 'ignore', timeout: 240_000 })
    .status === 0;

const green: string[] = [];
try {
  const breaks = NAMED_BREAKS.filter(({ name }) => name.includes(values.only));
  // A copy that fails by itself would prove nothing.
  if (!passes(...new Set(breaks.map(({ tests }) => tests)))) throw new Error('The tests are red before anything is broken.');
  for (const { name, file, from, to, tests } of breaks) {
    const path = join(copy, file);
    const code = readFileSync(path, 'utf8');
    if (!code.includes(from)) throw new Error(`"${name}": ${file} no longer holds what the break replaces.`);
    writeFileSync(path, code.replace(from, to));
    const stayedGreen = passes(tests);
    writeFileSync(path, code);
    console.log(`${stayedGreen ? 'GREEN' : 'red  '}  ${name}  (${tests})`);
    if (stayedGreen) green.push(name);
  }
  console.log(`\n${breaks.length - green.length} of ${breaks.length} named breaks turn a test red`);
} finally {
  rmSync(copy, { recursive: true });
}
process.exitCode = green.length === 0 ? 0 : 1;
