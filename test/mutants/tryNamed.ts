import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createVitest, type Vitest } from 'vitest/node';
import type { NamedBreak } from './NamedBreak.js';

/** What became of a break: the title of the first test that it turned red, or `null` where all stayed green. */
export type Tried = { readonly broken: NamedBreak; readonly red: string | null };

/**
 * Applies each break to a copy of the project, and runs the tests that must notice until the first that does. One Vitest runs them all: most of
 * the time of a single run goes into its start.
 *
 * @throws Where a break does no longer fit the code.
 */
export async function tryNamed(breaks: readonly NamedBreak[], tell: (tried: Tried) => void): Promise<void> {
  const home = process.cwd();
  const copy = copyProject();
  process.chdir(copy);
  // On a busy machine a test can be late once; what is late three times is red.
  const patience = { fileParallelism: false, retry: 2, testTimeout: 30_000 };
  // Several runs at once, and the project itself, would take each other's.
  const ownCache = { cacheDir: join(copy, '.vite') };
  const vitest = await createVitest('test', { root: copy, watch: false, reporters: [{}], bail: 1, api: false, ...patience }, ownCache);
  try {
    await vitest.standalone();
    const before = new Map<string, string | null>();
    for (const broken of breaks) {
      const redBefore = before.get(broken.tests) ?? (before.has(broken.tests) ? null : await firstRed(vitest, join(copy, broken.tests)));
      before.set(broken.tests, redBefore);
      // Tests that fail by themselves prove nothing.
      if (redBefore !== null) {
        console.error(`${broken.tests} is red before anything is broken: ${redBefore}`);
        tell({ broken, red: null });
        continue;
      }
      const path = join(copy, broken.file);
      const code = readFileSync(path, 'utf8');
      if (code.split(broken.from).length !== 2)
        throw new Error(`"${broken.name}": ${broken.file} no longer holds once what the break replaces.`);
      const write = (text: string) => {
        writeFileSync(path, text);
        vitest.invalidateFile(path);
      };
      write(code.replace(broken.from, () => broken.to));
      tell({ broken, red: await firstRed(vitest, join(copy, broken.tests)) });
      write(code);
    }
  } finally {
    await vitest.close();
    process.chdir(home);
    rmSync(copy, { recursive: true });
  }
}

function copyProject(): string {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'license-ui-')));
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' });
  for (const file of files.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(file, join(copy, file));
  }
  cpSync('public/mockServiceWorker.js', join(copy, 'public/mockServiceWorker.js'));
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  return copy;
}

async function firstRed(vitest: Vitest, path: string): Promise<string | null> {
  const found = (await vitest.globTestSpecifications([path])).filter(({ moduleId }) => moduleId === path);
  if (found.length === 0) throw new Error(`${path} holds no tests.`);
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(found);
  // It tells of those of earlier runs, too.
  for (const module of testModules.filter(({ moduleId }) => moduleId === path)) {
    for (const test of module.children.allTests('failed')) return test.fullName;
    const [error] = module.errors();
    // What can't even be loaded proves nothing of the tests.
    if (error !== undefined) console.error(`${path} could not be run: ${error.message}`);
  }
  const [error] = unhandledErrors;
  return error === undefined ? null : `(an error that nobody has caught: ${String(Object(error).message)})`;
}
