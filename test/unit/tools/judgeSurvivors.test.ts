import { describe, expect, it } from 'vitest';
import { judgeSurvivors, type MutationReport } from '../../../tools/mutants/judgeSurvivors.js';
import { SURVIVORS } from '../../../tools/mutants/survivors.js';

const [reason] = SURVIVORS.filter(({ times = 1 }) => times === 1);
if (reason === undefined) throw new Error('Nothing is explained.');
const { file, original, replacement } = reason;

/** Returns a report with a mutant of the same text on each line. */
function reportOf(...statuses: readonly string[]): MutationReport {
  const column = { column: 1 };
  const mutants = statuses.map((status, at) => ({
    status,
    replacement,
    location: { start: { line: at + 1, ...column }, end: { line: at + 1, column: original.length + 1 } },
  }));
  return { files: { [file]: { source: statuses.map(() => original).join('\n'), mutants } } };
}

describe('a survivor', () => {
  it('is explained once by a reason for one place, and not a second time', () => {
    expect(judgeSurvivors(reportOf('Killed', 'Timeout', 'Survived'))).toMatchObject({ total: 3, killed: 2, explained: 1, unexplained: [] });
    const twice = judgeSurvivors(reportOf('Survived', 'NoCoverage', 'Ignored'));
    expect(twice).toMatchObject({ total: 2, leftOut: 1, killed: 0, explained: 1, unexplained: [{ file, line: 2, original, replacement }] });
  });

  it('makes its reason outdated when it is killed', () => {
    expect(judgeSurvivors(reportOf('Killed')).outdated).toContain(reason);
    expect(judgeSurvivors(reportOf('Survived')).outdated).not.toContain(reason);
  });
});
