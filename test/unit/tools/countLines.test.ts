import { expect, it } from 'vitest';
import { codeLinesOf } from '../../../tools/size/countLines.js';

it('counts neither blank lines nor comments', () => {
  const source = [
    '/**',
    ' * Doc.',
    ' */',
    'const a = 1; // counted',
    '',
    '  // not counted',
    '/* not counted */',
    '{/* not counted */}',
    '  b();',
  ];
  expect(codeLinesOf(source.join('\n'))).toBe(2);
});
