import { ENGINES, type Engine, engines } from '../support/engines.js';

/** The outcome of each step in one engine: `null` if the step passed, else the error. */
export type EngineRun = { readonly engine: Engine; readonly runtime: string; readonly outcomes: ReadonlyMap<string, string | null> };

/** Returns the final report, and whether everything passed. A wanted engine that is missing counts as a failure. */
export function reportOutcomes(
  wanted: readonly Engine[],
  runs: readonly EngineRun[],
): { readonly lines: readonly string[]; readonly right: boolean } {
  const names = [...new Set(runs.flatMap(({ outcomes }) => [...outcomes.keys()]))];
  const nameWidth = Math.max(...names.map(({ length }) => length), 0);
  const row = (first: string, cells: readonly string[]) =>
    `${first.padEnd(nameWidth)}  ${cells.map((cell, at) => cell.padEnd(runs[at]?.runtime.length ?? 0)).join('  ')}`.trimEnd();
  const cellText = (outcome: string | null | undefined) => (outcome === undefined ? 'NOT TAKEN' : outcome === null ? 'right' : 'WRONG');
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
          runs.map(({ outcomes }) => cellText(outcomes.get(name))),
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
