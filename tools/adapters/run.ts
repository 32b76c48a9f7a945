import { readFileSync } from 'node:fs';
import { judge, type Row } from './judge.js';
import { judgeInBrowser } from './judgeInBrowser.js';
import { serveGateway } from './serveGateway.js';
import { engines } from '../support/engines.js';
import { readOptions } from '../support/readOptions.js';

// The package reads a body for at most 2 s. The rest is for a busy machine.
const MAX_CANCEL_DELAY_MS = 2_500;

const { firefox } = readOptions(
  `Tests each supported HTTP client, old and new, against the mock API over HTTP, in Node and in Chromium.

  npm run adapters -- [--firefox]

  --firefox   also in Firefox, which is installed if missing (Debian, as root)

Prints a table of cases by client, and how long cancel() of a 402 body takes without and with the package. Fails if a case fails, or if
cancel() takes more than ${MAX_CANCEL_DELAY_MS} ms longer.`,
  { firefox: { type: 'boolean', default: false } },
);

const { close, ...servers } = await serveGateway();
const node = { runtime: `Node ${process.version.slice(1)}`, rows: await judge(servers) };
await close();
const runs = [node, await judgeInBrowser('Chromium')];
if (firefox) {
  if (!engines.Firefox.isHere()) engines.Firefox.install();
  runs.push(await judgeInBrowser('Firefox'));
}

const summary = runs.flatMap(({ runtime, rows }) => rows.map((row) => ({ runtime, ...row, ...tally(row) })));
console.table(
  summary.map(({ runtime, adapter, library, applied, passed }) => ({
    runtime,
    adapter,
    version: library === null ? runtime.split(' ')[1] : versionOf(library),
    cases: applied,
    passed,
  })),
);

const letters = 'abcdefghijklmnopqrstuvwxyz';
const columns = summary.map(
  ({ runtime, adapter, library }, at) => `${letters[at]}  ${runtime}, ${adapter}${library ? ` (${library})` : ''}`,
);
const [first] = summary;
console.log(['', ...columns, '', `${[...letters].slice(0, columns.length).join(' ')}  (+ passed, – does not apply)`].join('\n'));
for (const name of Object.keys(first?.outcomes ?? {})) {
  const cells = summary.map(({ outcomes }) => ({ passed: '+', '–': '–' })[outcomes[name] ?? ''] ?? 'X');
  console.log(`${cells.join(' ')}  ${name}`);
}

const cancels = summary.flatMap(({ runtime, adapter, library, cancels }) =>
  cancels.map((times) => ({ runtime, adapter, library, ...times })),
);
console.log('\nTime until cancel() of a 402 body resolves, in ms: a body of 10 MB, and one that never ends.');
console.table(cancels);

const slow = cancels
  .filter(({ plain, watched }) => watched > plain + MAX_CANCEL_DELAY_MS)
  .map(({ runtime, adapter, path, watched }) => `${runtime}, ${adapter}: cancel() of ${path} took ${watched} ms`);
const failures = summary.flatMap(({ runtime, adapter, library, outcomes }) =>
  Object.entries(outcomes)
    .filter(([, outcome]) => outcome !== 'passed' && outcome !== '–')
    .map(([name, outcome]) => `${runtime}, ${adapter} (${library ?? 'own'}): ${name}\n  ${outcome}`),
);
failures.push(...slow);
for (const failure of failures) console.error(failure);
const total = summary.reduce((sum, { passed }) => sum + passed, 0);
console.log(`\n${total} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);

function tally({ outcomes }: Row) {
  const applied = Object.values(outcomes).filter((outcome) => outcome !== '–');
  return { applied: applied.length, passed: applied.filter((outcome) => outcome === 'passed').length };
}

function versionOf(library: string): string {
  return JSON.parse(readFileSync(`node_modules/${library}/package.json`, 'utf8')).version;
}
