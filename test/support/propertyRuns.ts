/** True if StrykerJS runs the tests. It repeats them for nearly every mutant. */
export const isUnderMutation = process.env['UNDER_MUTATION'] !== undefined;

/** Returns the number of runs of a property. Under mutation it is a tenth, because mutants rarely fail only for rare inputs. */
export function propertyRuns(runs: number): number {
  return isUnderMutation ? Math.ceil(runs / 10) : runs;
}
