import fc from 'fast-check';
import { CompactSign, exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import { bodyFromClaims } from '../../../mocks/bodyFromClaims.js';
import { demoPublicKey } from '../../../mocks/demoKey.js';
import { mintLicenseKey } from '../../../mocks/mintLicenseKey.js';
import { isLicenseError } from '../../../src/license/LicenseError.js';
import { parseLicense } from '../../../src/license/parseLicense.js';
import { licenseStatus } from '../../../src/license/licenseStatus.js';
import { importKey } from '../../../src/verifier/importKey.js';
import { checkKey, type LicenseAlgorithm, type TrustedKey } from '../../../src/verifier/trustedKeys.js';
import { readUnverifiedClaims, verifyLicenseKey } from '../../../src/verifier/verifyLicenseKey.js';
import { verifySignature } from '../../../src/verifier/verifySignature.js';
import { growthOf, LINEAR } from '../../support/growthOf.js';
import { isUnderMutation, propertyRuns } from '../../support/propertyRuns.js';

const DAY = 86_400_000;
const E = Date.UTC(2027, 4, 1);
const CLAIMS = { tier: 'enterprise', entitlements: ['oidc', 'scim'], exp: E / 1_000 };

// RSA keys are reused, because creating one takes up to a second.
const keyPairs = new Map<string, ReturnType<typeof generateKeyPair>>();

async function pair(alg: string, kid?: string) {
  const name = /^[RP]S/.test(alg) && !kid ? alg : `${alg} ${keyPairs.size}`;
  const made = keyPairs.get(name) ?? generateKeyPair(alg, { extractable: true });
  keyPairs.set(name, made);
  const { privateKey, publicKey } = await made;
  const jwk: JWK = {
    ...(await exportJWK(publicKey)),
    ...(kid ? { kid } : {}),
    ...(alg.startsWith('RS') || alg.startsWith('PS') ? { alg } : {}),
  };
  const sign = (claims: object = CLAIMS, header: object = {}) =>
    new SignJWT({ ...claims }).setProtectedHeader({ alg, ...(kid ? { kid } : {}), ...header }).sign(privateKey);
  return { jwk, sign, privateKey, publicKey };
}

const segment = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

describe('verifyLicenseKey', () => {
  it.each([
    [E - 300 * DAY, 'active'],
    [E - 7 * DAY, 'expiring'],
    [E - 1, 'expiring'],
    [E, 'grace'],
    [E + 7 * DAY - 1, 'grace'],
    [E + 7 * DAY, 'expired'],
  ])('at %i returns the state %s for a valid signature', async (now, state) => {
    const licenseKey = await mintLicenseKey({ expiresAt: E });
    expect((await verifyLicenseKey(licenseKey, { keys: [demoPublicKey], now })).state).toBe(state);
  });

  it.each(['EdDSA', 'ES256', 'RS256', 'PS256'] satisfies LicenseAlgorithm[])('accepts %s with the matching key', async (alg) => {
    const { jwk, sign } = await pair(alg);
    await expect(verifyLicenseKey(await sign(), { keys: [jwk], now: E })).resolves.toMatchObject({ claims: CLAIMS, state: 'grace' });
  });

  it('returns the state scheduled until nbf', async () => {
    const licenseKey = await mintLicenseKey({ expiresAt: E, notBefore: E - 30 * DAY });
    const at = async (now: number) => (await verifyLicenseKey(licenseKey, { keys: [demoPublicKey], now })).state;
    expect(await at(E - 30 * DAY - 1)).toBe('scheduled');
    expect(await at(E - 30 * DAY)).toBe('active');
  });

  it('returns the license with its dates as instants, and each entitlement once', async () => {
    const { jwk, sign } = await pair('EdDSA');
    const at = async (claims: object) => (await verifyLicenseKey(await sign(claims), { keys: [jwk], now: E })).license;
    const license = { tier: 'enterprise', entitlements: ['oidc', 'scim'], expiresAt: E, graceEndsAt: E + 7 * DAY };
    expect(await at({ ...CLAIMS, entitlements: ['oidc', 'scim', 'oidc'] })).toStrictEqual(license);
    const endless = { ...license, expiresAt: null, graceEndsAt: null };
    expect(await at({ ...CLAIMS, exp: Date.UTC(9_999, 0, 1) / 1_000, entitlements: ['oidc', 'scim'] })).toStrictEqual(endless);
    expect(await at({ ...CLAIMS, exp: Date.UTC(9_999, 0, 1) / 1_000 - 1 })).toMatchObject({ expiresAt: Date.UTC(9_999, 0, 1) - 1_000 });
    expect(await at({ ...CLAIMS, nbf: 5 })).toStrictEqual({ ...license, notBefore: 5_000 });
  });

  it('returns every known claim, and none that is missing', async () => {
    const { jwk, sign } = await pair('EdDSA');
    const read = async (claims: object) => (await verifyLicenseKey(await sign(claims), { keys: [jwk], now: E })).claims;
    const all = { ...CLAIMS, iss: 'alexandria', sub: 'acme', aud: 'gateway', iat: 4, nbf: 5, jti: 'k-1' };
    expect(await read(all)).toStrictEqual(all);
    expect(await read({ ...CLAIMS, aud: ['gateway', 'other'] })).toStrictEqual({ ...CLAIMS, aud: ['gateway', 'other'] });
    expect(await read(CLAIMS)).toStrictEqual(CLAIMS);
  });

  it('accepts a payload with spaces and repeated values', async () => {
    const { jwk, privateKey } = await pair('EdDSA');
    const payload = `{ "tier": "oidc", "entitlements": ["oidc", "oidc", "tier"], "exp": ${CLAIMS.exp}, "other": { "tier": "oidc" } }`;
    const token = await new CompactSign(new TextEncoder().encode(payload)).setProtectedHeader({ alg: 'EdDSA' }).sign(privateKey);
    await expect(verifyLicenseKey(token, { keys: [jwk], now: E })).resolves.toMatchObject({ claims: { tier: 'oidc' } });
  });

  it('drops unknown claims', async () => {
    const { jwk, sign } = await pair('EdDSA');
    const { claims } = await verifyLicenseKey(await sign({ ...CLAIMS, seats: 5, sub: 'acme' }), { keys: [jwk], now: E });
    expect(claims).toEqual({ ...CLAIMS, sub: 'acme' });
  });

  it('refuses a license key of another signer, with a code and without an echo', async () => {
    const [trusted, other] = await Promise.all([pair('EdDSA'), pair('EdDSA')]);
    const licenseKey = await other.sign();
    const error = await verifyLicenseKey(licenseKey, { keys: [trusted.jwk], now: E }).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'invalid_signature' });
    expect(error.message).not.toContain(licenseKey.slice(0, 10));
  });

  it('refuses a payload that was changed', async () => {
    const { jwk, sign } = await pair('ES256');
    const [header, , signature] = (await sign()).split('.');
    const forged = `${header}.${segment({ ...CLAIMS, exp: CLAIMS.exp + 1e6 })}.${signature}`;
    await expect(verifyLicenseKey(forged, { keys: [jwk], now: E })).rejects.toMatchObject({ code: 'invalid_signature' });
  });
});

