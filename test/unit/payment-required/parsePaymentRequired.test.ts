import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENTITLEMENTS, isKnownEntitlement } from '../../../src/license/entitlements.js';
import { DOCUMENTED_ROUTES, entitlementsOf, parsePaymentRequired } from '../../../src/payment-required/parsePaymentRequired.js';
import { growthOf, LINEAR } from '../../support/growthOf.js';
import { isUnderMutation, propertyRuns } from '../../support/propertyRuns.js';

const ROUTES = { ...DOCUMENTED_ROUTES, '/scim/v2/': 'scim', '/v1/realtime': 'vault' };
const LICENSED = ['oidc', 'Custom Thing'];
const MANY = Array.from({ length: 12 }, (_, at) => `id-${at}`);

// Names that mean something, names that don't, and what stands under them.
const field = fc.constantFrom(
  ...['entitlement', 'entitlements', 'missing_entitlement', 'requiredEntitlements', 'feature', 'code', 'error', 'detail', 'data'],
  ...['message', 'x402Version', '__proto__', 'constructor'],
);
const word = fc.oneof(
  fc.constantFrom(
    ...ENTITLEMENTS,
    ...LICENSED,
    'sso.advanced',
    'pro_plan',
    'Not An Id!',
    'insufficient_quota',
    'monthly budget exceeded',
    '',
  ),
  fc.string(),
);
const { body } = fc.letrec<{ body: unknown; member: unknown }>((tie) => ({
  body: fc.dictionary(field, tie('member'), { maxKeys: 4, noNullPrototype: true }),
  member: fc.oneof(
    { depthSize: 'small' },
    word,
    word,
    fc.array(word, { maxLength: 12 }),
    fc.constant(MANY),
    fc.constantFrom(null, 7, true),
    tie('body'),
  ),
}));
const text = fc.oneof(
  { weight: 6, arbitrary: body.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.oneof(fc.json(), word) },
);
const answer = fc.record({
  path: fc.constantFrom(
    '/admin/license',
    '/admin/audit/export',
    '/admin/x',
    '/scim/v2/Users',
    '/v1',
    '/v1/chat',
    '/v1/realtime',
    '/',
    '',
    null,
  ),
  paying: fc.constantFrom(false, false, false, true),
  text: fc.oneof(text, fc.constant(null)),
});

describe('the body of a 402', () => {
  it('is read into entitlements that may be told, or into none, whatever it is', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(answer, ({ path, paying, text }) => {
        const headers = new Headers(paying ? { 'payment-required': 'x' } : {});
        const clues = parsePaymentRequired({ path, headers, body: text }, ROUTES);
        if (path === '/admin/license' || paying) {
          expect(clues).toBeNull();
          return;
        }
        const told = clues && entitlementsOf(clues, LICENSED);
        const isCore = path === null || path.startsWith('/v1');
        reached.add(
          clues === null ? 'x402' : told === null ? 'no license answer' : `${isCore ? 'core' : 'beside'}: ${Math.min(told.length, 2)}`,
        );
        if (told === null) return;
        // Only what the catalogue, the license or the map of routes knows; beside the core also what has the form of an id.
        const isTold = (id: string) => isKnownEntitlement(id) || LICENSED.includes(id) || (!isCore && /^[a-z0-9_.-]{1,64}$/.test(id));
        expect(told.filter((id) => !isTold(id))).toEqual([]);
        expect(new Set(told).size).toBe(told.length);
        expect(told.length).toBeLessThanOrEqual(8);
        if (isCore) expect(told).not.toEqual([]);
        // What is told stands in the body, or is the route's.
        const routed = Object.entries(ROUTES).find(([route]) => path === route || (route.endsWith('/') && path?.startsWith(route)))?.[1];
        for (const id of told) expect(id === routed || text?.includes(JSON.stringify(id))).toBe(true);
      }),
      { numRuns: propertyRuns(3_000) },
    );
    if (isUnderMutation) return;
    for (const branch of ['x402', 'no license answer', 'core: 1', 'core: 2', 'beside: 0', 'beside: 1', 'beside: 2'])
      expect([...reached]).toContain(branch);
  });

  it('reads of a page what stands at its beginning', () => {
    const quotaAfter = (tags: number) =>
      parsePaymentRequired({ path: '/admin/x', headers: new Headers(), body: `${'<b></b>'.repeat(tags)}quota exceeded` }, {})?.quota;
    expect([quotaAfter(100), quotaAfter(800)]).toEqual([true, false]);
  });

  it.each<[string, unknown, boolean]>([
    ['four layers deep', { a: { b: { c: { d: 'quota exceeded' } } } }, true],
    ['deeper', { a: { b: { c: { d: { e: 'quota exceeded' } } } } }, false],
    ['within 4,096 letters', { detail: 'x'.repeat(4_000), more: 'quota exceeded' }, true],
    ['beyond them', { detail: 'x'.repeat(5_000), more: 'quota exceeded' }, false],
    ['as the 64th member', [...new Array(63).fill(0), 'quota exceeded'], true],
    ['as the 65th', [...new Array(64).fill(0), 'quota exceeded'], false],
    ['as the 65th text', [new Array(40).fill('x'), [...new Array(24).fill('x'), 'quota exceeded']], false],
    ['as the 64th text, and others after it', [new Array(40).fill('x'), [...new Array(23).fill('x'), 'quota exceeded', 'y']], true],
    ['in two fields', { title: 'There is no', detail: ' balance' }, false],
  ])('reads a quota that is told %s: %s', (_, body, told) => {
    expect(parsePaymentRequired({ path: '/admin/x', headers: new Headers(), body: JSON.stringify(body) }, {})?.quota).toBe(told);
  });

  it('tells the same where a name stands deeper by one known layer', () => {
    fc.assert(
      fc.property(body, fc.constantFrom('error', 'detail', 'data'), (inner, layer) => {
        const read = (value: unknown) => {
          const clues = parsePaymentRequired({ path: '/admin/x', headers: new Headers(), body: JSON.stringify(value) }, {});
          return clues && entitlementsOf({ ...clues, quota: false }, LICENSED);
        };
        const alone = Object.fromEntries(Object.entries(Object(inner)).filter(([name]) => !['error', 'detail', 'data'].includes(name)));
        expect(read({ [layer]: alone })).toEqual(read(alone));
      }),
      { numRuns: propertyRuns(500) },
    );
  });

  it.skipIf(isUnderMutation).each([
    ['tags', '<'],
    ['tags that end', '<a>'],
    ['words of a quota', 'credit '],
    ['words before a limit', 'exceed a '],
    ['words before a license', 'require a b '],
    ['camels', 'aB'],
    ['brackets', '['],
    ['lists', '[[],[],"a"],'],
    ['names', '{"error":'],
    ['fields', '"entitlement":"a","b":["c"],'],
    ['quotes', '\\"'],
  ])('costs work in proportion to its length: %s', async (_, unit) => {
    const read = (length: number) => {
      for (const body of [
        unit.repeat(length / unit.length),
        `[${unit.repeat(length / unit.length)}0]`,
        `{${unit.repeat(length / unit.length)}"z":0}`,
      ]) {
        const clues = parsePaymentRequired({ path: '/admin/x', headers: new Headers(), body }, ROUTES);
        if (clues) entitlementsOf(clues, LICENSED);
      }
    };
    expect(await growthOf(read, 256)).toBeLessThan(LINEAR);
  });
});
