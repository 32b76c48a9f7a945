import { breaksOf, type NamedBreak } from '../NamedBreak.js';

/** What crosses the wire. */
export const CONTRACT_BREAKS: readonly NamedBreak[] = [
  ...breaksOf('src/contract/parseLicense.ts', 'test/contract/parseLicense.test.ts', [
    { name: 'takes a missing expiry for a license without end', from: 'expires === null ? null', to: 'expires == null ? null' },
    { name: 'keeps every field of the answer', from: 'license: {\n', to: 'license: {\n      ...body,\n' },
    { name: 'takes days beyond every date', from: 'const MAX_DAYS = 4e6;', to: 'const MAX_DAYS = Infinity;' },
    { name: 'passes a negative grace on', from: 'Math.max(0, graceRemaining)', to: 'graceRemaining' },
    { name: 'takes an answer without a tier for unlicensed', from: '!(unlicensed && tier == null)', to: 'tier != null' },
    {
      name: 'looks for each entitlement among all others',
      from: '[...new Set<string>(value)]',
      to: 'value.filter((id, at) => value.indexOf(id) === at)',
    },
    { name: 'reads numbers that are texts', from: "typeof value !== 'number' || ", to: '' },
  ]),
  ...breaksOf('src/contract/parseInstant.ts', 'test/contract/parseLicense.test.ts', [
    { name: 'reads a date without a zone as local time', from: ':[0-5]\\d)$/i', to: ':[0-5]\\d)?$/i' },
    { name: 'rolls 30 February over into March', from: 'midnight.getUTCDate() === Number(match[1]) ? instant : undefined', to: 'instant' },
  ]),
  ...breaksOf('src/contract/paymentClues.ts', 'test/client/payments.test.ts', [
    { name: 'raises a notice for /admin/license', from: "path === '/admin/license' || ", to: '' },
    { name: 'takes an x402 answer for a license answer, by its header', from: " || headers.has('payment-required')", to: '' },
    { name: 'takes an x402 answer for a license answer, by its body', from: "Object.hasOwn(layer, 'x402Version')", to: 'layer === null' },
    { name: 'believes a code as it believes an entitlement', from: 'hinted.find(isKnown)', to: 'hinted[0]' },
    { name: 'takes a spent quota for a missing license', from: 'if (quota) return null;', to: '' },
    { name: 'asks the route before the body', from: '  const fromFields', to: '  if (route !== null) return [route];\n  const fromFields' },
    { name: 'matches a route by how it begins', from: 'path === key', to: 'path.startsWith(key)' },
    { name: 'takes the shortest route', from: 'other.length - one.length', to: 'one.length - other.length' },
    { name: 'an upstream provider raises a notice', from: 'return core ? null : [];', to: 'return [];' },
    { name: 'believes any entitlement below /v1/', from: '!core && ENTITLEMENT_ID', to: 'ENTITLEMENT_ID' },
  ]),
  ...breaksOf('src/contract/paymentClues.ts', 'test/contract/paymentClues.test.ts', [
    { name: 'tells an entitlement twice', from: 'return [...new Set(fromFields)];', to: 'return fromFields;' },
    { name: 'tells as many as a body names', from: '.slice(0, MAX_NAMED)', to: '' },
    { name: 'looks for a quota through a page of any length', from: "(body ?? '').slice(0, MAX_TEXT_LENGTH)", to: "(body ?? '')" },
  ]),
  ...breaksOf('src/contract/parseLicense.ts', 'test/contract/parseLicense.test.ts', [
    {
      name: 'moves to unlicensed at an empty list alone',
      from: 'if (expiresAt === undefined) throw',
      to: 'if (expires !== undefined && expiresAt === undefined) throw',
    },
  ]),
];
