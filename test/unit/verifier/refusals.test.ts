import { CompactSign, exportJWK, exportPKCS8, exportSPKI, generateKeyPair } from 'jose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { demoPublicKey } from '../../../mocks/demoKey.js';
import { mintLicenseKey } from '../../../mocks/mintLicenseKey.js';
import { isLicenseError } from '../../../src/license/LicenseError.js';
import { readUnverifiedClaims, verifyLicenseKey } from '../../../src/verifier/verifyLicenseKey.js';
import { verifySignature } from '../../../src/verifier/verifySignature.js';

// Compares whole messages, because their advice matters as much as the code.

const NOW = Date.UTC(2027, 4, 1);
const CLAIMS = { tier: 'enterprise', entitlements: ['oidc'], exp: NOW / 1_000 };
const segment = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const licenseKey = await mintLicenseKey({ expiresAt: NOW });
const [ed, other, p384, rsa] = await Promise.all(
  ['EdDSA', 'EdDSA', 'ES384', 'RS256'].map((alg) => generateKeyPair(alg, { extractable: true })),
);
if (!ed || !other || !p384 || !rsa) throw new Error('There are four pairs.');
const [edJwk, otherJwk, rsaJwk] = await Promise.all([ed, other, rsa].map(({ publicKey }) => exportJWK(publicKey)));
const [edPem, p384Pem, rsaPem, privatePem] = await Promise.all([
  exportSPKI(ed.publicKey),
  exportSPKI(p384.publicKey),
  exportSPKI(rsa.publicKey),
  exportPKCS8(ed.privateKey),
]);

async function refusalOf(attempt: () => unknown): Promise<readonly [code: string, message: string]> {
  try {
    await attempt();
  } catch (error) {
    if (!isLicenseError(error)) throw error;
    return [error.code, error.message];
  }
  throw new Error('It was taken.');
}

afterEach(() => {
  vi.unstubAllGlobals();
});

const NO_KEY = '`keys` must contain a public key of Alexandria, as a JWK or a PEM. No key is trusted by default.';
const ODD_KEY = 'Each of `keys` must be a JWK or a PEM. `kid` and `alg` must be strings.';
const NO_INSTANT = '`now` must be a time in milliseconds since 1970, such as Date.now().';

describe('the options', () => {
  it.each<[string, unknown, string]>([
    ['there are none', undefined, NO_KEY],
    ['no key is trusted', { keys: [], now: NOW }, NO_KEY],
    ['keys is a single key instead of a list', { keys: demoPublicKey, now: NOW }, NO_KEY],
    ['a key has no kty', { keys: [{ kid: 'k1' }], now: NOW }, ODD_KEY],
    ['a kid is a boolean', { keys: [{ ...demoPublicKey, kid: true }], now: NOW }, ODD_KEY],
    ['an alg is a boolean', { keys: [{ ...demoPublicKey, alg: true }], now: NOW }, ODD_KEY],
    ['the kid of a PEM is a boolean', { keys: [{ pem: edPem, kid: true }], now: NOW }, ODD_KEY],
    ['there is no time', { keys: [demoPublicKey] }, NO_INSTANT],
    [
      'the demo key is listed next to a real one',
      { keys: [demoPublicKey, { ...edJwk, kid: 'k1' }], now: NOW },
      'The demo key of ./mocks is trusted beside other keys. Anyone can sign with it, so remove it.',
    ],
  ])('are refused if %s', async (_, options, message) => {
    const attempt = () => Reflect.apply(verifyLicenseKey, undefined, [licenseKey, options]);
    expect(await refusalOf(attempt)).toEqual(['invalid_option', message]);
  });
});

