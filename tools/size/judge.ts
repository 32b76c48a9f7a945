import type { Budget } from './budgets.js';

/** The verdict on a size. */
export type Verdict = 'met' | 'FALLS SHORT' | 'OVER THE LIMIT' | 'within the limit';

/** Compares a size in bytes of gzip with its goal and limit. */
export function judge(gzip: number, { goal, limit }: Pick<Budget, 'goal' | 'limit'>): Verdict {
  if (gzip > limit * 1_000) return 'OVER THE LIMIT';
  if (goal === undefined) return 'within the limit';
  return gzip <= goal * 1_000 ? 'met' : 'FALLS SHORT';
}
