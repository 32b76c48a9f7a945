import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string) => readFileSync(path, 'utf8');

it('docs/theming.md lists every token of tokens.css with its default values', () => {
  const [general = ''] = read('src/styles/tokens.css').split('/* Not in :where()');
  const tokens = Array.from(general.matchAll(/(--alx-[\w-]+): ([^;]+);/g), ([, name, value = '']) => {
    const [, light, dark] = /^light-dark\((.*), (.*)\)$/.exec(value) ?? [null, value, null];
    return [name, `\`${light}\``, dark === null ? 'the same' : `\`${dark}\``];
  });
  const table = Array.from(read('docs/theming.md').matchAll(/^\| `(--alx-[\w-]+)` \| (\S.*?) \| (\S.*?) \| /gm), ([, ...cells]) => cells);
  expect(tokens.length).toBeGreaterThan(25);
  expect(table).toEqual(tokens);
});
