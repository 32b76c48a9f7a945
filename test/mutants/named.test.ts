import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { type Loader, transform } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { NAMED_BREAKS } from './named.js';

// `npm run mutants -- --named` applies them, which takes long; that each of them still can be is told here.
describe('each named break', () => {
  it('fits the code once', () => {
    const places = NAMED_BREAKS.map(({ name, file, from }) => ({ name, times: readFileSync(file, 'utf8').split(from).length - 1 }));
    expect(places.filter(({ times }) => times !== 1)).toEqual([]);
  });

  // A page that can't be loaded turns every test red, and proves nothing of any.
  it('is code that can still be read', async () => {
    const broken = NAMED_BREAKS.map(({ file, from, to, ...rest }) => ({
      ...rest,
      loader: loaderOf(file),
      code: readFileSync(file, 'utf8').replace(from, () => to),
    }));
    const unreadable = await Promise.all(
      broken.map(({ name, code, loader }) =>
        transform(code, { loader, logLevel: 'silent' }).then(
          () => [],
          (error: unknown) => [`${name}: ${error}`],
        ),
      ),
    );
    expect(unreadable.flat()).toEqual([]);
  });

  it('has a name of its own, and tests that are there', () => {
    expect(new Set(NAMED_BREAKS.map(({ name, file }) => `${name} ${file}`)).size).toBe(NAMED_BREAKS.length);
    expect(NAMED_BREAKS.filter(({ tests }) => !existsSync(tests))).toEqual([]);
  });
});

function loaderOf(file: string): Loader {
  const loaders: Readonly<Record<string, Loader>> = { '.ts': 'ts', '.tsx': 'tsx', '.css': 'css' };
  return loaders[extname(file)] ?? 'text';
}
