import type { JWK } from 'jose';
import { attempt, parseJson } from '../lib/attempt.js';
import { isRecord } from '../lib/guards.js';
import { LicenseError } from '../license/LicenseError.js';

/** The signature algorithms that a license key may use. All others are refused. */
export type LicenseAlgorithm = 'EdDSA' | 'ES256' | 'RS256' | 'PS256';

/** A public key as a JWK. Set `kid` if several keys are trusted. An RSA key requires `alg`. */
export type PublicJwk = JWK;

/** A public key as text, with the fields that a PEM cannot contain. */
export type PublicPem = {
  /** SPKI PEM (`-----BEGIN PUBLIC KEY-----`), its base64, or a JWK as JSON. Line breaks may be written as `\n`. */
  readonly pem: string;
  /** The id of the key. Set it if several keys are trusted. */
  readonly kid?: string;
  /** Required for an RSA key. */
  readonly alg?: LicenseAlgorithm;
};

/** A public key that verifies license keys. A string has the formats of `pem`. */
export type TrustedKey = PublicJwk | PublicPem | string;

/** A trusted key whose format and algorithm are known. */
export type CheckedKey = {
  /** A PEM, or a JWK with its public members alone. */
  readonly material: string | JWK;
  /** The only algorithm for which the key is used. */
  readonly algorithm: LicenseAlgorithm;
};

const JWK_ALGORITHMS: Readonly<Record<string, readonly LicenseAlgorithm[]>> = {
  'OKP Ed25519': ['EdDSA'],
  'EC P-256': ['ES256'],
  'RSA undefined': ['RS256', 'PS256'],
};
// The object identifiers in DER: Ed25519, P-256 and rsaEncryption.
const PEM_ALGORITHMS: readonly (readonly [identifier: string, readonly LicenseAlgorithm[]])[] = [
  ['\x06\x03\x2b\x65\x70', ['EdDSA']],
  ['\x06\x08\x2a\x86\x48\xce\x3d\x03\x01\x07', ['ES256']],
  ['\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01', ['RS256', 'PS256']],
];
const PEM = /^-----BEGIN PUBLIC KEY-----([\sA-Za-z0-9+/=]+)-----END PUBLIC KEY-----$/;
/**
 * Checks that `keys` is an array of JWKs and PEMs with at least one element.
 *
 * @throws {LicenseError} `invalid_option` if it is not.
 */
export function assertTrustedKeys(keys: readonly TrustedKey[] | undefined): asserts keys is readonly TrustedKey[] {
  if (!Array.isArray(keys) || keys.length === 0)
    throw new LicenseError(
      'invalid_option',
      '`keys` must contain a public key of Alexandria, as a JWK or a PEM. No key is trusted by default.',
    );
  const isText = (value: unknown) => value === undefined || typeof value === 'string';
  for (const key of keys) {
    const { kty, pem, kid, alg } = Object(key);
    if (typeof key !== 'string' && (typeof (pem ?? kty) !== 'string' || !isText(kid) || !isText(alg)))
      throw new LicenseError('invalid_option', 'Each of `keys` must be a JWK or a PEM. `kid` and `alg` must be strings.');
  }
}

/**
 * Returns the trusted key with the `kid` of a token. If no key has that `kid`, or the token has none, returns the only trusted key.
 *
 * @throws {LicenseError} `unknown_key` if there is not exactly one such key.
 */
export function selectKey(keys: readonly TrustedKey[], kid: string | undefined): TrustedKey {
  const named = kid === undefined ? [] : keys.filter((key) => readFields(key).kid === kid);
  const [only, another] = named.length > 0 ? named : keys;
  if (only !== undefined && another === undefined) return only;
  throw new LicenseError(
    'unknown_key',
    'Not exactly one trusted key has the `kid` of the license key. The key may be for another product, or newer than the trusted keys.',
  );
}

/**
 * Checks the format of a trusted key, and returns the only algorithm for which it is used. The algorithm depends on the key alone, because the `alg`
 * of a token may be forged.
 *
 * @throws {LicenseError} `unsupported_algorithm` if the key or its `alg` is not supported, or if an RSA key has no `alg`. `invalid_key` if the key
 *   is malformed or private, or if its `use` or `key_ops` exclude verification.
 */
