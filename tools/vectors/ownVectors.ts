import { exportJWK, exportSPKI, generateKeyPair } from 'jose';
import { demoPublicKey } from '../../mocks/demoKey.js';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import type { ExpectedClaims } from '../../src/verifier/claims.js';
import type { LicenseAlgorithm, TrustedKey } from '../../src/verifier/trustedKeys.js';
import type { Vector } from './judge.js';

const encode = (value: string | Uint8Array) => Buffer.from(value).toString('base64url');
const json = (value: unknown) => JSON.stringify(value);

const SIGN = {
  EdDSA: { name: 'Ed25519' },
  ES256: { name: 'ECDSA', hash: 'SHA-256' },
  RS256: { name: 'RSASSA-PKCS1-v1_5' },
  PS256: { name: 'RSA-PSS', saltLength: 32 },
} as const;

async function createSigner(alg: LicenseAlgorithm, modulusLength = 2_048) {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true, modulusLength });
  const rsa = alg === 'RS256' || alg === 'PS256' ? { alg } : {};
  const sign = async (header: string, payload: string | Uint8Array) => {
    const signed = `${encode(header)}.${encode(payload)}`;
    return `${signed}.${encode(new Uint8Array(await crypto.subtle.sign(SIGN[alg], privateKey, Buffer.from(signed))))}`;
  };
  return { jwk: { ...(await exportJWK(publicKey)), ...rsa }, pem: await exportSPKI(publicKey), sign };
}

async function signWithShortRsa(header: string, payload: string): Promise<{ token: string; key: TrustedKey }> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 1_024, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' };
  const { publicKey, privateKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const signed = `${encode(header)}.${encode(payload)}`;
  const signature = new Uint8Array(await crypto.subtle.sign(algorithm, privateKey, Buffer.from(signed)));
  return { token: `${signed}.${encode(signature)}`, key: { ...(await exportJWK(publicKey)), alg: 'RS256' } };
}

