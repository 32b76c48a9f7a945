import type { Budget } from './budgets.js';

/** What a size is judged as. */
export type Verdict = 'met' | 'FALLS SHORT' | 'OVER THE LIMIT' | 'within the limit';

/** `gzip` in bytes. What exceeds its limit fails; what has not reached its goal yet says so. */
export function judge(gzip: number, { goal, limit }: Pick<Budget, 'goal' | 'limit'>): Verdict {
  if (gzip > limit * 1_000) return 'OVER THE LIMIT';
  if (goal === undefined) return 'within the limit';
  return gzip <= goal * 1_000 ? 'met' : 'FALLS SHORT';
}
