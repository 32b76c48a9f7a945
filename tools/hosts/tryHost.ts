import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import type { HostBreak } from './breaks.js';
import type { Host, Wrongs } from './Host.js';
import { type InstalledHost, leaveOut, runScript, wrongSource } from './installHost.js';
import { type Sights, visitHost, weighHost } from './visitHost.js';

/** A column of the table that can fail. */
export type Cell = 'tarball' | 'types' | 'built' | keyof Required<Wrongs> | 'console' | 'added';

/** Problems by column. */
type WrongCells = Partial<Record<Cell, string>>;

/** A row of the table. */
export type Row = {
  readonly name: string;
  readonly versions: string;
  readonly wrong: WrongCells;
  /** Number of console lines of the page and its server. */
  readonly logged: number;
  /** Minified and gzipped bytes that the package adds; `null` if the host could not be built. */
  readonly addedBytes: number | null;
};

type Mode = 'development' | 'production';

/** Type-checks a host, builds and visits it in both modes, and measures its size with and without the package. */
export async function tryHost(host: Host, installed: InstalledHost, tarball: string, browser: Browser, visits: number): Promise<Row> {
  const { name } = host;
  const { versions } = installed;
  const { wrong, logged } = await examine(host, installed, tarball, browser, { modes: ['development', 'production'], visits });
  if (wrong.built !== undefined) return { name, versions, wrong, logged, addedBytes: null };
  const sizeWith = await weighHost(host, installed, browser);
  leaveOut(installed, host);
  const failed = await runScript(installed, 'build', 'production');
  if (failed !== null) return { name, versions, wrong: { ...wrong, added: failed }, logged, addedBytes: null };
  const addedBytes = sizeWith - (await weighHost(host, installed, browser));
  return { name, versions, wrong: addedBytes > 0 ? wrong : { ...wrong, added: 'it adds nothing' }, logged, addedBytes };
}

/** Applies a defect to an installed host, then reverts it. Returns the problem in the defect's column; `null` if there is none. */
export async function tryBreak(
  host: Host,
  installed: InstalledHost,
  tarball: string,
  browser: Browser,
  { file, from, to, caughtBy }: HostBreak,
): Promise<string | null> {
  const path = join(installed.folder, file);
  const right = readFileSync(path, 'utf8');
  const broken = right.replaceAll(from, to);
  if (broken === right) throw new Error(`${path} does not contain ${from}.`);
  writeFileSync(path, broken);
  const { wrong } = await examine(host, installed, tarball, browser, { modes: ['development'], visits: 1, only: caughtBy });
  writeFileSync(path, right);
  return wrong[caughtBy] ?? null;
}

type Examination = {
  readonly modes: readonly Mode[];
  /** Number of visits of each build. */
  readonly visits: number;
  /** Skips steps that cannot affect this column. Default: all columns. */
  readonly only?: Cell;
};

async function examine(host: Host, installed: InstalledHost, tarball: string, browser: Browser, { modes, visits, only }: Examination) {
  const wrong: WrongCells = {};
  let logged = 0;
  const note = (cell: string, what: string | null | undefined) => {
    if (what) wrong[cell as Cell] ??= what;
  };
  if (only === undefined || only === 'tarball') note('tarball', wrongSource(installed, tarball));
  if (only === undefined || only === 'types') note('types', await runScript(installed, 'typecheck', 'production'));
  if (only === 'tarball' || only === 'types') return { wrong, logged };
  for (const mode of modes) {
    const failed = await runScript(installed, 'build', mode);
    note('built', failed);
    if (failed !== null) return { wrong, logged };
    const notVisited = (error: unknown): Sights => {
      const why = `could not be visited: ${String(error)}`;
      return { wrongs: { banner: why, panel: why, 402: why }, logged: [] };
    };
    for (let visit = 1; visit <= visits; visit += 1) {
      const sights = await visitHost(host, installed, browser, mode).catch(notVisited);
      const which = visits === 1 ? mode : `${mode}, visit ${visit}`;
      for (const [sight, what] of Object.entries(sights.wrongs)) note(sight, `${which}: ${what}`);
      logged += sights.logged.length;
      if (sights.logged.length > 0) note('console', `${which}: ${sights.logged.join('\n')}`);
    }
  }
  return { wrong, logged };
}
