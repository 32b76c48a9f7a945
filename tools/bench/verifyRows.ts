import { runInPage } from '../support/runInPage.js';
import { type BenchOptions, micros, NODE, type Row, times } from './Row.js';
import { importBuilt } from './importBuilt.js';
import { ratioOf } from './rounds.js';
import type * as verify from './verify.js';
import { MEASURED } from './verify.js';

const GOAL = 1.05;

/** Measures the verification of a license key in Node and in Chromium, with a key that is already imported. */
export async function verifyRows({ slowed }: BenchOptions): Promise<Row[]> {
  const rows: Row[] = [];
  const module = `${import.meta.dirname}/verify.ts`;
  const { benchVerify } = await importBuilt<typeof verify>(module);
  for (const alg of MEASURED) {
    const argument = { alg, calls: 40, slowed };
    const inNode = { runtime: NODE, result: await benchVerify(argument) };
    const inChromium = await runInPage<typeof inNode.result>('Chromium', module, 'benchVerify', argument);
    for (const { runtime, result } of [inNode, inChromium]) {
      const [ours, jose, bare] = result;
      const ratio = ratioOf(ours.rounds, jose.rounds);
      rows.push({
        what: `verifyLicenseKey, ${alg}, against jose's jwtVerify`,
        runtime,
        ours: `${micros(ours.microseconds)} (${times(ratio)})`,
        other: `jose ${micros(jose.microseconds)}, subtle.verify ${micros(bare.microseconds)}`,
        spread: result.map(({ spread }) => micros(spread)).join(', '),
        goal: `<= ${GOAL} times`,
        isMet: ratio <= GOAL,
      });
    }
  }
  return rows;
}