describe('an invalid signature', () => {
  it.each(['{}', '[]', 'no JSON', `{"exp":1,"exp":2}`, JSON.stringify({ ...CLAIMS, tier: '' })])(
    'hides errors in the claims: %s',
    async (payload) => {
      const [{ jwk }, { privateKey }] = await Promise.all([pair('EdDSA'), pair('EdDSA')]);
      const sign = new CompactSign(new TextEncoder().encode(payload)).setProtectedHeader({ alg: 'EdDSA' });
      await expect(verifyLicenseKey(await sign.sign(privateKey), { keys: [jwk], now: E })).rejects.toMatchObject({
        code: 'invalid_signature',
      });
    },
  );

  it('causes no unhandled rejection', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const [{ jwk }, { privateKey }] = await Promise.all([pair('EdDSA'), pair('EdDSA')]);
    const sign = new CompactSign(new TextEncoder().encode('{}')).setProtectedHeader({ alg: 'EdDSA' });
    await verifyLicenseKey(await sign.sign(privateKey), { keys: [jwk], now: E }).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve));
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});

describe('a second form of a signature', () => {
  // WebKit accepts it, so that a mocked engine accepts everything here.
  it.each(['EdDSA', 'RS256'])('is refused before Web Crypto sees it: %s', async (alg) => {
    const { jwk, sign } = await pair(alg, 'k1');
    const verify = vi.spyOn(crypto.subtle, 'verify').mockResolvedValue(true);
    const token = await sign();
    const [header, payload, signature = ''] = token.split('.');
    const notReduced = Buffer.from(signature, 'base64url').fill(255).toString('base64url');
    await expect(verifySignature(`${header}.${payload}.${notReduced}`, jwk)).rejects.toMatchObject({ code: 'invalid_signature' });
    expect(verify).not.toHaveBeenCalled();
    await expect(verifySignature(token, jwk)).resolves.toBeInstanceOf(Uint8Array);
    verify.mockRestore();
  });
});

