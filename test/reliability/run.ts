import { parseArgs } from 'node:util';
import { Bench } from './Bench.js';
import type { Outcome } from './Case.js';
import { freshnessCases } from './freshness.js';
import { pollingCases } from './polling.js';
import { tabCases } from './tabs.js';
import { timeCases } from './time.js';

// Prints what is predicted and what is seen, in a real browser against the mock API over real HTTP; fails on any difference.

const PARTS: Readonly<Record<string, (bench: Bench) => Promise<Outcome[]>>> = {
  time: timeCases,
  freshness: freshnessCases,
  tabs: tabCases,
  polling: pollingCases,
};

const { values } = parseArgs({ options: { only: { type: 'string', default: Object.keys(PARTS).join(',') } } });
const wanted = values.only.split(',');
const unknown = wanted.find((part) => PARTS[part] === undefined);
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}"; there are: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}

const bench = await Bench.start();
const outcomes: Outcome[] = [];
try {
  for (const part of wanted) outcomes.push(...((await PARTS[part]?.(bench)) ?? []));
} finally {
  await bench.stop();
}
for (const { part, name, predicted, seen, right } of outcomes) {
  console.log(`${right ? 'right' : 'WRONG'}  ${part}  ${name}\n         predicted ${predicted}\n         seen      ${seen}`);
}
const wrong = outcomes.filter(({ right }) => !right).length;
console.log(`\n${outcomes.length - wrong} right, ${wrong} wrong`);
process.exitCode = wrong === 0 ? 0 : 1;
