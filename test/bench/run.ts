import { cpus } from 'node:os';
import { runInPage } from '../support/runInPage.js';
import type { Figure } from './rounds.js';
import { benchVerify } from './verify.js';

// `npm run bench`: figures beside goals, both sides in one run on one machine.

const ALGORITHMS = ['EdDSA', 'ES256', 'RS256'] as const;
const GOAL = 1.05;

console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version.slice(1)}\n`);
const rows = [];
for (const alg of ALGORITHMS) {
  const argument = { alg, calls: 200 };
  const inNode = { runtime: `Node ${process.version.slice(1)}`, result: await benchVerify(argument) };
  const inChromium = await runInPage<Figure[]>('Chromium', `${import.meta.dirname}/verify.ts`, 'benchVerify', argument);
  for (const { runtime, result } of [inNode, inChromium]) {
    const [ours, jose, bare] = result.map(({ microseconds }) => microseconds);
    const ratio = (ours ?? Number.NaN) / (jose ?? Number.NaN);
    rows.push({
      runtime,
      algorithm: alg,
      'ours, µs': ours?.toFixed(0),
      'jose jwtVerify, µs': jose?.toFixed(0),
      'subtle.verify, µs': bare?.toFixed(0),
      'spread, µs': result.map(({ spread }) => spread.toFixed(0)).join(' '),
      'ours : jose': ratio.toFixed(3),
      goal: `<= ${GOAL}`,
      verdict: ratio <= GOAL ? 'met' : 'FALLS SHORT',
    });
  }
}
console.table(rows);
