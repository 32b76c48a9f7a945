import type { Browser } from 'playwright';
import type { Host } from './Host.js';
import { installHost, leaveOut, runScript, wrongSource } from './installHost.js';
import { visitHost, weighHost } from './visitHost.js';

/** The columns of the table that are right or wrong. */
export type Cell = 'tarball' | 'types' | 'built' | 'banner' | 'panel' | '402' | 'console';

/** A row of the table. */
export type Row = {
  readonly name: string;
  readonly versions: string;
  /** What is wrong, by column. */
  readonly wrong: Partial<Record<Cell, string>>;
  readonly logged: number;
  /** Min + gzip; `null` where it couldn't be built. */
  readonly addedBytes: number | null;
};

/** Installs a host, type-checks it, builds it for production and for development, visits both, and weighs it with and without the package. */
export async function tryHost(host: Host, tarball: string, browser: Browser): Promise<Row> {
  const { name } = host;
  const installed = await installHost(host, tarball).catch((error: unknown) => String(Object(error).stderr || error));
  if (typeof installed === 'string') return { name, versions: '', wrong: { tarball: installed }, logged: 0, addedBytes: null };
  const { versions } = installed;
  const wrong: Partial<Record<Cell, string>> = {};
  const note = (cell: Cell, what: string | null | undefined) => {
    if (what) wrong[cell] ??= what;
  };
  note('tarball', wrongSource(installed, tarball));
  note('types', await runScript(installed, 'typecheck', 'production'));
  let logged = 0;
  // The development build last but one: React complains of more in it.
  for (const mode of ['development', 'production'] as const) {
    const failed = await runScript(installed, 'build', mode);
    note('built', failed);
    if (failed !== null) return { name, versions, wrong, logged, addedBytes: null };
    const sights = await visitHost(host, installed, browser, mode).catch((error: unknown) => ({
      wrongs: { banner: String(error) },
      logged: [],
    }));
    for (const [sight, what] of Object.entries(sights.wrongs)) note(sight as Cell, `${mode}: ${what}`);
    logged += sights.logged.length;
    note('console', sights.logged.length > 0 ? `${mode}: ${sights.logged.join('\n')}` : null);
  }
  const withIt = await weighHost(host, installed, browser);
  leaveOut(installed, host);
  note('built', await runScript(installed, 'build', 'production'));
  return { name, versions, wrong, logged, addedBytes: withIt - (await weighHost(host, installed, browser)) };
}
