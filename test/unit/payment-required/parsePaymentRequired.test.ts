import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENTED_ROUTES, ENTITLEMENTS, isKnownEntitlement } from '../../../src/license/entitlements.js';
import { parsePaymentRequired } from '../../../src/payment-required/parsePaymentRequired.js';
import { growthOf, LINEAR } from '../../support/growthOf.js';
import { isUnderMutation, propertyRuns } from '../../support/propertyRuns.js';

const RULES = { entitlementRoutes: { ...DOCUMENTED_ROUTES, '/scim/v2/': 'scim', '/v1/realtime': 'vault' } };
const LICENSED = ['oidc', 'sso.custom', 'Not An Id!'];
const MANY = Array.from({ length: 12 }, (_, at) => `id-${at}`);

const field = fc.constantFrom(
  ...['entitlement', 'entitlements', 'missing_entitlement', 'requiredEntitlements', 'error', 'detail', 'data'],
  ...['feature', 'message', '__proto__', 'constructor'],
);
const word = fc.oneof(fc.constantFrom(...ENTITLEMENTS, ...LICENSED, 'sso.advanced', 'pro_plan', ''), fc.string());
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
const PATHS = ['/admin/license', '/admin/audit/export', '/admin/x', '/scim/v2/Users', '/v1', '/v1/chat', '/v1/realtime', '/', '', null];
const response = fc.record({
  path: fc.constantFrom(...PATHS),
  isX402: fc.constantFrom(false, false, false, true),
  text: fc.oneof(text, fc.constant(null)),
});

const parse = (path: string | null, text: string | null, headers = new Headers()) =>
  parsePaymentRequired({ method: 'GET', path, headers, body: text }, RULES, LICENSED);

describe('parsePaymentRequired', () => {
  it('returns only ids that the contract allows, whatever the body is', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(response, ({ path, isX402, text }) => {
        const ids = parse(path, text, new Headers(isX402 ? { 'payment-required': 'x' } : {}));
        const isCore = path === null || path.startsWith('/v1');
        reached.add(`${isCore ? 'core' : 'other'}: ${ids === null ? 'ignored' : Math.min(ids.length, 2)}`);
        if (path === '/admin/license' || isX402) expect(ids).toBeNull();
        if (ids === null) return;
        expect(ids.filter((id) => !/^[a-z0-9_.-]{1,64}$/.test(id))).toEqual([]);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBeLessThanOrEqual(8);
        if (isCore) {
          expect(ids).not.toEqual([]);
          expect(ids.filter((id) => !isKnownEntitlement(id) && !LICENSED.includes(id))).toEqual([]);
        }
        // Each id stands in the body, or belongs to the route.
        const routes = Object.entries(RULES.entitlementRoutes);
        const routed = routes.find(([route]) => path === route || (route.endsWith('/') && path?.startsWith(route)))?.[1];
        for (const id of ids) expect(id === routed || text?.includes(JSON.stringify(id))).toBe(true);
      }),
      { numRuns: propertyRuns(3_000) },
    );
    if (isUnderMutation) return;
    const outcomes = ['core: ignored', 'core: 1', 'core: 2', 'other: ignored', 'other: 0', 'other: 1', 'other: 2'];
    expect([...reached].sort()).toEqual(outcomes.sort());
  });

  it('reads a wrapped body like the body itself', () => {
    fc.assert(
      fc.property(body, fc.constantFrom('error', 'detail', 'data'), (inner, wrapper) => {
        const fields = Object.entries(Object(inner)).filter(([name]) => !['error', 'detail', 'data'].includes(name));
        const alone = Object.fromEntries(fields);
        expect(parse('/admin/x', JSON.stringify({ [wrapper]: alone }))).toEqual(parse('/admin/x', JSON.stringify(alone)));
      }),
      { numRuns: propertyRuns(500) },
    );
  });

  it('prefers the longest key of the route map', () => {
    const entitlementRoutes = { '/a/': 'one', '/a/b/': 'two', '/a/b/c': 'three' };
    const routed = (path: string) =>
      parsePaymentRequired({ method: null, path, headers: new Headers(), body: null }, { entitlementRoutes }, []);
    expect(['/a', '/a/b', '/a/b/c', '/a/b/c/d', '/ab', '/constructor'].map(routed)).toEqual([['one'], ['two'], ['three'], ['two'], [], []]);
  });

  it.skipIf(isUnderMutation).each([
    ['brackets', '['],
    ['lists', '[[],[],"a"],'],
    ['names', '{"error":'],
    ['fields', '"entitlement":"a","b":["c"],'],
    ['quotes', '\\"'],
  ])('takes time in proportion to the length of %s', async (_, unit) => {
    const read = (length: number) => {
      const repeated = unit.repeat(length / unit.length);
      for (const text of [repeated, `[${repeated}0]`, `{${repeated}"z":0}`]) parse('/admin/x', text);
    };
    expect(await growthOf(read, 256)).toBeLessThan(LINEAR);
  });
});
