import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { FOLDERS, type Folder, isFolder } from './folders.js';
import { judgeSurvivors } from './judgeSurvivors.js';
import { readOptions } from '../support/readOptions.js';

const HELP = `Runs StrykerJS and prints the mutation score.

  npm run mutants
  npm run mutants -- --only verifier --incremental

  --only FOLDER    ${Object.keys(FOLDERS).join(', ')}
  --incremental    reuse the results for code and tests that have not changed

Static mutants (code that runs once when a module loads) are ignored and counted. Fails if a mutant survives that has no reason in
tools/mutants/survivors.ts.`;

const values = readOptions(HELP, {
  only: { type: 'string', default: '' },
  incremental: { type: 'boolean', default: false },
});
const known = Object.keys(FOLDERS).filter(isFolder);
const chosen = known.filter((folder) => values.only === '' || folder === values.only);
if (chosen.length === 0) throw new Error(`There is no folder "${values.only}". Choose one of ${known.join(', ')}.`);
const results = chosen.map(mutate);
console.log(`\n${results.map(({ report }) => report).join('\n')}`);
process.exit(results.some(({ unexplained }) => unexplained > 0) ? 1 : 0);

function mutate(folder: Folder): { readonly report: string; readonly unexplained: number } {
  const incremental = values.incremental ? ['--incremental', '--incrementalFile', `node_modules/.cache/mutants-${folder}.json`] : [];
  const stryker = [
    'node_modules/@stryker-mutator/core/bin/stryker.js',
    'run',
    '--mutate',
    FOLDERS[folder].mutate.join(','),
    ...incremental,
  ];
  const { status } = spawnSync(process.execPath, stryker, { stdio: 'inherit', env: { ...process.env, MUTATED_FOLDER: folder } });
  if (status !== 0) throw new Error(`StrykerJS failed in ${folder}.`);
  const { total, leftOut, killed, explained, unexplained, outdated } = judgeSurvivors(
    JSON.parse(readFileSync('node_modules/.cache/mutants.json', 'utf8')),
  );
  if (total === 0) throw new Error(`StrykerJS found nothing to change in ${folder}.`);
  const report = [
    `${folder}: ${killed} of ${total} killed (${((100 * killed) / total).toFixed(1)} %), survivors explained: ${explained}, unexplained: ${unexplained.length}; static, ignored: ${leftOut}`,
    ...unexplained.map(({ file, line, original, replacement }) => `  ${file}:${line}  ${original}  →  ${replacement}`),
    ...outdated.map(({ file, original, replacement }) => `  has a reason, but was killed: ${file}  ${original}  →  ${replacement}`),
  ].join('\n');
  return { report, unexplained: unexplained.length };
}