describe('the algorithm', () => {
  it('comes from the key, and a token cannot name another one', async () => {
    const { jwk, privateKey } = await pair('RS256');
    const ps256 = await new CompactSign(new TextEncoder().encode('{}')).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
    await expect(verifySignature(ps256, { ...jwk, alg: 'PS256' })).rejects.toMatchObject({ code: 'unsupported_algorithm' });
  });

  it.each(['none', 'HS256', 'ES384', 'RS512', 'eddsa', undefined])('is refused if the header names %s', async (alg) => {
    const token = `${segment({ alg })}.${segment(CLAIMS)}.${segment('signature')}`;
    await expect(verifySignature(token, demoPublicKey)).rejects.toMatchObject({ code: 'unsupported_algorithm' });
  });

  it('must be named by an RSA key', async () => {
    const { jwk, sign } = await pair('RS256');
    const { alg: _, ...nameless } = jwk;
    await expect(verifySignature(await sign(), nameless)).rejects.toMatchObject({ code: 'unsupported_algorithm' });
  });

  it.each([
    ['a shared secret', { kty: 'oct', k: 'c2VjcmV0' }, 'unsupported_algorithm'],
    ['another curve', { kty: 'EC', crv: 'P-384', x: 'AA', y: 'AA' }, 'unsupported_algorithm'],
    ['a key for encryption', { ...demoPublicKey, use: 'enc' }, 'invalid_key'],
    ['a key for signing alone', { ...demoPublicKey, key_ops: ['sign'] }, 'invalid_key'],
    ['a private key', { ...demoPublicKey, d: 'AA' }, 'invalid_key'],
    ['half a key', { ...demoPublicKey, x: 'AAAA' }, 'invalid_key'],
  ])('is refused for %s', async (_, jwk, code) => {
    await expect(verifySignature(await mintLicenseKey({ expiresAt: E }), jwk)).rejects.toMatchObject({ code });
  });

  it('is refused for RSA below 2048 bits', async () => {
    const keys = await crypto.subtle.generateKey(
      { name: 'RSASSA-PKCS1-v1_5', modulusLength: 1_024, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
      true,
      ['sign', 'verify'],
    );
    const token = `${segment({ alg: 'RS256' })}.${segment(CLAIMS)}.${segment('signature')}`;
    const jwk = { ...(await exportJWK(keys.publicKey)), alg: 'RS256' };
    await expect(verifySignature(token, jwk)).rejects.toMatchObject({ code: 'invalid_key' });
  });
});

describe('the kid', () => {
  it('selects exactly one of several trusted keys', async () => {
    const [old, next] = await Promise.all([pair('EdDSA', 'k1'), pair('ES256', 'k2')]);
    const keys = [old.jwk, next.jwk];
    await expect(verifyLicenseKey(await next.sign(), { keys, now: E })).resolves.toBeTruthy();
    await expect(verifyLicenseKey(await old.sign(), { keys, now: E })).resolves.toBeTruthy();
    await expect(verifyLicenseKey(await old.sign(CLAIMS, { kid: 'k3' }), { keys, now: E })).rejects.toMatchObject({ code: 'unknown_key' });
    await expect(verifyLicenseKey(await old.sign(CLAIMS, { kid: undefined }), { keys, now: E })).rejects.toMatchObject({
      code: 'unknown_key',
    });
    await expect(verifyLicenseKey(await old.sign(CLAIMS, { kid: '__proto__' }), { keys, now: E })).rejects.toMatchObject({
      code: 'unknown_key',
    });
  });

  it('is not needed if exactly one key is trusted', async () => {
    const only = await pair('EdDSA', 'k1');
    const keys = [only.jwk];
    await expect(verifyLicenseKey(await only.sign(CLAIMS, { kid: undefined }), { keys, now: E })).resolves.toBeTruthy();
    await expect(verifyLicenseKey(await only.sign(CLAIMS, { kid: 'k9' }), { keys, now: E })).resolves.toBeTruthy();
  });

  it('selects none of several keys if it is missing, not even one without a kid', async () => {
    const [nameless, named] = await Promise.all([pair('EdDSA'), pair('EdDSA', 'k1')]);
    await expect(verifyLicenseKey(await nameless.sign(), { keys: [nameless.jwk, named.jwk], now: E })).rejects.toMatchObject({
      code: 'unknown_key',
    });
  });

  it('is refused if it names two keys', async () => {
    const [one, two] = await Promise.all([pair('EdDSA', 'k1'), pair('EdDSA', 'k1')]);
    await expect(verifyLicenseKey(await one.sign(), { keys: [one.jwk, two.jwk], now: E })).rejects.toMatchObject({ code: 'unknown_key' });
  });
});

describe('the options', () => {
  it('must contain at least one key, because none is trusted by default', async () => {
    await expect(verifyLicenseKey('a.b.c', { keys: [], now: E })).rejects.toMatchObject({ code: 'invalid_option' });
  });

  it.each([
    ['no options', undefined],
    ['null among the keys', { keys: [null], now: E }],
    ['a kid that is a number', { keys: [{ ...demoPublicKey, kid: 5 }], now: E }],
    ['a number among the keys', { keys: [demoPublicKey, 7], now: E }],
    ['a time that is a string', { keys: [demoPublicKey], now: '5' }],
    ['a time that is a big integer', { keys: [demoPublicKey], now: 5n }],
    ['a time that is null', { keys: [demoPublicKey], now: null }],
    ['no time', { keys: [demoPublicKey] }],
    ['a time beyond all dates', { keys: [demoPublicKey], now: -8.7e15 }],
  ])('are refused with a LicenseError if there is %s', async (_, options) => {
    const licenseKey = await mintLicenseKey({ expiresAt: E });
    await expect(verifyLicenseKey(licenseKey, Object(options))).rejects.toMatchObject({ code: 'invalid_option' });
  });

  it('can contain every instant that a Date can hold', async () => {
    const licenseKey = await mintLicenseKey({ expiresAt: E });
    await expect(verifyLicenseKey(licenseKey, { keys: [demoPublicKey], now: -8.64e15 })).resolves.toMatchObject({ state: 'active' });
  });

  it('must not contain the demo key next to real ones', async () => {
    const { jwk } = await pair('EdDSA', 'k1');
    const licenseKey = await mintLicenseKey({ expiresAt: E });
    await expect(verifyLicenseKey(licenseKey, { keys: [jwk, demoPublicKey], now: E })).rejects.toMatchObject({ code: 'invalid_option' });
  });

  it('determine which issuer, audience and customer are checked', async () => {
    const { jwk, sign } = await pair('EdDSA');
    const token = await sign({ ...CLAIMS, iss: 'alexandria', aud: ['gateway', 'other'], sub: 'acme' });
    const verify = (expected: object) => verifyLicenseKey(token, { keys: [jwk], now: E, ...expected });
    await expect(verify({ issuer: 'alexandria', audience: 'gateway', subject: 'acme' })).resolves.toBeTruthy();
    await expect(verify({})).resolves.toBeTruthy();
    await expect(verify({ issuer: 'someone' })).rejects.toMatchObject({ code: 'invalid_claims' });
    await expect(verify({ audience: 'gate' })).rejects.toMatchObject({ code: 'invalid_claims' });
    await expect(verify({ subject: 'ACME' })).rejects.toMatchObject({ code: 'invalid_claims' });
  });
});

describe('the claims', () => {
  it.each([
    ['exp is missing', { tier: 'x', entitlements: [] }],
    ['exp is in milliseconds', { ...CLAIMS, exp: E }],
    ['exp is text', { ...CLAIMS, exp: '1809129600' }],
    ['exp is negative', { ...CLAIMS, exp: -1 }],
    ['tier is missing', { ...CLAIMS, tier: undefined }],
    ['tier is not a string', { ...CLAIMS, tier: 7 }],
    ['entitlements are missing', { ...CLAIMS, entitlements: undefined }],
    ['entitlements are text', { ...CLAIMS, entitlements: 'oidc' }],
    ['an entitlement is not a string', { ...CLAIMS, entitlements: ['oidc', 1] }],
    ['nbf is text', { ...CLAIMS, nbf: 'now' }],
    ['iss is not a string', { ...CLAIMS, iss: 1 }],
    ['aud holds a number', { ...CLAIMS, aud: [1] }],
  ])('are refused if %s', async (_, claims) => {
    const { jwk, privateKey } = await pair('EdDSA');
    const token = await new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
      .setProtectedHeader({ alg: 'EdDSA' })
      .sign(privateKey);
    await expect(verifyLicenseKey(token, { keys: [jwk], now: E })).rejects.toMatchObject({ code: 'invalid_claims' });
  });

  it('are refused if exp is infinite', async () => {
    const { jwk, privateKey } = await pair('EdDSA');
    const payload = JSON.stringify(CLAIMS).replace(String(CLAIMS.exp), '1e999');
    const token = await new CompactSign(new TextEncoder().encode(payload)).setProtectedHeader({ alg: 'EdDSA' }).sign(privateKey);
    await expect(verifyLicenseKey(token, { keys: [jwk], now: E })).rejects.toMatchObject({ code: 'invalid_claims' });
  });
});

describe('a text that is not a license key', () => {
  it.each([
    ['nothing', ''],
    ['words', 'hello world'],
    ['two parts', 'eyJhbGciOiJFZERTQSJ9.e30'],
    ['four parts', 'e30.e30.e30.e30'],
    ['a line break at its end', 'e30.e30.e30\n'],
    ['padding', 'e30=.e30.e30'],
    ['trailing bits', 'e31.e30.e30'],
    ['a header that is not JSON', `${segment('{')}.e30.e30`],
    ['a header that is a list', `${segment('[]')}.e30.e30`],
    ['a critical extension', `${segment({ alg: 'EdDSA', crit: ['b64'], b64: true })}.e30.e30`],
    ['a kid that is a number', `${segment({ alg: 'EdDSA', kid: 1 })}.e30.e30`],
    ['more than 16 KiB', `e30.${'A'.repeat(16_384)}.e30`],
  ])('is distinguished from an invalid signature: %s', async (_, text) => {
    await expect(verifyLicenseKey(text, { keys: [demoPublicKey], now: E })).rejects.toMatchObject({ code: 'malformed_token' });
  });
});

describe('a trusted key', () => {
  it('is imported once and cached, and imported again after a change', async () => {
    const { jwk, sign } = await pair('EdDSA');
    const other = await pair('EdDSA');
    const imports = vi.spyOn(crypto.subtle, 'importKey');
    const token = await sign();
    for (let round = 0; round < 5; round += 1) await verifySignature(token, { ...jwk });
    expect(imports).toHaveBeenCalledTimes(1);
    Object.assign(jwk, other.jwk);
    await expect(verifySignature(token, jwk)).rejects.toMatchObject({ code: 'invalid_signature' });
    expect(imports).toHaveBeenCalledTimes(2);
    imports.mockRestore();
  });

  it('is cached with its modulus if it is an RSA key, and no signature may reach the modulus', async () => {
    const { jwk } = await pair('RS256');
    const { modulus } = await importKey(checkKey(jwk));
    expect(Buffer.from(modulus ?? []).toString('base64url')).toBe(jwk.n);
    expect((await importKey(checkKey(demoPublicKey))).modulus).toBeNull();
  });

  it('can have the properties that Web Crypto exports', async () => {
    const { jwk, sign } = await pair('EdDSA');
    const keys = [{ ...jwk, ext: true, key_ops: ['verify'], use: 'sig' }];
    await expect(verifyLicenseKey(await sign(), { keys, now: E })).resolves.toBeTruthy();
  });

  it('does not affect the other keys if it is unusable', async () => {
    const { jwk, sign } = await pair('EdDSA', 'k1');
    const keys = [jwk, { ...jwk, kid: 'k2', x: 'AAAA' }];
    await expect(verifyLicenseKey(await sign(), { keys, now: E })).resolves.toMatchObject({ demo: false });
  });

  it('is imported again if its import has failed', async () => {
    const { jwk, sign } = await pair('EdDSA');
    const token = await sign();
    const imports = vi.spyOn(crypto.subtle, 'importKey').mockRejectedValueOnce({ name: 'NotSupportedError' });
    await expect(verifySignature(token, jwk)).rejects.toMatchObject({ code: 'unverifiable' });
    await expect(verifySignature(token, jwk)).resolves.toBeInstanceOf(Uint8Array);
    imports.mockRestore();
  });

  it('can be a PEM with a kid, next to other keys', async () => {
    const [one, two] = await Promise.all([pair('ES256', 'k1'), pair('EdDSA', 'k2')]);
    const pem = await exportSPKI(one.publicKey);
    const keys = [two.jwk, { pem, kid: 'k1' }];
    await expect(verifyLicenseKey(await one.sign(), { keys, now: E })).resolves.toMatchObject({ state: 'grace', demo: false });
    await expect(verifyLicenseKey(await one.sign(CLAIMS, { kid: undefined }), { keys: [pem], now: E })).resolves.toBeTruthy();
    await expect(verifyLicenseKey(await one.sign(), { keys: [`\n  ${pem}\n`], now: E })).resolves.toBeTruthy();
  });

  it.each<[string, (pem: string, jwk: JWK) => TrustedKey]>([
    ['a PEM with \\n for its line breaks, as in environment variables', (pem) => pem.replaceAll('\n', '\\n')],
    ['a PEM with CRLF', (pem) => pem.replaceAll('\n', '\r\n')],
    ['the base64 of a PEM', (pem) => Buffer.from(`${pem}\n`).toString('base64')],
    ['the base64 of a PEM, in lines', (pem) => Buffer.from(pem).toString('base64').replace(/.{64}/g, '$&\n')],
    ['a JWK as JSON', (_, jwk) => JSON.stringify(jwk)],
    ['a JWK as JSON, with line breaks', (_, jwk) => `\n${JSON.stringify(jwk, null, 2)}\n`],
    ['a JWK as JSON, with an escape', (_, jwk) => JSON.stringify({ ...jwk, comment: 'two\nlines' })],
    ['the base64 of a JWK', (_, jwk) => Buffer.from(JSON.stringify(jwk)).toString('base64')],
    ['a PEM in an object', (pem) => ({ pem: Buffer.from(pem).toString('base64') })],
    [
      'a JWK with members that RFC 7517 says to ignore',
      (_, jwk) => ({ ...jwk, x5c: ['MIIB'], seats: 5, meta: { nested: [null] }, big: 1n }),
    ],
  ])('can be %s', async (_, write) => {
    const { jwk, sign, publicKey } = await pair('ES256', 'k1');
    const key = write(await exportSPKI(publicKey), jwk);
    await expect(verifyLicenseKey(await sign(), { keys: [key], now: E })).resolves.toMatchObject({ state: 'grace' });
  });

  it('is selected by the kid in a JWK as JSON, unless the object around it has one', async () => {
    const [one, two] = await Promise.all([pair('EdDSA', 'k1'), pair('EdDSA', 'k2')]);
    const json = JSON.stringify(one.jwk);
    await expect(verifyLicenseKey(await one.sign(), { keys: [two.jwk, json], now: E })).resolves.toBeTruthy();
    const renamed = { keys: [two.jwk, { pem: json, kid: 'k9' }], now: E };
    await expect(verifyLicenseKey(await one.sign(CLAIMS, { kid: 'k9' }), renamed)).resolves.toBeTruthy();
    await expect(verifyLicenseKey(await one.sign(), renamed)).rejects.toMatchObject({ code: 'unknown_key' });
  });

  it('can name the algorithm Ed25519, as RFC 9864 and Web Crypto do', async () => {
    const { jwk, sign } = await pair('EdDSA');
    await expect(verifyLicenseKey(await sign(), { keys: [{ ...jwk, alg: 'Ed25519' }], now: E })).resolves.toBeTruthy();
  });

  it('can be RSA and name its algorithm in a JWK as JSON', async () => {
    const { jwk, sign } = await pair('PS256');
    await expect(verifyLicenseKey(await sign(), { keys: [JSON.stringify(jwk)], now: E })).resolves.toBeTruthy();
  });

  it('is marked as a demo key if it is the one of the mock API', async () => {
    const licenseKey = await mintLicenseKey({ expiresAt: E });
    expect((await verifyLicenseKey(licenseKey, { keys: [demoPublicKey], now: E })).demo).toBe(true);
    const { jwk, sign } = await pair('EdDSA');
    expect((await verifyLicenseKey(await sign(), { keys: [jwk], now: E })).demo).toBe(false);
  });

  it('is never fetched from an address in the header', async () => {
    const { jwk, sign } = await pair('EdDSA');
    const fetch = vi.spyOn(globalThis, 'fetch');
    await verifyLicenseKey(await sign(CLAIMS, { jku: 'https://attacker.example', x5u: 'https://attacker.example' }), {
      keys: [jwk],
      now: E,
    });
    expect(fetch).not.toHaveBeenCalled();
    fetch.mockRestore();
  });
});

describe('hostile input', () => {
  it('causes no error but a LicenseError, whatever it contains', async () => {
    const token = await mintLicenseKey({ expiresAt: E });
    const parts = fc.constantFrom(...token.split('.'), '', 'e30', 'bnVsbA', '=', '.');
    const text = fc.oneof(
      fc.string(),
      fc.array(parts, { maxLength: 5 }).map((some) => some.join('.')),
      fc.array(parts).map((some) => some.join('')),
    );
    await fc.assert(
      fc.asyncProperty(text, async (hostile) => {
        const outcome = await verifyLicenseKey(hostile, { keys: [demoPublicKey], now: E }).catch((error) => error);
        if (outcome instanceof Error && !isLicenseError(outcome)) throw outcome;
        if (hostile.length > 24 && outcome instanceof Error) expect(outcome.message).not.toContain(hostile);
      }),
      { numRuns: propertyRuns(500) },
    );
  });

  it('causes no other error if it is signed, and the dashboard derives the same license from an accepted key', async () => {
    const { jwk, privateKey } = await pair('EdDSA');
    const mostly = (good: fc.Arbitrary<unknown>, bad: fc.Arbitrary<unknown> = fc.jsonValue()) =>
      fc.oneof({ weight: 9, arbitrary: good }, { weight: 1, arbitrary: bad });
    const text = mostly(fc.string({ minLength: 1 }));
    const date = mostly(
      fc.oneof(fc.nat({ max: 4_000_000_000 }), fc.double({ min: 0, max: 4e9, noNaN: true })),
      fc.oneof(fc.constantFrom(-1, 1e13, 253_402_300_799, null, '1809129600'), fc.jsonValue()),
    );
    const claims = fc.record(
      {
        exp: date,
        tier: text,
        entitlements: mostly(fc.array(fc.string({ minLength: 1 }))),
        nbf: date,
        iat: date,
        aud: text,
        iss: text,
        sub: text,
        jti: text,
      },
      { requiredKeys: ['exp', 'tier', 'entitlements'] },
    );
    const payload = fc.oneof({ weight: 9, arbitrary: claims }, { weight: 1, arbitrary: fc.jsonValue() });
    const reached = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(payload, async (value) => {
        const bytes = new TextEncoder().encode(JSON.stringify(value));
        const key = await new CompactSign(bytes).setProtectedHeader({ alg: 'EdDSA' }).sign(privateKey);
        const outcome = await verifyLicenseKey(key, { keys: [jwk], now: E }).catch((error: unknown) => error);
        const known = isLicenseError(outcome) ? outcome.code : 'accepted';
        reached.set(known, (reached.get(known) ?? 0) + 1);
        if (known !== 'accepted') return;
        const { claims: verified, state, license } = await verifyLicenseKey(key, { keys: [jwk], now: E });
        const read = parseLicense(JSON.parse(JSON.stringify(bodyFromClaims(verified, E)))).license;
        if (state === 'scheduled') expect(read.expiresAt).toBeNull();
        else
          expect([licenseStatus(read, E).state, read.expiresAt, read.entitlements]).toEqual([
            state,
            license.expiresAt,
            license.entitlements,
          ]);
      }),
      { numRuns: propertyRuns(1_000) },
    );
    if (isUnderMutation) return;
    expect([...reached.keys()].sort()).toEqual(['accepted', 'invalid_claims', 'malformed_token']);
    expect(reached.get('accepted')).toBeGreaterThan(100);
  });

  it('is refused if any letter of a valid key is changed, cut or added', async () => {
    const token = await mintLicenseKey({ expiresAt: E });
    const { license } = await verifyLicenseKey(token, { keys: [demoPublicKey], now: E - 99 * DAY });
    expect(license.entitlements).not.toEqual([]);
    const reached = new Set<string>();
    const change = fc.tuple(
      fc.nat(token.length),
      fc.constantFrom(0, 1, 1, 1, 4),
      fc.oneof(fc.constantFrom('', 'A', '_', '.', '=', '\n', token.slice(0, 4)), fc.string({ maxLength: 2 })),
    );
    await fc.assert(
      fc.asyncProperty(change, async ([at, cut, put]) => {
        const changed = token.slice(0, at) + put + token.slice(at + cut);
        fc.pre(changed !== token);
        const outcome: unknown = await verifyLicenseKey(changed, { keys: [demoPublicKey], now: E - 99 * DAY }).catch((error) => error);
        if (!isLicenseError(outcome)) throw new Error(`Taken with ${JSON.stringify(put)} for ${cut} letters at ${at}.`);
        reached.add(outcome.code);
      }),
      { numRuns: propertyRuns(2_000) },
    );
    if (!isUnderMutation) expect([...reached]).toEqual(expect.arrayContaining(['malformed_token', 'invalid_signature']));
  });

  it.skipIf(isUnderMutation).each([
    ['names', (size: number) => `{${'"a":{'.repeat(size / 5)}`],
    ['escapes', (size: number) => `{"${'\\"'.repeat(size / 2)}":1}`],
    ['an open string', (size: number) => `{"${'a'.repeat(size)}`],
    ['brackets', (size: number) => '['.repeat(size)],
    ['names that are read', (size: number) => `{ ${Array.from({ length: size / 9 }, (_, at) => `"${1_000 + at}":0`)}}`],
  ])('takes time in proportion to its length: %s', async (_, text) => {
    const verify = (size: number) =>
      verifyLicenseKey(`${Buffer.from(text(size)).toString('base64url')}.e30.e30`, { keys: [demoPublicKey], now: E }).catch((error) => {
        if (!isLicenseError(error)) throw error;
      });
    // The size is small, because a key has at most 16 KiB.
    expect(await growthOf(verify, 750)).toBeLessThan(LINEAR);
  });
});

