import type { JWK } from 'jose';
import { LicenseError } from '../license/LicenseError.js';

/** The signature algorithms that a license key may use. All others are refused. */
export type LicenseAlgorithm = 'EdDSA' | 'ES256' | 'RS256' | 'PS256';

/** A public key as a JWK. Set `kid` if several keys are trusted. An RSA key requires `alg`. */
export type PublicJwk = JWK;

/** A public key as SPKI PEM (`-----BEGIN PUBLIC KEY-----`), with the fields that a PEM cannot contain. */
export type PublicPem = {
  /** The PEM text, including the lines with `-----BEGIN` and `-----END`. */
  readonly pem: string;
  /** The id of the key. Set it if several keys are trusted. */
  readonly kid?: string;
  /** Required for an RSA key. */
  readonly alg?: LicenseAlgorithm;
};

/** A public key that verifies license keys. A string is a PEM without `kid` and `alg`. */
export type TrustedKey = PublicJwk | PublicPem | string;

/**
 * Returns the only algorithm for which a key is used. It depends on the key alone, because the `alg` of a token may be forged.
 *
 * @throws {LicenseError} `unsupported_algorithm` if the key or its `alg` is not supported, or if an RSA key has no `alg`. `invalid_key` if the key
 *   is malformed or private, or if its `use` or `key_ops` exclude verification.
 */
export function algorithmOf(key: TrustedKey): LicenseAlgorithm {
  const possible = algorithmsForKeyType(key);
  const named = typeof key === 'string' ? undefined : key.alg;
  const alg = named ?? (possible.length === 1 ? possible[0] : undefined);
  const algorithm = possible.find((candidate) => candidate === alg);
  if (algorithm) return algorithm;
  throw new LicenseError(
    'unsupported_algorithm',
    possible.length > 1 && alg === undefined
      ? 'An RSA key has to name its alg, RS256 or PS256.'
      : 'The trusted key, or the alg that it names, is none of EdDSA (for Ed25519), ES256 (for P-256), RS256 and PS256.',
  );
}

/**
 * Returns the trusted key with the `kid` of a token. If no key has that `kid`, or the token has none, returns the only trusted key.
 *
 * @throws {LicenseError} `unknown_key` if there is not exactly one such key.
 */
export function selectKey(keys: readonly TrustedKey[], kid: string | undefined): TrustedKey {
  const named = kid === undefined ? [] : keys.filter((key) => kidOf(key) === kid);
  const [only, another] = named.length > 0 ? named : keys;
  if (only !== undefined && another === undefined) return only;
  throw new LicenseError(
    'unknown_key',
    'The license key names no signing key that is trusted here. It may be meant for another product, or this release may be too old for it.',
  );
}

/**
 * Checks that `keys` is an array of JWKs and PEMs with at least one element.
 *
 * @throws {LicenseError} `invalid_option` if it is not.
 */
export function assertTrustedKeys(keys: readonly TrustedKey[] | undefined): asserts keys is readonly TrustedKey[] {
  if (!Array.isArray(keys) || keys.length === 0) {
    throw new LicenseError('invalid_option', "keys must hold Alexandria's public keys, as JWK or PEM; none is trusted by default.");
  }
  if (!keys.every(isTrustedKey)) {
    throw new LicenseError('invalid_option', 'keys must hold JWKs (objects with a kty, and texts as kid and alg) or SPKI PEMs.');
  }
}

/** Creates the error for a demo key among real keys. Anyone can sign with the demo key, so it would unlock everything. */
export function demoKeyBesideRealOnes(): LicenseError {
  return new LicenseError('invalid_option', 'The demo key of ./mocks is trusted beside real keys. Anyone can sign with it: remove it.');
}

/** Returns the PEM text of a key; `null` for a JWK. */
export function pemOf(key: TrustedKey): string | null {
  if (typeof key === 'string') return key;
  const { pem } = Object(key);
  return typeof pem === 'string' ? pem : null;
}

/** Creates an `invalid_key` error. */
export function invalidKey(why: string): LicenseError {
  return new LicenseError('invalid_key', `The trusted key can't be used: ${why}.`);
}

// Object identifiers as hex digits of the DER: Ed25519, P-256, rsaEncryption. In base64 their text would depend on the position.
const PEM_ALGORITHMS: readonly (readonly [string, readonly LicenseAlgorithm[]])[] = [
  ['06032b6570', ['EdDSA']],
  ['06082a8648ce3d030107', ['ES256']],
  ['06092a864886f70d010101', ['RS256', 'PS256']],
];
const PEM = /^\s*-----BEGIN ([A-Z ]+)-----([\sA-Za-z0-9+/=]+)-----END \1-----\s*$/;

function algorithmsForKeyType(key: TrustedKey): readonly LicenseAlgorithm[] {
  const pem = pemOf(key);
  if (pem !== null) return pemAlgorithms(pem);
  const jwk = Object(key);
  if (!isJwk(jwk)) throw invalidKey('it is neither JWK nor PEM');
  if (Object.hasOwn(jwk, 'd')) throw invalidKey('it is a private key; pass its public half and treat it as exposed');
  if (jwk.use !== undefined && jwk.use !== 'sig') throw invalidKey('its use is not sig');
  if (jwk.key_ops !== undefined && !jwk.key_ops.includes('verify')) throw invalidKey('its key_ops do not include verify');
  if (jwk.kty === 'OKP' && jwk.crv === 'Ed25519') return ['EdDSA'];
  if (jwk.kty === 'EC' && jwk.crv === 'P-256') return ['ES256'];
  return jwk.kty === 'RSA' ? ['RS256', 'PS256'] : [];
}

function pemAlgorithms(pem: string): readonly LicenseAlgorithm[] {
  const [, label = '', base64 = ''] = PEM.exec(pem) ?? [];
  if (label.includes('PRIVATE')) throw invalidKey('it is a private key; pass its public half and treat it as exposed');
  if (label !== 'PUBLIC KEY') throw invalidKey('it is no SPKI PEM, which begins with BEGIN PUBLIC KEY');
  let der: string;
  try {
    der = Array.from(atob(base64.replace(/\s/g, '')).slice(0, 32), (char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  } catch {
    throw invalidKey('its PEM is no base64');
  }
  return PEM_ALGORITHMS.find(([identifier]) => der.includes(identifier))?.[1] ?? [];
}

function kidOf(key: TrustedKey): string | undefined {
  return typeof key === 'string' || !Object.hasOwn(key, 'kid') ? undefined : key.kid;
}

function isTrustedKey(key: unknown): key is TrustedKey {
  return typeof key === 'string' || isJwk(key) || (typeof Object(key).pem === 'string' && hasPlainFields(key));
}

function isJwk(key: unknown): key is PublicJwk {
  const { kty, key_ops: operations } = Object(key);
  return typeof kty === 'string' && hasPlainFields(key) && (operations === undefined || Array.isArray(operations));
}

function hasPlainFields(key: unknown): boolean {
  const { kid, alg } = Object(key);
  const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'boolean' || value === undefined;
  const arePlain = Object.values(Object(key)).every((value) => (Array.isArray(value) ? value.every(isPlain) : isPlain(value)));
  return arePlain && [kid, alg].every((value) => value === undefined || typeof value === 'string');
}
