import { availableParallelism } from 'node:os';
import { type Browser, chromium } from 'playwright';
import { chromiumOptions } from '../support/chromium.js';
import { openView } from '../support/views/openView.js';
import { serveDemo } from '../support/views/serveDemo.js';
import { type View, views } from '../support/views/views.js';
import { combinations, faultsIn, suits } from './combinations.js';
import { readOptions } from '../support/readOptions.js';

const HELP = `Checks every view of the demo with axe and for layout problems, and prints a matrix of failures.

  npm run a11y -- [--only VIEW]

Light, dark, forced colours, both directions, 400 % zoom, wide text spacing and print. Three to nine minutes.`;

const values = readOptions(HELP, { only: { type: 'string' } });
const chosen = views.filter(({ name }) => values.only === undefined || name.includes(values.only));
if (chosen.length === 0) {
  console.error(`There is no view "${values.only}". The views: ${views.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

type Cell = { readonly view: View; readonly combination: string; readonly faults: readonly string[] | 'not shown' };

const cells: Cell[] = [];

async function checkView(browser: Browser, url: string, view: View, direction: 'ltr' | 'rtl'): Promise<void> {
  const own = combinations.filter((combination) => combination.direction === direction && suits(view, combination));
  if (own.length === 0) return;
  try {
    const page = await openView(browser, url, view, { theme: 'light', direction, width: 1_100 });
    for (const combination of own) cells.push({ view, combination: combination.name, faults: await faultsIn(page, combination) });
    await page.context().close();
  } catch (error) {
    console.error(`${view.name} ${direction}: ${error instanceof Error ? error.message : String(error)}`);
    const seen = cells.filter((cell) => cell.view === view).map(({ combination }) => combination);
    for (const { name } of own) if (!seen.includes(name)) cells.push({ view, combination: name, faults: 'not shown' });
  }
}

const started = performance.now();
const demo = await serveDemo();
const browser = await chromium.launch(chromiumOptions());
try {
  const jobs = chosen.flatMap((view) => (['ltr', 'rtl'] as const).map((direction) => () => checkView(browser, demo.url, view, direction)));
  const work = async () => {
    for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) await job();
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, work));
} finally {
  await browser.close();
  await demo.close();
}

const names = combinations.map(({ name }) => name);
const nameWidth = Math.max(...chosen.map(({ name }) => name.length));
const line = (first: string, rest: readonly string[]) =>
  console.log(`${first.padEnd(nameWidth)}  ${rest.map((text, at) => text.padStart(names[at]?.length ?? 0)).join('  ')}`);
const cellText = (faults: Cell['faults'] | undefined) => (faults === undefined ? '' : faults === 'not shown' ? '?' : String(faults.length));

const faulty = cells.flatMap(({ view, combination, faults }) =>
  faults === 'not shown' ? [] : faults.map((fault) => ({ fault, where: `${view.name}, ${combination}` })),
);
for (const fault of new Set(faulty.map((one) => one.fault))) {
  const places = faulty.filter((one) => one.fault === fault).map(({ where }) => where);
  console.log(`${fault}\n  ${places.slice(0, 4).join('; ')}${places.length > 4 ? `; and ${places.length - 4} more` : ''}`);
}
line('', names);
for (const view of chosen)
  line(
    view.name,
    names.map((name) => cellText(cells.find((cell) => cell.view === view && cell.combination === name)?.faults)),
  );
const missing = cells.filter(({ faults }) => faults === 'not shown').length;
console.log(
  `${cells.length} combinations of ${chosen.length} views in ${Math.round((performance.now() - started) / 1_000)} s: ${faulty.length} violations, ${missing} not shown.`,
);
process.exitCode = faulty.length + missing > 0 ? 1 : 0;