export function checkKey(key: TrustedKey): CheckedKey {
  const { material, alg: given } = readFields(key);
  // RFC 9864, and what Web Crypto exports.
  const alg = given === 'Ed25519' ? 'EdDSA' : given;
  const possible = typeof material === 'string' ? pemAlgorithms(material) : jwkAlgorithms(material);
  if (possible.length > 1 && alg === undefined)
    throw new LicenseError('unsupported_algorithm', 'An RSA key must name its algorithm. Set `alg` to RS256 or PS256.');
  const algorithm = alg === undefined ? possible[0] : possible.find((candidate) => candidate === alg);
  if (algorithm === undefined)
    throw new LicenseError('unsupported_algorithm', 'A trusted key must be for EdDSA (Ed25519), ES256 (P-256), RS256 or PS256.');
  if (typeof material === 'string') return { material, algorithm };
  return { material: publicMembers(material), algorithm };
}

/** Reads the key, `kid` and `alg` of a trusted key. The `kid` and `alg` beside `pem` override those of a JWK in it. */
function readFields(key: TrustedKey): { readonly material: string | JWK; readonly kid: unknown; readonly alg: unknown } {
  const { pem, kid, alg } = Object(key);
  const given: unknown = pem ?? key;
  const text = typeof given === 'string' ? decodeText(given) : '';
  const jwk: JWK = Object(typeof given === 'string' ? (parseJson(given) ?? parseJson(text)) : given);
  return isRecord(jwk) && 'kty' in jwk ? { material: jwk, kid: kid ?? jwk.kid, alg: alg ?? jwk.alg } : { material: text, kid, alg };
}

// Environment variables often contain `\n` instead of line breaks, or base64.
function decodeText(given: string): string {
  const text = given.replaceAll('\\n', '\n').trim();
  return /[-{]/.test(text) ? text : (attempt(() => atob(text).trim()) ?? text);
}

// Omits `use` and `key_ops`, because Web Crypto applies rules of its own to them.
function publicMembers({ kty, crv, x, y, n, e }: JWK): JWK {
  return Object({ kty, crv, x, y, n, e });
}

function jwkAlgorithms(jwk: JWK): readonly LicenseAlgorithm[] {
  const { kty, crv, d, use, key_ops: operations } = jwk;
  if (Object.values(publicMembers(jwk)).some((member) => member !== undefined && typeof member !== 'string'))
    throw invalidKey('a member of it is not a string');
  if (d !== undefined) throw privateKey();
  if (use !== undefined && use !== 'sig') throw invalidKey('its `use` is not `sig`');
  if (operations !== undefined && ![operations].flat().includes('verify')) throw invalidKey('its `key_ops` do not include `verify`');
  return JWK_ALGORITHMS[`${kty} ${crv}`] ?? [];
}

function pemAlgorithms(pem: string): readonly LicenseAlgorithm[] {
  if (/-----BEGIN [A-Z ]*PRIVATE KEY/.test(pem)) throw privateKey();
  if (!PEM.test(pem)) throw invalidKey('it is neither a JWK nor an SPKI PEM, which starts with “-----BEGIN PUBLIC KEY-----”');
  const der = attempt(() => String.fromCharCode(...decodePem(pem).slice(0, 32)));
  if (der === undefined) throw invalidKey('its PEM is not valid base64');
  // The identifier stands at the start. A later match could be part of the key.
  return PEM_ALGORITHMS.find(([identifier]) => der.includes(identifier))?.[1] ?? [];
}

// `Uint8Array<ArrayBuffer>`, which Web Crypto requires. TypeScript before 5.7 cannot read that type in declarations.
type Bytes = ReturnType<TextEncoder['encode']>;

/** Returns the DER of a PEM that {@link checkKey} has accepted. */
export function decodePem(pem: string): Bytes {
  return Uint8Array.from(atob(PEM.exec(pem)?.[1] ?? ''), (char) => char.charCodeAt(0));
}

function privateKey(): LicenseError {
  return invalidKey('it is a private key. Pass the public key, and replace the key pair if the private key was exposed');
}

/** Creates an `invalid_key` error. */
export function invalidKey(why: string): LicenseError {
  return new LicenseError('invalid_key', `The trusted key cannot be used: ${why}.`);
}
