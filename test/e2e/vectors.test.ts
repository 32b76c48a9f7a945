import { expect, it } from 'vitest';
import { judgeInChromium } from '../vectors/judgeInChromium.js';
import { createOwnVectors } from '../vectors/ownVectors.js';
import { findVectors, readVectors } from '../vectors/readVectors.js';
import { tally } from '../vectors/tally.js';

const folder = findVectors();

it(`signature vectors are answered in Chromium as in Node${folder === null ? ' (SKIPPED the public ones: SIGNATURE_VECTORS)' : ''}`, async () => {
  const vectors = [...(folder === null ? [] : readVectors(folder)), ...(await createOwnVectors())];
  const { answers } = await judgeInChromium(vectors);
  expect(tally(vectors, answers).flatMap(({ wrong }) => wrong)).toEqual([]);
});
