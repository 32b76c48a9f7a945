import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { packProject, removePackage } from '../package/installPackage.js';
import { chromiumOptions } from '../support/chromium.js';
import { HOSTS } from './hosts.js';
import { type Cell, type Row, tryHost } from './tryHost.js';

// `npm run hosts`: packs the project, installs the tarball into each host, and looks at it in Chromium, against the mock API over HTTP.
// `--only NAME` takes one of them.

const CELLS: readonly Cell[] = ['tarball', 'types', 'built', 'banner', 'panel', '402'];
const TITLES = ['host', 'versions', 'from tarball', 'type-checked', 'built', 'banner', 'panel', '402', 'console lines', 'added gzip'];

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const chosen = HOSTS.filter(({ name }) => values.only === undefined || name === values.only);
if (chosen.length === 0) throw new Error(`There is no host ${values.only}. There are ${HOSTS.map(({ name }) => name).join(', ')}.`);

const tarball = process.env['HOSTS_TARBALL'] ?? packProject();
const browser = await chromium.launch(chromiumOptions());
const rows: Row[] = [];
try {
  for (const host of chosen) {
    console.log(`${host.name} …`);
    const row = await tryHost(host, tarball, browser);
    for (const [cell, what] of Object.entries(row.wrong)) console.log(`  WRONG ${cell}: ${what}`);
    rows.push(row);
  }
} finally {
  await browser.close();
  if (!process.env['HOSTS_TARBALL']) removePackage(tarball);
}
console.log(`\n${writeTable([TITLES, ...rows.map(lineOf)])}`);
console.log(
  '\nEach was built for development and for production, and visited in both. Added: scripts and styles of the first load, min + gzip, against the same page without the package.',
);
process.exitCode = rows.some(({ wrong }) => Object.keys(wrong).length > 0) ? 1 : 0;

function lineOf({ name, versions, wrong, logged, addedBytes }: Row): readonly string[] {
  const cells = CELLS.map((cell) => (wrong[cell] === undefined ? 'yes' : 'WRONG'));
  return [name, versions, ...cells, String(logged), addedBytes === null ? '–' : `${(addedBytes / 1_000).toFixed(1)} kB`];
}

function writeTable(lines: readonly (readonly string[])[]): string {
  const widths = TITLES.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((text, at) => text.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
