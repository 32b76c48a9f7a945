import { describe, expect, it } from 'vitest';
import { isWebAddress } from '../../src/ui/isWebAddress.js';

describe('where a link to the panel may lead', () => {
  it.each([
    '/license',
    '',
    '?page=license',
    '#license',
    'license/',
    '//dashboard.example/',
    'https://dashboard.example/a:b',
    '/a:b',
    'HTTP://x/',
  ])('to %j', (href) => expect(isWebAddress(href)).toBe(true));
  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)//',
    '\u0001javascript:x?y',
    'JAVASCRIPT:a/b',
    'data:text/html,x',
    'vbscript:x/y',
    'blob:x',
  ])('not to %j', (href) => expect(isWebAddress(href)).toBe(false));
});
