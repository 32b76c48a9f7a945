import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLicenseError } from '../../../src/license/LicenseError.js';
import { parseJsonObject, readToken } from '../../../src/verifier/readToken.js';
import { growthOf, LINEAR } from '../../support/growthOf.js';
import { isUnderMutation, propertyRuns } from '../../support/propertyRuns.js';

const encode = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

// Valid, almost valid and invalid headers, and payloads of any bytes.
const header = fc.oneof(
  fc.record({ alg: fc.constantFrom('EdDSA', 'none', 'HS256', 7), kid: fc.constantFrom('a', '', 7, undefined) }).map(encode),
  fc.constantFrom({ alg: 'EdDSA', crit: [] }, { b64: false }, [], null, 'eyJ', '{"alg":"a","alg":"b"}', '{', '').map(encode),
  fc.string().map(encode),
);
const bytes = fc.uint8Array({ maxLength: 40 }).map((part) => Buffer.from(part).toString('base64url'));
const parts = fc.tuple(header, bytes, bytes).map((three) => three.join('.'));
// One character of the token is replaced or removed, or one is added at its end.
const harmed = fc
  .tuple(parts, fc.nat(), fc.constantFrom('A', 'B', '=', '+', '/', '.', ' ', '\n', 'é', '\0', ''))
  .map(([text, at, letter]) => text.slice(0, at % (text.length + 1)) + letter + text.slice((at % (text.length + 1)) + 1));

describe('any text as a token', () => {
  it('is split into its original parts, or refused as malformed without an echo', () => {
    const reached = new Map<string, number>();
    fc.assert(
      fc.property(fc.oneof(parts, harmed, fc.string({ unit: 'binary' }), fc.string({ maxLength: 5 })), (text) => {
        try {
          const { compactJws, payload, signature, alg, kid } = readToken(text);
          expect(compactJws).toBe(text);
          // There is one text for each token: encoding the parts again results in the same text.
          const [head = '', ...others] = text.split('.');
          expect([payload, signature].map((part) => Buffer.from(part).toString('base64url'))).toEqual(others);
          const decoded: unknown = JSON.parse(Buffer.from(head, 'base64url').toString());
          expect({ alg, kid }).toEqual({ alg: Object(decoded).alg, kid: Object(decoded).kid });
          expect(Object.keys(Object(decoded))).not.toContain('crit');
          reached.set('taken', (reached.get('taken') ?? 0) + 1);
        } catch (error) {
          if (!isLicenseError(error)) throw error;
          expect(error.code).toBe('malformed_token');
          if (text.length > 12) expect(error.message).not.toContain(text);
          reached.set(error.message, (reached.get(error.message) ?? 0) + 1);
        }
      }),
      { numRuns: propertyRuns(3_000) },
    );
    if (isUnderMutation) return;
    // Each kind of refusal has occurred, and tokens have been accepted.
    expect(reached.get('taken')).toBeGreaterThan(100);
    for (const why of ['three segments', 'canonical', 'JSON object', 'twice', '`crit`', '`kid`'])
      expect([...reached.keys()].filter((message) => message.includes(why))).toHaveLength(1);
  });

  it('can be nested deeper than the call stack, and a repeated name is still found', () => {
    const nested = (depth: number, inner = '') => `{"alg":"EdDSA","x":${'['.repeat(depth)}${inner}${']'.repeat(depth)}}`;
    expect(readToken(`${encode(nested(5_900))}.e30.AA`).alg).toBe('EdDSA');
    // The limit of the call stack depends on the process, but this depth is always beyond it.
    expect(Object.keys(parseJsonObject(Buffer.from(nested(200_000)), 'payload'))).toEqual(['alg', 'x']);
    const twice = '{"a":1,"a":2}';
    for (const read of [
      () => readToken(`${encode(nested(5_900, twice))}.e30.AA`),
      () => parseJsonObject(Buffer.from(nested(200_000, twice)), 'payload'),
    ])
      expect(read).toThrow(expect.objectContaining({ name: 'LicenseError', code: 'malformed_token' }));
  });

  it.skipIf(isUnderMutation).each([
    ['dots', '.'],
    ['letters', 'A'],
    ['brackets', encode('['.repeat(300))],
    ['names', encode('{"a":'.repeat(300))],
    ['escapes', encode('"\\"'.repeat(300))],
  ])('takes time in proportion to its length: %s', async (_, unit) => {
    const read = (length: number) => {
      const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
      for (const token of [text, `${text}.e30.AA`, `e30.${text}.AA`]) {
        try {
          readToken(token);
        } catch (error) {
          if (!isLicenseError(error)) throw error;
        }
      }
    };
    expect(await growthOf(read, 1_000)).toBeLessThan(LINEAR);
  });
});