describe('readUnverifiedClaims', () => {
  it('returns the claims of a token whose signature is invalid', async () => {
    const { sign } = await pair('EdDSA');
    const forged = `${(await sign({ ...CLAIMS, sub: 'acme', seats: 5 })).slice(0, -10)}AAAAAAAAAA`;
    expect(readUnverifiedClaims(forged)).toEqual({ ...CLAIMS, sub: 'acme' });
    expect(() => readUnverifiedClaims('hello')).toThrow(expect.objectContaining({ code: 'malformed_token' }));
  });
});

describe('a page without Web Crypto', () => {
  it('reports a key as unverifiable, even if its public key was never imported', async () => {
    const { jwk, sign } = await pair('EdDSA');
    const licenseKey = await sign();
    vi.stubGlobal('crypto', {});
    const outcome = await verifyLicenseKey(licenseKey, { keys: [jwk], now: E }).catch((thrown) => thrown);
    vi.unstubAllGlobals();
    expect(outcome).toMatchObject({ code: 'unverifiable' });
  });

  it('reports a key as unverifiable, neither valid nor invalid', async () => {
    const licenseKey = await mintLicenseKey({ expiresAt: E });
    vi.stubGlobal('crypto', {});
    const outcome = await verifyLicenseKey(licenseKey, { keys: [demoPublicKey], now: E }).catch((thrown) => thrown);
    vi.unstubAllGlobals();
    expect(outcome).toMatchObject({ code: 'unverifiable' });
  });
});
