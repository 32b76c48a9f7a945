import { ENGINES, type Engine, engines } from '../support/engines.js';

/** How the steps went in one engine; `null` for a step that was right, else what was wrong. */
export type EngineRun = { readonly engine: Engine; readonly runtime: string; readonly outcomes: ReadonlyMap<string, string | null> };

/** What is printed at the end, and whether everything was right: an engine that is wanted and not there never is. */
export function tellOutcomes(
  wanted: readonly Engine[],
  runs: readonly EngineRun[],
): { readonly lines: readonly string[]; readonly right: boolean } {
  const names = [...new Set(runs.flatMap(({ outcomes }) => [...outcomes.keys()]))];
  const room = Math.max(...names.map(({ length }) => length), 0);
  const row = (first: string, cells: readonly string[]) =>
    `${first.padEnd(room)}  ${cells.map((cell, at) => cell.padEnd(runs[at]?.runtime.length ?? 0)).join('  ')}`.trimEnd();
  const told = (outcome: string | null | undefined) => (outcome === undefined ? 'NOT TAKEN' : outcome === null ? 'right' : 'WRONG');
  const wrong = runs.flatMap(({ runtime, outcomes }) =>
    names.flatMap((name) => {
      const outcome = outcomes.get(name);
      return outcome === null ? [] : [`WRONG in ${runtime}: ${name}\n  ${outcome ?? 'it was not taken'}`];
    }),
  );
  const missing = wanted.filter((engine) => runs.every((run) => run.engine !== engine));
  const leftOut = ENGINES.filter((engine) => !wanted.includes(engine));
  return {
    lines: [
      row(
        '',
        runs.map(({ runtime }) => runtime),
      ),
      ...names.map((name) =>
        row(
          name,
          runs.map(({ outcomes }) => told(outcomes.get(name))),
        ),
      ),
      ...wrong,
      ...missing.map((engine) => `NOT RUN in ${engine}: it is not here (Debian: apt-get install ${engines[engine].packages.join(' ')}).`),
      ...leftOut.map((engine) => `Left out, as asked: ${engine}.`),
      `${names.length} steps in ${runs.length} of ${wanted.length} engines: ${wrong.length} wrong.`,
    ],
    right: wrong.length === 0 && missing.length === 0 && names.length > 0,
  };
}
