import { writeTable } from '../support/writeTable.js';
import type { Bundle } from './bundle.js';
import { countLines } from './countLines.js';
import { compare, judgeAll, measure, type OtherRow, type Row } from './measure.js';
import { readOptions } from '../support/readOptions.js';

const HELP = `Prints the size of each entry, and fails if one exceeds its limit in tools/size/budgets.ts.

  npm run size
  npm run size -- --modules 'banner path'

  --modules NAME   the modules of the rows with this name
  --json           prints JSON

Also prints the lines of code by folder, and measures the libraries that a team would use instead, with the same bundler. Some are
installed from the registry once. If that fails, they are skipped with a message.`;

const values = readOptions(HELP, { modules: { type: 'string' }, json: { type: 'boolean', default: false } });
const { bundles, inFiles } = await measure();
const rows = judgeAll(bundles);

if (values.modules !== undefined) writeModules(values.modules);
else {
  const compared = await compare(bundles);
  if (values.json)
    console.log(JSON.stringify({ ours: rows, instead: compared.rows, notCompared: compared.notCompared, lines: countLines() }, null, 2));
  else {
    writeRows(rows);
    writeCompared(compared.rows);
    writeLines();
  }
  if (compared.notCompared !== null) {
    const { names, why } = compared.notCompared;
    console.error(
      `\nNOT COMPARED: ${names.join('; ')}.\nThe packages for it could not be installed from the registry:\n${why.split('\n').slice(0, 5).join('\n')}`,
    );
  }
  const over = rows.filter(({ verdict }) => verdict === 'OVER THE LIMIT');
  for (const { name, gzip, limit } of over) console.error(`\nOVER THE LIMIT: ${name}, ${kB(gzip)} of ${limit} kB.`);
  if (over.length > 0) process.exitCode = 1;
}

function writeRows(all: readonly Row[]): void {
  const titles = ['ours', 'min', 'gzip', 'brotli', 'goal', 'limit', 'verdict'];
  const lines = all.map(({ name, min, gzip, brotli, goal, limit, verdict }) => [
    name,
    kB(min),
    kB(gzip),
    kB(brotli),
    goal === null ? '–' : `${goal}`,
    `${limit}`,
    verdict,
  ]);
  console.log(writeTable([titles, ...lines], [1, 2, 3, 4, 5]));
  console.log(
    `
Sizes in kB of 1,000 bytes. Goal and limit apply to gzip. The peers (React, TanStack Query, msw) are external. Each row is one file without
the code that it loads on demand. That code has its own rows, in addition to the first load. With code splitting, the first load is
${kB(inFiles.size.gzip)} kB in several files, because they also contain code that later loads share.`,
  );
}

function writeCompared(all: readonly OtherRow[]): void {
  const titles = ['instead', 'min', 'gzip', 'brotli', 'of ours', 'against', 'goal', 'verdict'];
  const lines = all.map(({ name, min, gzip, brotli, times, against, goal, verdict }) => [
    name,
    kB(min),
    kB(gzip),
    kB(brotli),
    `${times.toFixed(1)} times`,
    against,
    goal === null ? '–' : `>= ${goal} times`,
    verdict ?? '–',
  ]);
  console.log(`\n${writeTable([titles, ...lines], [1, 2, 3, 4])}`);
  console.log(
    `
Built with the same bundler and options. React and TanStack Query are external here, too. The code by hand is in tools/size/alternatives/.
It sets its styles by script. Ours are in styles.css, which is not counted here.`,
  );
}

function writeLines(): void {
  const folders = countLines();
  const total = folders.reduce((sum, { lines }) => sum + lines, 0);
  const rows = [...folders, { folder: 'total', lines: total }].map(({ folder, lines }) => [folder, `${lines}`]);
  console.log(`\n${writeTable([['lines of code', ''], ...rows], [1])}\n\nWithout comments, blank lines, translations and styles.`);
}

function writeModules(name: string): void {
  const found = [...bundles].filter(([each]) => each.toLowerCase().includes(name.toLowerCase()));
  if (found.length === 0) throw new Error(`No row has ${name} in its name. There are:\n${[...bundles.keys()].join('\n')}`);
  if (values.json) console.log(JSON.stringify(Object.fromEntries(found.map(([each, { modules }]) => [each, modules])), null, 2));
  else for (const [each, bundle] of found) writeParts(each, bundle);
}

function writeParts(name: string, { size, modules }: Bundle): void {
  const lines = modules.map(({ module, min }) => [module, `${min}`, `${((min / size.min) * 100).toFixed(1)} %`]);
  console.log(`\n${writeTable([[name, 'min, bytes', 'part'], ...lines, ['total, with bundler code', `${size.min}`, '']], [1, 2])}`);
}

function kB(bytes: number): string {
  return (bytes / 1_000).toFixed(2);
}
