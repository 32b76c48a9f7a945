import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../tools/support/engines.js';
import { type EngineRun, tellOutcomes } from '../../../tools/engines/reportOutcomes.js';

const run = (engine: Engine, outcomes: Readonly<Record<string, string | null>>): EngineRun => ({
  engine,
  runtime: `${engine} 1.2`,
  outcomes: new Map(Object.entries(outcomes)),
});

describe('the table of engines', () => {
  it('has a row for each step and a column for each engine, with its version', () => {
    const { lines, right } = tellOutcomes(['Chromium', 'Firefox'], [run('Chromium', { flips: null }), run('Firefox', { flips: null })]);
    expect(lines.slice(0, 2)).toEqual(['       Chromium 1.2  Firefox 1.2', 'flips  right         right']);
    expect(right).toBe(true);
  });

  it('names an engine that is not there, and fails', () => {
    const { lines, right } = tellOutcomes(['Chromium', 'WebKit'], [run('Chromium', { flips: null })]);
    expect(lines.join('\n')).toContain('NOT RUN in WebKit: it is not here (Debian: apt-get install webkit2gtk-driver xvfb).');
    expect(right).toBe(false);
  });

  it('does not fail for an engine that was left out, and says so', () => {
    const { lines, right } = tellOutcomes(['Chromium'], [run('Chromium', { flips: null })]);
    expect(lines).toContain('Left out, as asked: Firefox.');
    expect(right).toBe(true);
  });

  it('says what was wrong where, and fails; a step that was not taken in an engine is wrong there', () => {
    const { lines, right } = tellOutcomes(
      ['Chromium', 'Firefox'],
      [run('Chromium', { flips: 'it stayed', fits: null }), run('Firefox', { flips: null })],
    );
    expect(lines).toContain('WRONG in Chromium 1.2: flips\n  it stayed');
    expect(lines).toContain('WRONG in Firefox 1.2: fits\n  it was not taken');
    expect(right).toBe(false);
  });

  it('fails where nothing was tried', () => {
    expect(tellOutcomes([], []).right).toBe(false);
  });
});
