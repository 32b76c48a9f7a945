import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readOptions } from '../support/readOptions.js';

const STEPS = [
  'typecheck',
  'lint',
  'size',
  'test',
  'test:e2e',
  'docs',
  'package -- --self-test',
  'screenshots -- --check',
  'a11y',
  'hosts',
  'vectors',
  'engines',
  'reliability',
  'mutants',
] as const;

const HELP = `Runs every check, and stops at the first that fails.

  npm run test:all -- [--from NAME] [--again]

  --from NAME   skips the steps before NAME: ${STEPS.map(nameOf).join(', ')}
  --again       reruns steps that have passed

Without --from, it resumes after the steps that passed, unless a file has changed. Takes more than an hour.`;

const RECORD = 'node_modules/.cache/test-all.json';

type Passed = { readonly files: string; readonly seconds: Readonly<Record<string, number>> };

const values = readOptions(HELP, { from: { type: 'string' }, again: { type: 'boolean', default: false } });
const first = values.from === undefined ? 0 : STEPS.findIndex((step) => nameOf(step) === values.from);
if (first === -1) {
  console.error(`There is no step "${values.from}".\n\n${HELP}`);
  process.exit(2);
}
const files = hashOfFiles();
const record = readRecord();
const seconds: Record<string, number> = record.files === files && !values.again ? { ...record.seconds } : {};

for (const [at, step] of STEPS.entries()) {
  const name = nameOf(step);
  const isPassed = seconds[name] !== undefined;
  if (at < first || (values.from === undefined && isPassed)) {
    console.log(isPassed ? `passed    ${name} (before, in ${seconds[name]} s)` : `NOT RUN   ${name}`);
    continue;
  }
  console.log(`\n──── npm run ${step}`);
  const begin = Date.now();
  const { status } = spawnSync(`npm run -s ${step}`, { stdio: 'inherit', shell: true });
  if (status !== 0) {
    console.error(`\nFAILED    ${name}. Fix it, then run: npm run test:all -- --from ${name}`);
    process.exit(1);
  }
  seconds[name] = Math.round((Date.now() - begin) / 1_000);
  mkdirSync(dirname(RECORD), { recursive: true });
  writeFileSync(RECORD, JSON.stringify({ files, seconds } satisfies Passed));
}
console.log(
  `\n${STEPS.map((step) => `${nameOf(step)}: ${seconds[nameOf(step)] ?? '–'} s`).join('\n')}\n${Object.keys(seconds).length} of ${STEPS.length} steps passed.`,
);

function nameOf(step: string): string {
  return step.split(' ')[0] ?? step;
}

/** Hashes the work tree: tracked files, and untracked files that git does not ignore. */
function hashOfFiles(): string {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' });
  const hash = createHash('sha256');
  for (const file of listed.split('\0').filter((name) => name !== '' && existsSync(name) && statSync(name).isFile()))
    hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function readRecord(): Passed {
  try {
    return JSON.parse(readFileSync(RECORD, 'utf8'));
  } catch {
    return { files: '', seconds: {} };
  }
}