async function signWithSecret(secret: string, header: string, payload: string): Promise<string> {
  const key = await crypto.subtle.importKey('raw', Buffer.from(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signed = `${encode(header)}.${encode(payload)}`;
  return `${signed}.${encode(new Uint8Array(await crypto.subtle.sign('HMAC', key, Buffer.from(signed))))}`;
}

// The order of the curve. If added to the second half of a signature, it gives another one that careless verifiers accept.
const ED25519_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

function malleable(token: string): string {
  const [head, body, tail = ''] = token.split('.');
  const signature = Buffer.from(tail, 'base64url');
  let scalar = BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString('hex')}`) + ED25519_ORDER;
  for (let at = 32; at < 64; at += 1, scalar >>= 8n) signature[at] = Number(scalar & 255n);
  return `${head}.${body}.${signature.toString('base64url')}`;
}

function withoutLastBytes(token: string): string {
  const [head, body, tail = ''] = token.split('.');
  return `${head}.${body}.${encode(Buffer.from(tail, 'base64url').subarray(0, -3))}`;
}

// Sets an unused bit in the last letter of a part.
function withTrailingBits(token: string, part: number): string {
  const parts = token.split('.');
  const text = parts[part] ?? '';
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  if (text.length % 4 === 0) throw new Error('This part has no trailing bits.');
  parts[part] = text.slice(0, -1) + letters[letters.indexOf(text.slice(-1)) + 1];
  return parts.join('.');
}

/** Creates our own vectors: at least one for each algorithm and each rule that rejects a token, key or claim. */
export async function createOwnVectors(): Promise<readonly Vector[]> {
  const [ed, es, rs, ps, attacker] = await Promise.all([
    createSigner('EdDSA'),
    createSigner('ES256'),
    createSigner('RS256'),
    createSigner('PS256'),
    createSigner('EdDSA'),
  ]);
  // These lengths leave unused bits in each part.
  const header = json({ alg: 'EdDSA', kid: 'a' });
  const claims = json({ tier: 'enterprise', entitlements: ['oidc'], exp: 1_809_129_600 });
  const good = await ed.sign(header, claims);
  const short = await signWithShortRsa(json({ alg: 'RS256' }), claims);
  const [head, body, tail] = good.split('.');
  const vectors: Vector[] = [];
  const add = (id: string, expected: Vector['expected'], token: string, key: TrustedKey = ed.jwk) =>
    vectors.push({ kind: 'jws', file: 'our own', id, token, key, expected, corrected: false });
  const against = (id: string, expected: Vector['expected'], token: string, keys: readonly TrustedKey[], expects: ExpectedClaims = {}) =>
    vectors.push({ kind: 'license', file: 'our own', id, token, keys, expects, expected, corrected: false });
  const license = (id: string, expected: Vector['expected'], token: string, key: TrustedKey = ed.jwk) =>
    against(id, expected, token, [key]);

  for (const [alg, signer] of Object.entries({ EdDSA: ed, ES256: es, RS256: rs, PS256: ps })) {
    const token = await signer.sign(json({ alg }), claims);
    const rsa = alg.endsWith('S256') && alg !== 'ES256';
    add(`${alg}, JWK`, 'accept', token, signer.jwk);
    add(`${alg}, PEM`, rsa ? 'unsupported_algorithm' : 'accept', token, signer.pem);
    if (rsa) add(`${alg}, PEM with alg`, 'accept', token, { pem: signer.pem, alg: alg === 'RS256' ? 'RS256' : 'PS256' });
    add(`${alg}, key with key_ops verify`, 'accept', token, { ...signer.jwk, use: 'sig', key_ops: ['verify'] });
    add(`${alg}, key for encryption`, 'invalid_key', token, { ...signer.jwk, use: 'enc' });
    add(`${alg}, key that may not verify`, 'invalid_key', token, { ...signer.jwk, key_ops: ['sign'] });
    add(`${alg}, private key`, 'invalid_key', token, { ...signer.jwk, d: 'AA' });
    add(
      `${alg}, changed payload`,
      'invalid_signature',
      token.replace(/\.[\w-]+\./, `.${encode(claims.replace('oidc', 'scim'))}.`),
      signer.jwk,
    );
    add(`${alg}, cut signature`, 'invalid_signature', withoutLastBytes(token), signer.jwk);
    license(`${alg}, license`, 'accept', token, signer.jwk);
  }
  add('EdDSA, signed by another', 'invalid_signature', await attacker.sign(header, claims));
  add('EdDSA, malleable', 'invalid_signature', malleable(good));
  add('EdDSA, signature of zeros', 'invalid_signature', `${head}.${body}.${encode(new Uint8Array(64))}`);
  add('ES256, signature of zeros', 'invalid_signature', `${encode(json({ alg: 'ES256' }))}.${body}.${encode(new Uint8Array(64))}`, es.jwk);
  add(
    'ES256, signature as DER',
    'invalid_signature',
    `${encode(json({ alg: 'ES256' }))}.${body}.${encode(Buffer.from('3006020101020101', 'hex'))}`,
    es.jwk,
  );
  add('RSA below 2048 bits', 'invalid_key', short.token, short.key);

  for (const alg of ['none', 'None', 'HS256', 'ES256', 'RS256', 'PS256', 'RS512', 'ES512', 'eddsa', 'Ed25519', '', null, 7, ['EdDSA']]) {
    add(`alg ${json(alg)} in the header`, 'unsupported_algorithm', await ed.sign(json({ alg }), claims));
  }
  add('no alg in the header', 'unsupported_algorithm', await ed.sign('{}', claims));
  add('alg none without a signature', 'unsupported_algorithm', `${encode(json({ alg: 'none' }))}.${body}.`);
  add(
    'confusion: HS256 with the public key',
    'unsupported_algorithm',
    await signWithSecret(rs.pem, json({ alg: 'HS256' }), claims),
    rs.jwk,
  );
  add('confusion: PS256 by a key for RS256', 'unsupported_algorithm', await ps.sign(json({ alg: 'PS256' }), claims), {
    ...ps.jwk,
    alg: 'RS256',
  });
  add('RSA key without alg', 'unsupported_algorithm', await rs.sign(json({ alg: 'RS256' }), claims), {
    ...rs.jwk,
    alg: undefined as never,
  });
  add('key of another curve', 'unsupported_algorithm', good, { kty: 'EC', crv: 'P-384', x: 'AA', y: 'AA' });
  add('key for key agreement', 'unsupported_algorithm', good, { ...ed.jwk, crv: 'X25519' });
  add('key of another kind on the same curve', 'unsupported_algorithm', good, { ...ed.jwk, kty: 'EC' });
  add('key of that kind on a curve of another', 'unsupported_algorithm', good, { ...es.jwk, kty: 'OKP' });
  add('shared secret as key', 'unsupported_algorithm', good, { kty: 'oct', k: 'AA' });
  add('half a key', 'invalid_key', good, { kty: 'OKP', crv: 'Ed25519', x: 'AAAA' });
  add('private PEM', 'invalid_key', good, '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----');
  add('certificate', 'invalid_key', good, '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----');
  add('PEM that is none', 'invalid_key', good, 'AAAA');

  for (const extra of [
    { jwk: attacker.jwk },
    { jku: 'https://attacker.example/keys' },
    { x5u: 'https://attacker.example/x' },
    { x5c: ['AA'] },
  ]) {
    add(
      `${Object.keys(extra)} in the header, signed by another`,
      'invalid_signature',
      await attacker.sign(json({ alg: 'EdDSA', ...extra }), claims),
    );
    add(
      `${Object.keys(extra)} in the header, signed by the trusted key`,
      'accept',
      await ed.sign(json({ alg: 'EdDSA', ...extra }), claims),
    );
  }
  for (const extra of [{ crit: ['exp'] }, { crit: [] }, { b64: false }, { b64: true, crit: ['b64'] }, { kid: 7 }, { kid: null }]) {
    add(`${json(extra)} in the header`, 'malformed_token', await ed.sign(json({ alg: 'EdDSA', ...extra }), claims));
  }
  add('alg twice', 'malformed_token', await ed.sign('{"alg":"none","alg":"EdDSA"}', claims));
  add('alg twice, once with an escape', 'malformed_token', await ed.sign('{"alg":"EdDSA","\\u0061lg":"EdDSA"}', claims));
  add('a name twice, deep in the header', 'malformed_token', await ed.sign('{"alg":"EdDSA","x":[{"a":1,"a":2}]}', claims));
  add('a name in two objects', 'accept', await ed.sign('{"alg":"EdDSA","x":{"alg":1},"y":[{"a":1},{"a":"\\"a\\":"}]}', claims));
  add('a name of an inner object, again in the outer one', 'accept', await ed.sign('{"alg":"EdDSA","x":{"a":1},"a":2}', claims));
  add('a name twice, around an inner object', 'malformed_token', await ed.sign('{"alg":"EdDSA","x":{"a":1},"x":2}', claims));
  add('a header with a byte order mark', 'malformed_token', await ed.sign('\ufeff{"alg":"EdDSA"}', claims));
  add('a header that is a list', 'malformed_token', await ed.sign('["EdDSA"]', claims));
  add('a header that is text', 'malformed_token', await ed.sign('"EdDSA"', claims));
  add('a header with a comment', 'malformed_token', await ed.sign('{"alg":"EdDSA"}//', claims));
  add('a header that is not UTF-8', 'malformed_token', `${encode(Buffer.from('7b22616c67223a22ff227d', 'hex'))}.${body}.${tail}`);
  add('a payload that is not JSON', 'accept', await ed.sign(header, 'Papyrus'));
  add('an empty payload', 'accept', await ed.sign(header, ''));

  for (const [part, name] of ['header', 'payload', 'signature'].entries()) {
    const token = part === 1 ? await ed.sign(header, `${claims} `.slice(0, claims.length - (claims.length % 3) + 1)) : good;
    add(`trailing bits in the ${name}`, 'malformed_token', withTrailingBits(token, part));
    const parts = good.split('.');
    for (const [what, change] of [
      ['padding', '='],
      ['a line break', '\n'],
      ['a space', ' '],
      ['a plus', '+'],
      ['a question mark', '?'],
    ] as const) {
      add(`${what} in the ${name}`, 'malformed_token', parts.map((text, at) => (at === part ? text + change : text)).join('.'));
    }
  }
  add('two parts', 'malformed_token', `${head}.${body}`);
  add('four parts', 'malformed_token', `${good}.`);
  add('five parts', 'malformed_token', `${good}.${body}.${tail}`);
  add('white space around it', 'malformed_token', ` ${good}`);
  add('nothing', 'malformed_token', '');
  add('16 KiB', 'accept', await ed.sign(header, 'x'.repeat(12_196)));
  add('more than 16 KiB', 'malformed_token', await ed.sign(header, 'x'.repeat(12_197)));

  const claim = (part: object) => json({ tier: 'enterprise', entitlements: ['oidc'], exp: 1_809_129_600, ...part });
  license('a payload that says exp twice', 'malformed_token', await ed.sign(header, claims.replace('{', '{"exp":4102444800,')));
  license(
    'a payload with a name twice within',
    'malformed_token',
    await ed.sign(header, claim({ x: 0 }).replace('"x":0', '"x":{"a":1,"a":1}')),
  );
  license('a payload that is not JSON', 'malformed_token', await ed.sign(header, 'Papyrus'));
  license('a payload that is a list', 'malformed_token', await ed.sign(header, '[]'));
  license('exp too large for a number', 'invalid_claims', await ed.sign(header, claims.replace('1809129600', '1e999')));
  for (const part of [
    { exp: undefined },
    { exp: null },
    { exp: '1809129600' },
    { exp: -1 },
    { exp: 1_809_129_600_000 },
    { tier: undefined },
    { tier: '' },
    { tier: 7 },
    { entitlements: undefined },
    { entitlements: 'oidc' },
    { entitlements: [1] },
    { entitlements: [''] },
    { nbf: 'soon' },
    { iat: {} },
    { sub: 7 },
    { aud: [7] },
  ]) {
    license(`claims ${JSON.stringify(part, (_, value) => value ?? null)}`, 'invalid_claims', await ed.sign(header, claim(part)));
  }
  const named = (kid: string | undefined) => json({ alg: 'EdDSA', ...(kid === undefined ? {} : { kid }) });
  const [one, two] = [
    { ...ed.jwk, kid: 'one' },
    { ...attacker.jwk, kid: 'two' },
  ];
  against('kid names one of two', 'accept', await ed.sign(named('one'), claims), [one, two]);
  against('kid names the other of two', 'invalid_signature', await ed.sign(named('two'), claims), [one, two]);
  against('unknown kid, two keys', 'unknown_key', await ed.sign(named('three'), claims), [one, two]);
  against('no kid, two keys', 'unknown_key', await ed.sign(named(undefined), claims), [one, two]);
  against('kid of the prototype, two keys', 'unknown_key', await ed.sign(named('__proto__'), claims), [one, two]);
  against('unknown kid, one key', 'accept', await ed.sign(named('three'), claims), [one]);
  against('kid that names two keys', 'unknown_key', await ed.sign(named('one'), claims), [one, { ...two, kid: 'one' }]);
  against('no trusted key', 'invalid_option', good, []);
  against('a trusted key that is not a key', 'invalid_option', good, [one, Object(7)]);
  against('the demo key alone', 'accept', await mintLicenseKey({ expiresAt: Date.UTC(2027, 4, 1) }), [demoPublicKey]);
  for (const [what, demo] of [
    ['the demo key', demoPublicKey],
    ['the demo key by another name', { ...demoPublicKey, kid: '2025' }],
  ] as const) {
    against(`${what} beside a real one`, 'invalid_option', await ed.sign(named('one'), claims), [demo, one]);
  }
  const stated = await ed.sign(header, claim({ iss: 'alexandria', aud: ['gateway', 'other'], sub: 'acme' }));
  against('iss, aud and sub as expected', 'accept', stated, [one], { issuer: 'alexandria', audience: 'gateway', subject: 'acme' });
  for (const expects of [{ issuer: 'other' }, { audience: 'gate' }, { subject: 'ACME' }]) {
    against(`${Object.keys(expects)} not as expected`, 'invalid_claims', stated, [one], expects);
    against(`${Object.keys(expects)} expected and missing`, 'invalid_claims', good, [one], expects);
  }
  license('exp in 1970', 'accept', await ed.sign(header, claim({ exp: 0 })));
  license('exp at the end of the year 9999', 'accept', await ed.sign(header, claim({ exp: 253_402_300_799 })));
  license('exp in the year 10000', 'invalid_claims', await ed.sign(header, claim({ exp: 253_402_300_800 })));
  license('no entitlements', 'accept', await ed.sign(header, claim({ entitlements: [] })));
  license('unknown claims', 'accept', await ed.sign(header, claim({ seats: 5, nested: { exp: 0 }, ['__proto__']: { tier: 'x' } })));
  return vectors;
}
