import { readFileSync } from 'node:fs';
import { transform } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkShell } from '../support/docs/checkShell.js';
import { checkTypes } from '../support/docs/checkTypes.js';
import { type CodeBlock, codeBlocks, documents } from '../support/docs/codeBlocks.js';

const blocks = documents().flatMap((file) => codeBlocks(file));
const TOKENS = new Set(readFileSync('src/styles/tokens.css', 'utf8').match(/--alx-[a-z-]+/g));

async function checkStyles({ file, line, code }: CodeBlock): Promise<readonly string[]> {
  const at = (row: number) => `${file}:${line + row}`;
  const { warnings } = await transform(code, { loader: 'css' });
  const unknown = code
    .split('\n')
    .flatMap((text, row) =>
      (text.match(/--alx-[a-z-]+/g) ?? []).filter((name) => !TOKENS.has(name)).map((name) => `${at(row)}: no token ${name}`),
    );
  return [...warnings.map(({ text, location }) => `${at((location?.line ?? 1) - 1)}: ${text}`), ...unknown];
}

function checkJson({ file, line, code }: CodeBlock): readonly string[] {
  try {
    JSON.parse(code);
    return [];
  } catch (error) {
    return [`${file}:${line}: ${error}`];
  }
}

/** Checks code blocks. Returns each problem with its file and line. */
async function check(all: readonly CodeBlock[]): Promise<readonly string[]> {
  const typed = all.filter(({ language }) => language === 'ts' || language === 'tsx');
  const others = await Promise.all(
    all.map((block) => {
      if (block.language === 'ts' || block.language === 'tsx') return [];
      if (block.language === 'sh') return checkShell(block);
      if (block.language === 'css') return checkStyles(block);
      return block.language === 'json' ? checkJson(block) : [`${block.file}:${block.line}: nothing checks "${block.language}"`];
    }),
  );
  return [...checkTypes(typed), ...others.flat()];
}

const broken = [
  [
    'ts',
    "import { createLicenseClient } from '@alexandria-ee/license-ui/client';\n\ncreateLicenseClient({ baseURL: '/api', scope: 'ada' });",
  ],
  ['ts', "import { watchFetch } from '@alexandria-ee/license-ui/client';"],
  ['tsx', "import { LicenseBanner } from '@alexandria-ee/license-ui';\n\nexport const banner = <LicenseBanner dismissible />;"],
  ['tsx', '<LicensePanel />;'],
  ['ts', 'const broken = ;'],
  ['sh', 'npm ci\nnpm run demo:publish'],
  ['sh', 'npm run api -- --scenery grace'],
  ['sh', 'npm run api -- --scenario graze'],
  ['sh', 'npm run api -- --fault "503 for 40 parsecs"'],
  ['sh', 'npm run api --scenario grace'],
  ['sh', 'npm ci\nyarn dev'],
  ['sh', 'npm ci && ('],
  ['sh', `curl -d '{"fault":"503 for 40 parsecs"}' http://127.0.0.1:8080/__mock__`],
  ['css', '[data-license-part] {\n  --alx-acent: red;\n}'],
  ['css', '[data-license-part] {\n  color red;\n}'],
  ['json', '{ "tier": }'],
  ['yaml', 'tier: enterprise'],
  ['ts', "import { client, server } from './license';"],
  ['sh', `curl -d '{"scenario":"graze"}' http://127.0.0.1:8080/__mock__`],
  ['sh', `curl -d '{"expires":"a year"}' http://127.0.0.1:8080/__mock__`],
].map(([language = '', code = ''], index): CodeBlock => ({ file: `broken-${index}.md`, line: 10, language, code }));

describe('the code of the documents', () => {
  // One call for all blocks, so that the compiler reads the types of React only once.
  let found: readonly string[];
  beforeAll(async () => {
    found = await check([...blocks, ...broken]);
  }, 120_000);

  it('compiles, parses or runs, block by block', () => {
    expect(blocks.length).toBeGreaterThan(40);
    expect(found.filter((line) => !line.startsWith('broken-'))).toEqual([]);
  });

  it('fails with its file and line if it is broken, whatever its language', () => {
    const reported = broken.map(({ file }) => found.find((line) => line.startsWith(file))?.replace(/\s+/g, ' ') ?? `${file} is silent`);
    expect(reported.map((line) => line.slice(0, 110))).toMatchInlineSnapshot(`
      [
        "broken-0.md:12: Object literal may only specify known properties, but 'baseURL' does not exist in type 'Licens",
        "broken-1.md:10: Module '"@alexandria-ee/license-ui/client"' has no exported member 'watchFetch'.",
        "broken-2.md:12: Type '{ dismissible: true; }' is not assignable to type 'IntrinsicAttributes'. Property 'dismi",
        "broken-3.md:10: Cannot find name 'LicensePanel'.",
        "broken-4.md:10: Expression expected.",
        "broken-5.md:11: there is no "npm run demo:publish"",
        "broken-6.md:10: "npm run api" takes no --scenery",
        "broken-7.md:10: there is no scenario "graze"",
        "broken-8.md:10: LicenseError: There is no fault "503 for 40 parsecs". A step is a fault (html-login, empty, tr",
        "broken-9.md:10: "npm run api" is given --scenario without -- before it",
        "broken-10.md:11: bash: line 3: yarn: command not found",
        "broken-11.md:11: bash: -c: line 3: syntax error: unexpected end of file",
        "broken-12.md:10: LicenseError: There is no fault "503 for 40 parsecs". A step is a fault (html-login, empty, t",
        "broken-13.md:11: no token --alx-acent",
        "broken-14.md:11: Expected ":"",
        "broken-15.md:10: SyntaxError: Unexpected token '}', "{ "tier": }" is not valid JSON",
        "broken-16.md:10: nothing checks "yaml"",
        "broken-17.md:10: Module '"./license"' has no exported member 'server'.",
        "broken-18.md:10: there is no scenario "graze"",
        "broken-19.md:10: LicenseError: "a year" is no time: write an offset such as -9d, 90m or 30d, or a date such as",
      ]
    `);
  });
});
