import { chromium } from 'playwright';
import { packProject, removePackage } from '../package/installPackage.js';
import { chromiumOptions } from '../support/chromium.js';
import { writeTable } from '../support/writeTable.js';
import { HOST_BREAKS } from './breaks.js';
import type { Host } from './Host.js';
import { HOSTS } from './hosts.js';
import { installHost } from './installHost.js';
import { type Cell, type Row, tryBreak, tryHost } from './tryHost.js';
import { readOptions } from '../support/readOptions.js';

const SIGHTS: readonly Cell[] = ['banner', 'panel', '402'];
const CELLS: readonly Cell[] = ['tarball', 'types', 'built', ...SIGHTS];
const TITLES = ['host', 'versions', 'from tarball', 'type-checked', 'built', 'banner', 'panel', '402', 'console lines', 'added gzip'];

const HELP = `Installs the packed package into each dashboard of tools/hosts, type-checks and builds it, and visits it in Chromium.

  npm run hosts -- [--only NAME] [--repeat N] [--tarball FILE] [--self-test]

  --only NAME      ${HOSTS.map(({ name }) => name).join(', ')}
  --repeat N       visits each build N times (default: 1), to find what goes wrong only sometimes
  --tarball FILE   uses this tarball instead of packing one
  --self-test      applies every defect of breaks.ts, and fails if the table misses one

Prints a table of what works and of the bytes that the package adds. Needs the registry, and about ten minutes.`;

const values = readOptions(HELP, {
  only: { type: 'string' },
  repeat: { type: 'string', default: '1' },
  tarball: { type: 'string' },
  'self-test': { type: 'boolean', default: false },
});
const visits = Number(values.repeat);
if (!Number.isInteger(visits) || visits < 1) throw new Error(`--repeat must be a whole number of at least 1, not ${values.repeat}.`);
const chosen = HOSTS.filter(({ name }) => values.only === undefined || name === values.only);
if (chosen.length === 0) throw new Error(`There is no host "${values.only}". Choose one of ${HOSTS.map(({ name }) => name).join(', ')}.`);

const tarball = values.tarball ?? packProject();
const browser = await chromium.launch(chromiumOptions());
const rows: Row[] = [];
let failed = 0;
try {
  for (const host of chosen) {
    if (values['self-test']) await runSelfTest(host);
    else rows.push(await look(host));
  }
} finally {
  await browser.close();
  if (values.tarball === undefined) removePackage(tarball);
}
if (rows.length > 0) {
  console.log(`\n${writeTable([TITLES, ...rows.map(lineOf)])}`);
  console.log('\nEach host was built and visited in development and in production mode. Console lines: of page and server, in both modes.');
  console.log('Added gzip: scripts and styles of the first load, minified and gzipped, compared with the same page without the package.');
}
process.exitCode = failed === 0 ? 0 : 1;

async function look(host: Host): Promise<Row> {
  console.log(`${host.name} …`);
  const row = await installHost(host, tarball).then(
    (installed) => tryHost(host, installed, tarball, browser, visits),
    (error: unknown): Row => ({ name: host.name, versions: '', wrong: { tarball: failureOf(error) }, logged: 0, addedBytes: null }),
  );
  const wrong = Object.entries(row.wrong);
  for (const [cell, what] of wrong) console.log(`  WRONG ${cell}: ${what}`);
  failed += wrong.length;
  return row;
}

async function runSelfTest(host: Host): Promise<void> {
  const breaks = HOST_BREAKS.filter((each) => each.host === host.name);
  if (breaks.length === 0) return;
  const installed = await installHost(host, tarball);
  for (const each of breaks) {
    const noticed = await tryBreak(host, installed, tarball, browser, each);
    if (noticed === null) failed += 1;
    console.log(`${noticed === null ? 'SILENT' : 'ok    '}  ${host.name}: ${each.name} → ${each.caughtBy}`);
    if (noticed !== null) console.log(`          ${noticed.split('\n')[0]?.slice(0, 160)}`);
  }
}

function failureOf(error: unknown): string {
  return String(Object(error).stderr || error);
}

function lineOf({ name, versions, wrong, logged, addedBytes }: Row): readonly string[] {
  // A host that was not installed or built could not be visited.
  const unseen = wrong.tarball !== undefined ? CELLS : wrong.built !== undefined ? SIGHTS : [];
  const cells = CELLS.map((cell) => (wrong[cell] !== undefined ? 'WRONG' : unseen.includes(cell) ? '–' : 'yes'));
  return [name, versions, ...cells, String(logged), addedBytes === null ? '–' : `${(addedBytes / 1_000).toFixed(1)} kB`];
}
