import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NAMED_BREAKS } from './named.js';

// `npm run mutants -- --named` applies them, which takes long; that each of them still can be is told here.
describe('each named break', () => {
  it('fits the code once', () => {
    const places = NAMED_BREAKS.map(({ name, file, from }) => ({ name, times: readFileSync(file, 'utf8').split(from).length - 1 }));
    expect(places.filter(({ times }) => times !== 1)).toEqual([]);
  });

  it('has a name of its own, and tests that are there', () => {
    expect(new Set(NAMED_BREAKS.map(({ name, file }) => `${name} ${file}`)).size).toBe(NAMED_BREAKS.length);
    expect(NAMED_BREAKS.filter(({ tests }) => !existsSync(tests))).toEqual([]);
  });
});
