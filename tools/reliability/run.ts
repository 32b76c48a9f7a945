import { Bench } from './Bench.js';
import type { Outcome } from './Case.js';
import { freshnessCases } from './freshness.js';
import { hostCases } from './hosts.js';
import { pollingCases } from './polling.js';
import { type SequenceOptions, sequenceCases } from './sequences.js';
import { soakCases } from './soak.js';
import { timeCases } from './time.js';
import { readOptions } from '../support/readOptions.js';

const PARTS: Readonly<Record<string, (bench: Bench, options: SequenceOptions) => Promise<Outcome[]>>> = {
  time: timeCases,
  freshness: freshnessCases,
  hosts: hostCases,
  polling: pollingCases,
  sequences: sequenceCases,
  soak: soakCases,
};

// These parts need the demo. The others have their own page, or none.
const ON_THE_DEMO = ['time', 'freshness'];

const HELP = `Tests faults, clock changes and random sequences in Chromium against the mock API over HTTP. Prints expected and actual results.

  npm run reliability -- [--only PARTS] [--seed N] [--steps N]

  --only PARTS       one or more of ${Object.keys(PARTS).join(', ')}, with commas between
  --seed, --steps    play the same random sequences again

About twenty minutes, a soak of 10,000 polls included.`;

const values = readOptions(HELP, {
  only: { type: 'string', default: Object.keys(PARTS).join(',') },
  seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  steps: { type: 'string', default: '320' },
});
const [seed, steps] = [Number(values.seed), Number(values.steps)];
if (!Number.isInteger(seed) || seed < 0 || !Number.isInteger(steps) || steps < 1) {
  console.error('--seed and --steps are whole numbers.');
  process.exit(2);
}
const wanted = values.only.split(',');
const unknown = wanted.find((part) => PARTS[part] === undefined);
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}"; there are: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}

const bench = await Bench.start(wanted.some((part) => ON_THE_DEMO.includes(part)));
const outcomes: Outcome[] = [];
try {
  for (const part of wanted) outcomes.push(...((await PARTS[part]?.(bench, { seed, steps })) ?? []));
} finally {
  await bench.stop();
}
for (const { part, name, predicted, seen, right } of outcomes) {
  console.log(`${right ? 'right' : 'WRONG'}  ${part}  ${name}\n         predicted ${predicted}\n         seen      ${seen}`);
}
const wrong = outcomes.filter(({ right }) => !right).length;
console.log(`\n${outcomes.length - wrong} right, ${wrong} wrong`);
if (wanted.includes('sequences')) console.log(`random sequences: seed ${seed}, ${steps} steps`);
process.exitCode = wrong === 0 ? 0 : 1;
