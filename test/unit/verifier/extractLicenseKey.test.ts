import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { isLicenseError } from '../../../src/license/LicenseError.js';
import { extractLicenseKey } from '../../../src/verifier/extractLicenseKey.js';
import { growthOf, LINEAR } from '../../support/growthOf.js';
import { isUnderMutation, propertyRuns } from '../../support/propertyRuns.js';
import { createPastes } from '../../support/pastes.js';

const { key, pastes } = await createPastes();

/** Returns a token with a random signature of this size. Nothing is verified here, and creating a real RSA key takes a second. */
function tokenOf(alg: string, signatureBytes: number, claims: object): string {
  const segments = [JSON.stringify({ alg }), JSON.stringify(claims), randomBytes(signatureBytes)];
  return segments.map((segment) => Buffer.from(segment).toString('base64url')).join('.');
}

function answerOf(text: string): { answer: unknown; message: string } {
  try {
    const { licenseKey, repairs } = extractLicenseKey(text);
    expect(licenseKey).toBe(key);
    return { answer: repairs, message: '' };
  } catch (error) {
    if (!isLicenseError(error)) throw error;
    return { answer: error.code, message: error.message };
  }
}

describe('a pasted text', () => {
  it.each(pastes)('leads to the expected repairs or error: $what', ({ text, answer }) => {
    const { answer: seen, message } = answerOf(text);
    expect(seen).toEqual(answer);
    // The message does not echo the paste, not even a few letters of it.
    for (const secret of [key, text])
      for (let at = 0; at + 12 <= Math.min(secret.length, 2_000); at += 6) expect(message).not.toContain(secret.slice(at, at + 12));
  });

  it.each([2_048, 2_560, 3_072, 4_096])('can be wrapped at any width, and have words below: RSA with %i bits', (modulusLength) => {
    const wrong: string[] = [];
    for (let length = 0; length < 40; length += 1) {
      const claims = { tier: 'enterprise', entitlements: ['oidc'.repeat(1 + length)], exp: 1_809_129_600 };
      const signed = tokenOf('RS256', modulusLength / 8, claims);
      const wrapped = (width: number) => (signed.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join('\n');
      const texts = [signed, `${signed}\nRegards\nGrace`, `${signed}\nTicket-4711`, wrapped(64), wrapped(76)];
      texts.push(`${wrapped(76)}\n\nRegards\nGrace`, `${wrapped(76)}\nTicket-4711`);
      texts.push(signed.replaceAll('.', '.\n'), `${signed.replaceAll('.', '.\n')}\nAda`);
      for (const text of texts) {
        const read = attempt(text);
        if (read !== signed) wrong.push(`${length} ${text.length} ${read.slice(-20)}`);
      }
    }
    // Ambiguous texts remain: a line can end where a signature of another size would end.
    expect(wrong.length).toBeLessThanOrEqual(4);
  });

  it('is reported as incomplete if a few letters of an RSA key are missing', () => {
    const signed = tokenOf('RS256', 256, { tier: 'enterprise', entitlements: ['oidc'], exp: 1_809_129_600 });
    expect(attempt(signed)).toBe(signed);
    expect(attempt(signed.slice(0, -5))).toContain('The license key is incomplete.');
    // Letters are missing in the header, and in the payload.
    for (const at of [10, signed.indexOf('.') + 10])
      expect(attempt(signed.slice(0, at) + signed.slice(at + 5))).toContain('The license key is incomplete.');
  });

  it.each([2_048, 3_072, 4_096])('can be an RSA key of %i bits before any words, on one line and wrapped', (bits) => {
    const signed = tokenOf('RS256', bits / 8, { tier: 'enterprise', entitlements: ['oidc'], exp: 1_809_129_600 });
    const words = 'now please apply this key to the gateway before the end of the week and then tell me whether it works for all of you';
    for (let count = 1; count <= 24; count += 1) {
      const below = words.split(' ').slice(0, count).join(' ');
      expect(attempt(`${signed} ${below}.`)).toBe(signed);
      expect(attempt(`helm upgrade --set license.key=${signed} --namespace alexandria-ee --${below}`)).toBe(signed);
      expect(attempt(`${signed.replace(/.{76}/g, '$&\n')}\n${below}`)).toBe(signed);
    }
  });

  it('is reported as incomplete if the signature of an RSA key has another length than a key', () => {
    const claims = { tier: 'enterprise', entitlements: ['oidc'], exp: 1_809_129_600 };
    expect(attempt(tokenOf('RS256', 128, claims))).toContain('The license key is incomplete.');
    expect(attempt(tokenOf('RS256', 384, claims))).toMatch(/^eyJ/);
    expect(attempt(`${tokenOf('RS256', 384, claims)}A`)).toContain('The license key is incomplete.');
    // The word has the length that is missing in a longer signature, and is longer than the lines.
    const signed = tokenOf('RS256', 256, claims);
    const lines = signed.slice(-200).replace(/.{20}/g, '\n$&');
    expect(attempt(`${signed.slice(0, -200)}${lines}\n${'a'.repeat(42)}`)).toBe(signed);
  });

  it('can be base64 in lines, with a word below of any length', () => {
    const lines = Buffer.from(key).toString('base64').replace(/=+$/, '').replace(/.{64}/g, '$&\n');
    for (const word of ['A', 'Al', 'Ada', 'Anna', 'Agnes']) expect(attempt(`${lines}\n${word}\n`)).toBe(key);
  });

  it.each([
    ['EdDSA', 64],
    ['ES256', 64],
    ['RS256', 256],
    ['PS256', 256],
  ])('can be a key of the algorithm %s, wrapped or not', (alg, signatureBytes) => {
    const signed = tokenOf(alg, signatureBytes, { tier: 'enterprise', entitlements: [] });
    expect(attempt(signed)).toBe(signed);
    expect(attempt(`${signed.replaceAll('.', '.\n')}\nAda`)).toBe(signed);
  });

  it('can end with a full line of an RSA key above a longer word or the first part of another key', () => {
    for (let sub = 'acme'; ; sub += 'e') {
      const signed = tokenOf('RS256', 256, { tier: 'enterprise', entitlements: ['oidc'], sub });
      if (signed.length % 64 !== 0) continue;
      const lines = (signed.match(/.{64}/g) ?? []).join('\n');
      for (const below of ['license-of-acme-'.repeat(5), signed.split('.')[0]]) expect(attempt(`${lines}\n${below}`)).toBe(signed);
      return;
    }
  });

  it('can be wrapped so that a line of the payload starts like a key', async () => {
    const { privateKey } = await generateKeyPair('EdDSA');
    for (let tier = 'pro'; ; tier += 'o') {
      const claims = { tier, entitlements: ['oidc'], limits: { seats: 5 } };
      const signed = await new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA' }).sign(privateKey);
      const at = signed.indexOf('eyJ', signed.indexOf('.') + 4);
      if (at < 0) continue;
      expect(attempt(`${signed.slice(0, at)}\n${signed.slice(at)}`)).toBe(signed);
      expect(attempt(`${signed.slice(0, at)}\n${signed.slice(at).replace('.', '\n.')}`)).toBe(signed);
      return;
    }
  });

  it('is a license key even if a claim is missing, which the verifier reports', async () => {
    const { privateKey } = await generateKeyPair('EdDSA');
    for (const claims of [{ tier: 'enterprise' }, { entitlements: ['oidc'] }]) {
      const signed = await new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA' }).sign(privateKey);
      expect(attempt(signed)).toBe(signed);
    }
  });

  it('is not a license key if its payload is null or not valid text', () => {
    const [header = '', , signature = ''] = key.split('.');
    const withPayload = (payload: string) => attempt(`${header}.${Buffer.from(payload, 'latin1').toString('base64url')}.${signature}`);
    expect(withPayload('null')).toContain('a different token');
    expect(withPayload('{"tier":"\xff","entitlements":[]}')).toContain('The license key is incomplete.');
  });

  it.each([null, undefined, 5, [key]])('is refused if it is not a string: %j', (pasted) => {
    const read = () => Reflect.apply(extractLicenseKey, undefined, [pasted]);
    expect(read).toThrow(expect.objectContaining({ code: 'malformed_token' }));
  });

  it('can have up to 262,144 characters', () => {
    expect(attempt(key.padEnd(262_144))).toBe(key);
    expect(attempt(key.padEnd(262_145))).toContain('at most 262,144 characters');
  });

  it('can contain a key after a thousand words that start like one, or as the last of five thousand texts', () => {
    expect(attempt(`${'eyJ '.repeat(1_000)}${key}`)).toBe(key);
    expect(attempt(JSON.stringify([...new Array<string>(5_000).fill('none'), key]))).toBe(key);
  });

  it('can contain a key under three layers of JSON, or a layer of base64 under JSON', () => {
    const base64 = Buffer.from(key).toString('base64');
    expect(attempt(JSON.stringify({ a: JSON.stringify({ b: JSON.stringify({ c: key }) }) }))).toBe(key);
    expect(attempt(JSON.stringify({ a: JSON.stringify({ b: base64 }) }))).toBe(key);
  });

  it('leads to a key or a LicenseError, whatever it contains', () => {
    const token = fc.constantFrom(
      key,
      key.slice(0, 60),
      'eyJ',
      '.',
      '-----BEGIN PRIVATE KEY-----',
      '{"kty":"oct"}',
      'ZXlK',
      '\n',
      '"',
      '> ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fc.oneof(token, fc.string()), { maxLength: 8 }).map((parts) => parts.join('')),
        ),
        (text) => {
          try {
            expect(extractLicenseKey(text).licenseKey).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
          } catch (error) {
            if (!isLicenseError(error)) throw error;
            expect(error.message.length).toBeGreaterThan(20);
          }
        },
      ),
      { numRuns: propertyRuns(2_000) },
    );
  });

  it.skipIf(isUnderMutation).each([
    ['headers', 'eyJ.'],
    ['headers in one word', '-eyJ'],
    ['headers after underscores', '_eyJ '],
    ['headers in a diff', '\n-eyJ'],
    ['escaped headers', '\\neyJ'],
    ['words', 'eyJa eyJb\n'],
    ['wrapped parts', 'eyJa\n>'],
    ['base64', 'ZXlKZXlK'],
    ['spaced base64', 'ZXlKZXlKZXlKZXlKZXlKZXlKZXlKZXlKZXlKZXlKZXlK '],
    ['lines of base64', `${'QUJD'.repeat(19)}\n`],
    ['lines of binary base64', `${'/+8A'.repeat(19)}\n`],
    ['line breaks after base64', `${'A'.repeat(40)}${'\n'.repeat(200_000)}`],
    ['quotes', '"\'`'],
    ['braces', '{"a":'],
    ['dashes', '-----BEGIN '],
    ['a line of dashes', '-'],
    ['spaces', ' \n\t'],
    ['full stops', '.'],
  ])('takes time in proportion to its length: %s', async (_, unit) => {
    for (const end of ['', 'x', '.']) {
      const work = (length: number) => attempt(`eyJ${unit.repeat(Math.ceil(length / unit.length))}`.slice(0, length).concat(end));
      expect(await growthOf(work, 1_500)).toBeLessThan(LINEAR);
    }
  });
});

function attempt(text: string): string {
  try {
    return extractLicenseKey(text).licenseKey;
  } catch (error) {
    return String(error);
  }
}
