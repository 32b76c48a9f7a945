import type { Vector } from './judge.js';

/** The result of one file: the numbers of vectors, and the wrong answers. */
export type Tally = {
  readonly file: string;
  readonly vectors: number;
  readonly accepted: number;
  readonly refused: number;
  readonly corrected: number;
  readonly wrong: readonly string[];
};

/** Compares the answers of a runtime with the expected ones, file by file. */
export function tally(vectors: readonly Vector[], answers: readonly (string | undefined)[]): readonly Tally[] {
  return [...new Set(vectors.map(({ file }) => file))].map((file) => {
    const own = vectors.flatMap((vector, at) => (vector.file === file ? [{ ...vector, answer: answers[at] ?? 'no answer' }] : []));
    const accepted = own.filter(({ answer }) => answer === 'accept').length;
    return {
      file,
      vectors: own.length,
      accepted,
      refused: own.length - accepted,
      corrected: own.filter(({ corrected }) => corrected).length,
      wrong: own.filter((vector) => !isRight(vector)).map(({ id, expected, answer }) => `${id}: expected ${expected}, was ${answer}`),
    };
  });
}

// Only the verifier's own error codes count as a refusal.
function isRight({ expected, answer }: Vector & { readonly answer: string }): boolean {
  return expected === 'refuse' ? answer !== 'accept' && /^[a-z_]+$/.test(answer) : answer === expected;
}
