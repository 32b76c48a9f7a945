import { enginesHere } from '../support/engines.js';
import { runInPage } from '../support/runInPage.js';
import { judge } from './judge.js';
import { createOwnVectors } from './ownVectors.js';
import { findVectors, readVectors } from './readVectors.js';
import { tally } from './tally.js';
import { readOptions } from '../support/readOptions.js';

readOptions(
  `Checks every signature vector, public and our own, in Node and Chromium, and in Firefox and WebKit if they are installed.

  SIGNATURE_VECTORS=FOLDER npm run vectors

Fails if a vector is judged wrongly, or if the folder of public vectors is missing.`,
  {},
);

const folder = findVectors();
if (folder === null) {
  console.error(
    'The public signature vectors are missing. Name their folder in SIGNATURE_VECTORS; it holds wycheproof/ and rfc/ (see docs/verifier.md).',
  );
  process.exit(1);
}
const vectors = [...readVectors(folder), ...(await createOwnVectors())];
const runtimes = [{ runtime: `Node ${process.version.slice(1)}`, result: await judge(vectors) }];
const engines = enginesHere();
for (const engine of engines) runtimes.push(await runInPage<string[]>(engine, `${import.meta.dirname}/judge.ts`, 'judge', vectors));
const rows = runtimes.flatMap(({ runtime, result }) => tally(vectors, result).map((row) => ({ runtime, ...row })));
for (const engine of ['Firefox', 'WebKit'] as const) {
  if (!engines.includes(engine))
    console.warn(`NOT RUN in ${engine}: it is not installed (Debian: firefox-esr; webkit2gtk-driver and xvfb).`);
}

console.table(rows.map(({ wrong, ...row }) => ({ ...row, wrong: wrong.length })));
for (const { runtime, file, wrong } of rows) for (const each of wrong) console.error(`${runtime}, ${file}, ${each}`);
process.exit(rows.some(({ wrong }) => wrong.length > 0) ? 1 : 0);
