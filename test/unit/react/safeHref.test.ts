import { describe, expect, it } from 'vitest';
import { safeHref } from '../../../src/react/safeHref.js';

describe('safeHref', () => {
  it.each([
    'https://a.example/x',
    'http://a.example',
    'mailto:a@b.example',
    '/license',
    'license?tab=1',
    '#license',
    '?a=b:c',
    './x:y',
    '//dashboard.example/',
    '',
  ])('allows %j', (href) => {
    expect(safeHref(href)).toBe(href);
  });

  it('turns an email address into a mailto URL', () => {
    expect(safeHref('sales@a.example')).toBe('mailto:sales@a.example');
  });

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0000javascript:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'blob:https://a.example/x',
    undefined,
  ])('rejects %j', (href) => {
    expect(safeHref(href)).toBeUndefined();
  });
});
