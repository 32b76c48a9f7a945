import { expect, it } from 'vitest';
import { runInPage } from '../support/runInPage.js';
import { createOwnVectors } from '../vectors/ownVectors.js';
import { findVectors, readVectors } from '../vectors/readVectors.js';
import { tally } from '../vectors/tally.js';

const folder = findVectors();

it(`signature vectors are answered in Chromium as in Node${folder === null ? ' (SKIPPED the public ones: SIGNATURE_VECTORS)' : ''}`, async () => {
  const vectors = [...(folder === null ? [] : readVectors(folder)), ...(await createOwnVectors())];
  const { result } = await runInPage<string[]>('Chromium', `${import.meta.dirname}/../vectors/judge.ts`, 'judge', vectors);
  expect(tally(vectors, result).flatMap(({ wrong }) => wrong)).toEqual([]);
});
