import { cpus, totalmem } from 'node:os';
import { interceptorRows } from './interceptor.js';
import { burstRows, pollRows, paintRows, panelRows } from './pageRows.js';
import { parsingRows } from './parsing.js';
import { type BenchOptions, NODE, type Row } from './Row.js';
import { verifyRows } from './verifyRows.js';
import { readOptions } from '../support/readOptions.js';

const PARTS: Readonly<Record<string, (options: BenchOptions) => Promise<Row[]>>> = {
  interceptor: interceptorRows,
  parsing: parsingRows,
  verify: verifyRows,
  burst: burstRows,
  polls: pollRows,
  paint: paintRows,
  panel: panelRows,
};

const HELP = `Measures the package and its alternatives in one run, and compares the results with the goals.

  npm run bench -- [--only PARTS] [--json] [--slowed]

  --only PARTS   one or more of ${Object.keys(PARTS).join(', ')}, with commas between
  --json         JSON on standard output
  --slowed       slows the package down, to show that a goal can be missed

Always exits with 0: a missed goal is marked. About seven minutes.`;

const values = readOptions(HELP, {
  only: { type: 'string', default: Object.keys(PARTS).join(',') },
  json: { type: 'boolean', default: false },
  slowed: { type: 'boolean', default: false },
});
const wanted = values.only.split(',');
const unknown = wanted.find((part) => !Object.hasOwn(PARTS, part));
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}"; there are: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}

// With --json, standard output contains only the JSON.
function print(line: string): void {
  if (values.json) console.error(line);
  else console.log(line);
}

const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 1e9)} GB, ${process.platform}, ${NODE}`;
print(`${machine}${values.slowed ? '; our code is slowed down on purpose' : ''}\n`);
const rows: Row[] = [];
for (const part of wanted) {
  for (const row of (await PARTS[part]?.(values)) ?? []) {
    rows.push(row);
    print(`${verdictOf(row)}  ${row.what} (${row.runtime})`);
    print(`    ours ${row.ours}; other ${row.other}; goal ${row.goal}${row.spread === undefined ? '' : `; spread ${row.spread}`}`);
  }
}
const short = rows.filter(({ isMet }) => isMet === false).length;
print(`\n${rows.filter(({ isMet }) => isMet).length} goals met, ${short} fall short.`);
if (values.json) console.log(JSON.stringify({ machine, slowed: values.slowed, rows }, null, 2));

function verdictOf({ isMet }: Row): string {
  return isMet === null ? '  figure    ' : isMet ? '  met       ' : 'FALLS SHORT ';
}
