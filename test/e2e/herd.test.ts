import { describe, expect, it } from 'vitest';
import { herd } from '../../tools/bench/herd.js';
import type { Row } from '../../tools/bench/Row.js';

// Fewer than the bench has: whoever wants its figures runs it.
const DASHBOARDS = 1_000;
const PATIENCE_MS = 120_000;

// Beside those that hear of a 402 as these do.
const verdicts = (rows: readonly Row[]) =>
  rows.filter(({ what }) => what.includes('a refetch at each 402')).flatMap(({ isMet }) => isMet ?? []);

describe('a herd of dashboards', () => {
  it(
    'asks at a tenth of the usual rate through a restart and a flood of 402s, and no faster than usual when all licenses lapse',
    async () => {
      const { rows, chart } = await herd({ slowed: false }, DASHBOARDS);
      expect(verdicts(rows)).toEqual([true, true]);
      const lapse = rows.find(({ what }) => what.includes('lapses for all'))?.ours ?? '';
      expect(Number(/([\d.]+) times/.exec(lapse)?.[1])).toBeLessThan(1.5);
      expect(chart).toMatch(/█/);
    },
    PATIENCE_MS,
  );

  it(
    'asks as fast as the usual ones where the dice of the pages always fall alike',
    async () => {
      const { rows } = await herd({ slowed: true }, DASHBOARDS);
      expect(verdicts(rows)).toEqual([false, false]);
    },
    PATIENCE_MS,
  );
});
