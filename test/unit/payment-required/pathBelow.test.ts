import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { pathBelow } from '../../../src/payment-required/pathBelow.js';

const PAGES = ['http://localhost/', 'https://example.com:8443/dashboard/audit?tab=1#top'];
const BASES = [
  '',
  '/',
  '/api',
  '/api/v1/',
  'https://example.com:8443',
  'https://example.com:8443/api',
  'http://localhost:80/api',
  '../api',
];

/** Computes the expected path with the URL parser only. */
function parsePath(baseUrl: string, url: string, page: string): string | null {
  if (!URL.canParse(`${baseUrl}/`, page) || !URL.canParse(url, page)) return null;
  const base = new URL(`${baseUrl}/`, page);
  const { origin, pathname } = new URL(url, page);
  if (origin !== base.origin || !`${pathname}/`.startsWith(base.pathname)) return null;
  const rest = pathname.slice(base.pathname.length);
  return `/${decodeURIComponent(rest)}`.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
}

afterEach(() => vi.unstubAllGlobals());

describe('pathBelow', () => {
  it('returns the same path as the URL parser', () => {
    const word = fc.constantFrom(
      'api',
      'v1',
      'admin',
      'audit-log',
      'a_b',
      '7',
      '',
      '.',
      '..',
      'a.b',
      'a b',
      'ä',
      '%61',
      '~x',
      'a?b=/c',
      'a#b',
      'a\\b',
    );
    const prefix = fc.constantFrom(
      '',
      '/',
      '//',
      'https://example.com:8443/',
      'https://example.com:8443',
      'HTTPS://Example.com:8443/',
      'http://localhost/',
      'http://localhost:80/',
    );
    const url = fc.tuple(prefix, fc.array(word, { maxLength: 5 })).map(([beginning, words]) => beginning + words.join('/'));
    fc.assert(
      fc.property(fc.constantFrom(...PAGES), fc.constantFrom(...BASES), url, (page, base, requestUrl) => {
        vi.stubGlobal('location', { href: page });
        expect(pathBelow(base, requestUrl)).toBe(parsePath(base, requestUrl, page));
      }),
      { numRuns: 3_000 },
    );
  });
});
