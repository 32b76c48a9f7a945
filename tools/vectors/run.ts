import { enginesHere } from '../support/engines.js';
import { runInPage } from '../support/runInPage.js';
import { judge } from './judge.js';
import { createOwnVectors } from './ownVectors.js';
import { findVectors, readVectors } from './readVectors.js';
import { tally } from './tally.js';

// `npm run vectors`: every signature vector in Node, in Chromium, and in Firefox and WebKit where they are; fails where one is answered
// wrongly, or the folder is missing.

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
