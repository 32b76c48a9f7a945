import { SURVIVORS } from './survivors.js';

type Position = { readonly line: number; readonly column: number };

/** The fields of StrykerJS's JSON report that this tool reads. */
export type MutationReport = {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: string;
        readonly mutants: readonly {
          readonly status: string;
          readonly replacement?: string;
          readonly location: { readonly start: Position; readonly end: Position };
        }[];
      }
    >
  >;
};

/**
 * Returns the score of a report, and its survivors: explained ones, unexplained ones, and explanations that no longer apply.
 * Ignored mutants do not count. They are static, so each would need a fresh load of its module.
 */
export function judgeSurvivors({ files }: MutationReport) {
  const mutants = Object.entries(files).flatMap(([file, { source, mutants: found }]) =>
    found.map(({ status, replacement = '', location }) => ({
      file,
      status,
      replacement,
      line: location.start.line,
      original: textAt(source, location),
    })),
  );
  const valid = mutants.filter(({ status }) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status));
  const survived = valid.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  const explains = (survivor: (typeof SURVIVORS)[number], mutant: (typeof mutants)[number]) =>
    survivor.file === mutant.file && survivor.original === mutant.original && survivor.replacement === mutant.replacement;
  const left = new Map(SURVIVORS.map((survivor) => [survivor, survivor.times ?? 1]));
  const unexplained = survived.filter((mutant) => {
    for (const [survivor, times] of left) {
      if (times === 0 || !explains(survivor, mutant)) continue;
      left.set(survivor, times - 1);
      return false;
    }
    return true;
  });
  return {
    total: valid.length,
    leftOut: mutants.filter(({ status }) => status === 'Ignored').length,
    killed: valid.length - survived.length,
    explained: survived.length - unexplained.length,
    unexplained,
    outdated: SURVIVORS.filter((survivor) => survivor.file in files && left.get(survivor) !== 0),
  };
}

function textAt(source: string, { start, end }: { readonly start: Position; readonly end: Position }): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return lines.map((line, index) => line.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined)).join('\n');
}
