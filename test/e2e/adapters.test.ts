import { describe, expect, it } from 'vitest';
import { judgeInChromium } from '../../tools/adapters/judgeInChromium.js';

const { runtime, rows } = await judgeInChromium();

describe.each(rows.map((row) => [`${row.adapter} (${row.library ?? 'Chromium'})`, row.outcomes] as const))(
  `in ${runtime.split(' ')[0]}, %s`,
  (_, outcomes) => {
    it.each(Object.entries(outcomes))('%s', (_name, outcome) => {
      expect(outcome).toMatch(/^(passed|–)$/);
    });
  },
);
