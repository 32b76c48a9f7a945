import { expect, it } from 'vitest';
import { runInPage } from '../../tools/support/runInPage.js';
import { createOwnVectors } from '../../tools/vectors/ownVectors.js';
import { findVectors, readVectors } from '../../tools/vectors/readVectors.js';
import { tally } from '../../tools/vectors/tally.js';

const folder = findVectors();

it(`signature vectors have the same results in Chromium as in Node${folder === null ? ' (SKIPPED the public ones: SIGNATURE_VECTORS)' : ''}`, async () => {
  const vectors = [...(folder === null ? [] : readVectors(folder)), ...(await createOwnVectors())];
  const { result } = await runInPage<string[]>('Chromium', `${import.meta.dirname}/../../tools/vectors/judge.ts`, 'judge', vectors);
  expect(tally(vectors, result).flatMap(({ wrong }) => wrong)).toEqual([]);
});
