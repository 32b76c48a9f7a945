/** Whether StrykerJS runs the tests, which it does again for nearly every mutant. */
export const isUnderMutation = process.env['UNDER_MUTATION'] !== undefined;

/** How often a property is tried: under mutation a tenth of it, since what a mutant breaks is seldom rare. */
export function propertyRuns(runs: number): number {
  return isUnderMutation ? Math.ceil(runs / 10) : runs;
}
