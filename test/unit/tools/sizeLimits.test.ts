import { describe, expect, it } from 'vitest';
import { judge } from '../../../tools/size/judge.js';

describe('the size report', () => {
  it.each([
    [5_500, 'met'],
    [5_501, 'FALLS SHORT'],
    [14_800, 'FALLS SHORT'],
    [14_801, 'OVER THE LIMIT'],
  ])('rates %d bytes, with a goal of 5.5 kB and a limit of 14.8 kB, as %s', (gzip, verdict) => {
    expect(judge(gzip, { goal: 5.5, limit: 14.8 })).toBe(verdict);
  });

  it.each([
    [3_900, 'within the limit'],
    [3_901, 'OVER THE LIMIT'],
  ])('rates %d bytes, with a limit of 3.9 kB and no goal, as %s', (gzip, verdict) => {
    expect(judge(gzip, { limit: 3.9 })).toBe(verdict);
  });
});
