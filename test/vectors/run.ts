import { judge } from './judge.js';
import { judgeInChromium } from './judgeInChromium.js';
import { createOwnVectors } from './ownVectors.js';
import { findVectors, readVectors } from './readVectors.js';
import { tally } from './tally.js';

// `npm run vectors`: every signature vector in Node and in Chromium; fails where one is answered wrongly, or the folder is missing.

const folder = findVectors();
if (folder === null) {
  console.error(
    'The public signature vectors are missing. Name their folder in SIGNATURE_VECTORS; it holds wycheproof/ and rfc/ (see docs/verifier.md).',
  );
  process.exit(1);
}
const vectors = [...readVectors(folder), ...(await createOwnVectors())];
const runtimes = [{ runtime: `Node ${process.version.slice(1)}`, answers: await judge(vectors) }, await judgeInChromium(vectors)];
const rows = runtimes.flatMap(({ runtime, answers }) => tally(vectors, answers).map((row) => ({ runtime, ...row })));

console.table(rows.map(({ wrong, ...row }) => ({ ...row, wrong: wrong.length })));
for (const { runtime, file, wrong } of rows) for (const each of wrong) console.error(`${runtime}, ${file}, ${each}`);
process.exit(rows.some(({ wrong }) => wrong.length > 0) ? 1 : 0);
