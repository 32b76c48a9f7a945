/** A way in which the code could be wrong: what is replaced where, and the tests that must notice. */
export type NamedBreak = {
  /** What the code then does. */
  readonly name: string;
  readonly file: string;
  /** Stands in the file once. */
  readonly from: string;
  readonly to: string;
  readonly tests: string;
};

/** Breaks of one file that one file of tests must notice. */
export function breaksOf(file: string, tests: string, breaks: readonly Pick<NamedBreak, 'name' | 'from' | 'to'>[]): readonly NamedBreak[] {
  return breaks.map((each) => ({ ...each, file, tests }));
}
