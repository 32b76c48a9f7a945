import { describe, expect, it } from 'vitest';
import { judge, type Vector } from '../../../tools/vectors/judge.js';
import { createOwnVectors } from '../../../tools/vectors/ownVectors.js';
import { findVectors, readVectors } from '../../../tools/vectors/readVectors.js';
import { tally } from '../../../tools/vectors/tally.js';

const own = await createOwnVectors();
const folder = findVectors();
if (folder === null) console.warn('SKIPPED: the public signature vectors are missing; name their folder in SIGNATURE_VECTORS.');

const wrong = async (vectors: readonly Vector[]) => tally(vectors, await judge(vectors)).flatMap((row) => row.wrong);

describe('signature vectors in Node', () => {
  it('have the expected results, with at least one vector for each rule', async () => {
    expect(own.length).toBeGreaterThan(100);
    expect(await wrong(own)).toEqual([]);
  });

  it.skipIf(folder === null)('from public test suites have the expected results', async () => {
    const vectors = readVectors(folder ?? '');
    expect(vectors).toHaveLength(686);
    expect(await wrong(vectors)).toEqual([]);
  });

  it('count an unexpected kind of result as wrong', () => {
    const [vector] = own;
    if (!vector) throw new Error('There are vectors.');
    expect(tally([{ ...vector, expected: 'refuse' }], ['threw TypeError'])[0]?.wrong).toHaveLength(1);
    expect(tally([{ ...vector, expected: 'refuse' }], ['accept'])[0]?.wrong).toHaveLength(1);
    expect(tally([{ ...vector, expected: 'refuse' }], ['invalid_signature'])[0]?.wrong).toHaveLength(0);
  });
});
