import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../tools/support/engines.js';
import { type EngineRun, reportOutcomes } from '../../../tools/engines/reportOutcomes.js';

const run = (engine: Engine, outcomes: Readonly<Record<string, string | null>>): EngineRun => ({
  engine,
  runtime: `${engine} 1.2`,
  outcomes: new Map(Object.entries(outcomes)),
});

describe('the table of engines', () => {
  it('has a row for each step and a column for each engine, with its version', () => {
    const { lines, right } = reportOutcomes(['Chromium', 'Firefox'], [run('Chromium', { flips: null }), run('Firefox', { flips: null })]);
    expect(lines.slice(0, 2)).toEqual(['       Chromium 1.2  Firefox 1.2', 'flips  right         right']);
    expect(right).toBe(true);
  });

  it('names a missing engine, and fails', () => {
    const { lines, right } = reportOutcomes(['Chromium', 'WebKit'], [run('Chromium', { flips: null })]);
    expect(lines.join('\n')).toContain('NOT RUN in WebKit: it is not here (Debian: apt-get install webkit2gtk-driver xvfb).');
    expect(right).toBe(false);
  });

  it('mentions an engine that was left out, and does not fail', () => {
    const { lines, right } = reportOutcomes(['Chromium'], [run('Chromium', { flips: null })]);
    expect(lines).toContain('Left out, as asked: Firefox.');
    expect(right).toBe(true);
  });

  it('lists wrong and missing steps with their engine, and fails', () => {
    const { lines, right } = reportOutcomes(
      ['Chromium', 'Firefox'],
      [run('Chromium', { flips: 'it stayed', fits: null }), run('Firefox', { flips: null })],
    );
    expect(lines).toContain('WRONG in Chromium 1.2: flips\n  it stayed');
    expect(lines).toContain('WRONG in Firefox 1.2: fits\n  it was not taken');
    expect(right).toBe(false);
  });

  it('fails if no engine ran', () => {
    expect(reportOutcomes([], []).right).toBe(false);
  });
});