const unusable = (why: string) => `The trusted key cannot be used: ${why}.`;
const PRIVATE = unusable('it is a private key. Pass the public key, and replace the key pair if the private key was exposed');
const UNREADABLE = unusable('it is neither a JWK nor an SPKI PEM, which starts with “-----BEGIN PUBLIC KEY-----”');
const INVALID = unusable('it is not a valid public key');
const NEEDS_ALG = 'An RSA key must name its algorithm. Set `alg` to RS256 or PS256.';
const NO_ALGORITHM = 'A trusted key must be for EdDSA (Ed25519), ES256 (P-256), RS256 or PS256.';
// The beginning of a P-384 key, with the object identifier of Ed25519 in its point.
const misleading = Buffer.concat([
  Buffer.from('3076301006072a8648ce3d020106052b8104002203620004', 'hex'),
  Buffer.alloc(91, 7),
  Buffer.from('06032b6570', 'hex'),
]);
const pemOf = (der: string) => `-----BEGIN PUBLIC KEY-----\n${der}\n-----END PUBLIC KEY-----`;

describe('a trusted key', () => {
  it.each<[string, unknown, string, string]>([
    ['null', null, 'invalid_key', UNREADABLE],
    ['an object without a kty', {}, 'invalid_key', UNREADABLE],
    ['a private JWK', { ...edJwk, d: 'AA' }, 'invalid_key', PRIVATE],
    ['a private PEM', privatePem, 'invalid_key', PRIVATE],
    ['for encryption', { ...edJwk, use: 'enc' }, 'invalid_key', unusable('its `use` is not `sig`')],
    ['only for signing', { ...edJwk, key_ops: ['sign'] }, 'invalid_key', unusable('its `key_ops` do not include `verify`')],
    ['a private PEM of OpenSSL', privatePem.replaceAll('PRIVATE', 'EC PRIVATE'), 'invalid_key', PRIVATE],
    ['a private PEM with \\n for its line breaks', privatePem.replaceAll('\n', '\\n'), 'invalid_key', PRIVATE],
    ['a private PEM under base64', Buffer.from(privatePem).toString('base64'), 'invalid_key', PRIVATE],
    ['a private JWK as JSON', JSON.stringify({ ...edJwk, d: 'AA' }), 'invalid_key', PRIVATE],
    ['a JWK with a number in it', { ...edJwk, x: 5 }, 'invalid_key', unusable('a member of it is not a string')],
    ['a JWK as JSON with an object as its type', '{"kty":{"toString":1}}', 'invalid_key', unusable('a member of it is not a string')],
    ['a set of JWKs as JSON', JSON.stringify({ keys: [edJwk] }), 'invalid_key', UNREADABLE],
    ['with key_ops that are not a list', { ...edJwk, key_ops: 5 }, 'invalid_key', unusable('its `key_ops` do not include `verify`')],
    ['a certificate', edPem.replaceAll('PUBLIC KEY', 'CERTIFICATE'), 'invalid_key', UNREADABLE],
    ['plain words', 'the public key', 'invalid_key', UNREADABLE],
    ['a PEM that is not base64', pemOf('A'), 'invalid_key', unusable('its PEM is not valid base64')],
    ['half a JWK', { ...edJwk, x: 'AAAA' }, 'invalid_key', INVALID],
    ['half a PEM', pemOf(edPem.slice(27, 63)), 'invalid_key', INVALID],
    ['a shared secret', { kty: 'oct', k: 'c2VjcmV0' }, 'unsupported_algorithm', NO_ALGORITHM],
    ['a JWK on another curve', { kty: 'EC', crv: 'P-384', x: 'AA', y: 'AA' }, 'unsupported_algorithm', NO_ALGORITHM],
    ['of a kty that does not match its curve', { ...edJwk, crv: 'P-256' }, 'unsupported_algorithm', NO_ALGORITHM],
    ['a PEM on another curve', p384Pem, 'unsupported_algorithm', NO_ALGORITHM],
    ['a PEM that names Ed25519 only further on', pemOf(misleading.toString('base64')), 'unsupported_algorithm', NO_ALGORITHM],
    ['for an algorithm of another key type', { ...edJwk, alg: 'ES256' }, 'unsupported_algorithm', NO_ALGORITHM],
    ['an RSA key for another algorithm', { ...rsaJwk, alg: 'RS512' }, 'unsupported_algorithm', NO_ALGORITHM],
    ['an RSA key without an alg', rsaJwk, 'unsupported_algorithm', NEEDS_ALG],
    ['an RSA key as PEM without an alg', rsaPem, 'unsupported_algorithm', NEEDS_ALG],
  ])('is refused if it is %s', async (_, key, code, message) => {
    expect(await refusalOf(() => Reflect.apply(verifySignature, undefined, [licenseKey, key]))).toEqual([code, message]);
  });

  it('is refused if it is an RSA key below 2048 bits', async () => {
    const small = await crypto.subtle.generateKey(
      { name: 'RSASSA-PKCS1-v1_5', modulusLength: 1_024, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
      true,
      ['sign', 'verify'],
    );
    const jwk = { ...(await exportJWK(small.publicKey)), alg: 'RS256' };
    expect(await refusalOf(() => verifySignature(`${segment({ alg: 'RS256' })}.e30.AA`, jwk))).toEqual([
      'invalid_key',
      unusable('an RSA key needs at least 2048 bits'),
    ]);
  });
});

const noKey = (why: string) => `This is not a license key: ${why}. Copy the whole key, or ask for another.`;
const HEAD = segment({ alg: 'EdDSA' });

describe('a text', () => {
  it.each<[string, unknown, string]>([
    ['is a number', 5, 'it is not a string of at most 16,384 characters'],
    ['is a list of strings', ['e30.e30.e30'], 'it is not a string of at most 16,384 characters'],
    ['has one letter more than 16 KiB', `${`${HEAD}.`.padEnd(16_382, 'A')}.AA`, 'it is not a string of at most 16,384 characters'],
    ['has 16 KiB in one part', 'A'.repeat(16_384), 'it does not have three segments'],
    ['has two parts', `${HEAD}.e30`, 'it does not have three segments'],
    ['has four parts', 'e30.e30.e30.e30', 'it does not have three segments'],
    ['has trailing bits', `${HEAD}.e31.e30`, 'a segment is not canonical base64url'],
    ['has a header that is not JSON', `${segment('{')}.e30.e30`, 'its header is not a JSON object'],
    ['has a header that is a list', `${segment('[]')}.e30.e30`, 'its header is not a JSON object'],
    ['has a header that is null', `${segment('null')}.e30.e30`, 'its header is not a JSON object'],
    ['repeats a name in its header', `${segment('{"alg":"EdDSA","alg":"none"}')}.e30.e30`, 'its header contains a name twice'],
    [
      'requires an extension',
      `${segment({ alg: 'EdDSA', b64: false })}.e30.e30`,
      'its header contains `crit` or `b64`, which are not supported',
    ],
    ['has a number as its kid', `${segment({ alg: 'EdDSA', kid: 1 })}.e30.e30`, 'its `kid` is not a string'],
  ])('is refused as not a license key if it %s', async (_, text, why) => {
    const attempt = () => Reflect.apply(verifyLicenseKey, undefined, [text, { keys: [demoPublicKey], now: NOW }]);
    expect(await refusalOf(attempt)).toEqual(['malformed_token', noKey(why)]);
  });

  it.each([
    ['not JSON', 'hello'],
    ['a JSON string', '"hello"'],
  ])('is refused if its payload is %s, whether it is verified or not', async (_, payload) => {
    const token = await new CompactSign(new TextEncoder().encode(payload)).setProtectedHeader({ alg: 'EdDSA' }).sign(ed.privateKey);
    const refusal = ['malformed_token', noKey('its payload is not a JSON object')];
    expect(await refusalOf(() => verifyLicenseKey(token, { keys: [Object(edJwk)], now: NOW }))).toEqual(refusal);
    expect(await refusalOf(() => readUnverifiedClaims(token))).toEqual(refusal);
  });
});

describe('a license key', () => {
  it.each<[string, unknown, readonly unknown[], string, string]>([
    [
      'another signer has signed it',
      licenseKey,
      [edJwk],
      'invalid_signature',
      'The signature does not match. The license key was changed, cut off or issued for another product. Copy it again, or ask for another.',
    ],
    [
      'its signing key is not one of the trusted keys',
      licenseKey,
      [
        { ...edJwk, kid: 'k1' },
        { ...otherJwk, kid: 'k2' },
      ],
      'unknown_key',
      'Not exactly one trusted key has the `kid` of the license key. The key may be for another product, or newer than the trusted keys.',
    ],
    [
      'it names another algorithm than its signing key',
      licenseKey,
      [{ ...rsaJwk, alg: 'PS256' }],
      'unsupported_algorithm',
      'The license key is not signed with PS256, the algorithm of the trusted key.',
    ],
  ])('is refused if %s', async (_, text, keys, code, message) => {
    expect(await refusalOf(() => Reflect.apply(verifyLicenseKey, undefined, [text, { keys, now: NOW }]))).toEqual([code, message]);
  });

  it.each([
    ['without Web Crypto', {}],
    ['without a crypto at all', undefined],
  ])('is reported as neither valid nor invalid by a runtime %s', async (_, crypto) => {
    const { publicKey } = await generateKeyPair('EdDSA', { extractable: true });
    const key = await exportJWK(publicKey);
    vi.stubGlobal('crypto', crypto);
    expect(await refusalOf(() => verifySignature(licenseKey, key))).toEqual([
      'unverifiable',
      'The signature cannot be verified here: Web Crypto is missing (it requires HTTPS or localhost) or lacks the algorithm. Verify the license key in another browser or on a server.',
    ]);
  });
});

const NO_TEXT = 'must be a non-empty string';
const NO_DATE = 'must be in seconds since 1970, up to the year 9999';
const NO_TEXTS = 'must be an array of non-empty strings';
const NO_AUDIENCE = 'must be a non-empty string or an array of them';

describe('an invalid claim', () => {
  it.each<[string, object, object, string]>([
    ['exp', { exp: undefined }, {}, 'is missing'],
    ['exp', { exp: NOW }, {}, NO_DATE],
    ['exp', { exp: 253_402_300_800 }, {}, NO_DATE],
    ['iat', { iat: -1 }, {}, NO_DATE],
    ['nbf', { nbf: '5' }, {}, NO_DATE],
    ['tier', { tier: undefined }, {}, 'is missing'],
    ['tier', { tier: '' }, {}, NO_TEXT],
    ['iss', { iss: 7 }, {}, NO_TEXT],
    ['sub', { sub: null }, {}, NO_TEXT],
    ['jti', { jti: [] }, {}, NO_TEXT],
    ['entitlements', { entitlements: undefined }, {}, 'is missing'],
    ['entitlements', { entitlements: ['oidc', ''] }, {}, NO_TEXTS],
    ['aud', { aud: 7 }, {}, NO_AUDIENCE],
    ['aud', { aud: ['gateway', ''] }, {}, NO_AUDIENCE],
    ['iss', { iss: 'someone' }, { issuer: 'alexandria' }, 'is not the expected issuer'],
    ['iss', {}, { issuer: 'alexandria' }, 'is not the expected issuer'],
    ['sub', { sub: 'acme' }, { subject: 'ACME' }, 'is not the expected customer'],
    ['sub', {}, { subject: 'acme' }, 'is not the expected customer'],
    ['aud', { aud: ['gate'] }, { audience: 'gateway' }, 'does not include the expected audience'],
    ['aud', {}, { audience: 'gateway' }, 'does not include the expected audience'],
  ])('is reported by its name %s in %j if %j is expected', async (name, changed, expected, why) => {
    const payload = new TextEncoder().encode(JSON.stringify({ ...CLAIMS, ...changed }));
    const token = await new CompactSign(payload).setProtectedHeader({ alg: 'EdDSA' }).sign(ed.privateKey);
    expect(await refusalOf(() => verifyLicenseKey(token, { keys: [Object(edJwk)], now: NOW, ...expected }))).toEqual([
      'invalid_claims',
      `The claim ${name} of the license key ${why}. Ask for another key.`,
    ]);
  });
});
