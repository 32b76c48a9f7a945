import { describe, expect, it } from 'vitest';
import { describeStep, stepsOf } from '../../../tools/reliability/steps.js';

describe('the steps of a random sequence', () => {
  it('depend only on the seed, so that a sequence can be repeated', () => {
    expect(stepsOf(7, 200)).toEqual(stepsOf(7, 200));
    expect(stepsOf(7, 200)).not.toEqual(stepsOf(8, 200));
    expect(stepsOf(7, 5)).toEqual(stepsOf(7, 200).slice(0, 5));
  });

  it('include every kind, and reload only a page that can be reached', () => {
    const steps = stepsOf(1, 2_000);
    const kinds = new Set(steps.map(({ does }) => does));
    expect([...kinds].sort()).toEqual(
      ['api-clock', 'browser-clock', 'fault', 'hide', 'license', 'offline', 'online', 'reload', 'show'].sort(),
    );
    let [offline, fault, hidden]: [boolean, unknown, boolean] = [false, null, false];
    for (const step of steps) {
      if (step.does === 'fault') fault = step.fault;
      if (step.does === 'offline' || step.does === 'online') offline = step.does === 'offline';
      if (step.does === 'reload') expect([offline, fault === 'refused']).toEqual([false, false]);
      if (step.does === 'browser-clock') expect(hidden).toBe(false);
      hidden = step.does === 'hide' || (hidden && step.does !== 'show' && step.does !== 'reload');
    }
  });

  it('are printed as one line each', () => {
    expect(describeStep({ does: 'fault', fault: null })).toBe('well');
    expect(describeStep({ does: 'license', expiresIn: -2 * 86_400_000 })).toBe('license -2.00 d');
    expect(describeStep({ does: 'api-clock', by: 3_600_000 })).toBe('api-clock +0.04 d');
  });
});
