import type { JWK } from 'jose';
import { LicenseError } from '../license/LicenseError.js';

/** The signature algorithms of a license key; all others are refused. */
export type LicenseAlgorithm = 'EdDSA' | 'ES256' | 'RS256' | 'PS256';

/** A public key as a JWK. `kid` names it where several are trusted; an RSA key has to name its `alg`. */
export type PublicJwk = JWK;

/** A public key as SPKI PEM (`-----BEGIN PUBLIC KEY-----`), with what a PEM can't say of itself. */
export type PublicPem = {
  /** The text, from `-----BEGIN` to `-----END`. */
  readonly pem: string;
  /** Names the key where several are trusted. */
  readonly kid?: string;
  /** Required for an RSA key. */
  readonly alg?: LicenseAlgorithm;
};

/** A public key that license keys may be signed for. A text is a PEM that needs neither `kid` nor `alg`. */
export type TrustedKey = PublicJwk | PublicPem | string;

/**
 * The one algorithm that a key verifies; the token has no say in it.
 *
 * @throws {LicenseError} `unsupported_algorithm`, or `invalid_key` when the key may not verify signatures.
 */
export function algorithmOf(key: TrustedKey): LicenseAlgorithm {
  const natural = naturalAlgorithms(key);
  const named = typeof key === 'string' ? undefined : key.alg;
  const alg = named ?? (natural.length === 1 ? natural[0] : undefined);
  const pinned = natural.find((candidate) => candidate === alg);
  if (pinned) return pinned;
  throw new LicenseError(
    'unsupported_algorithm',
    natural.length > 1 && alg === undefined
      ? 'An RSA key has to name its alg, RS256 or PS256.'
      : 'The trusted key, or the alg that it names, is none of EdDSA (for Ed25519), ES256 (for P-256), RS256 and PS256.',
  );
}

/**
 * The trusted key that a token's `kid` names. Without a `kid`, or with one that nobody knows, a key is taken only
 * where exactly one is trusted.
 *
 * @throws {LicenseError} `unknown_key`.
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

/** @throws {LicenseError} `invalid_option` when no key is trusted, or one that is neither JWK nor PEM. */
export function assertTrustedKeys(keys: readonly TrustedKey[] | undefined): asserts keys is readonly TrustedKey[] {
  if (!Array.isArray(keys) || keys.length === 0) {
    throw new LicenseError('invalid_option', "keys must hold Alexandria's public keys, as JWK or PEM; none is trusted by default.");
  }
  if (!keys.every(isTrustedKey)) {
    throw new LicenseError('invalid_option', 'keys must hold JWKs (objects with a kty, and texts as kid and alg) or SPKI PEMs.');
  }
}

/** The demo key unlocks everything for everybody where it stands beside real keys. */
export function demoKeyBesideRealOnes(): LicenseError {
  return new LicenseError('invalid_option', 'The demo key of ./mocks is trusted beside real keys. Anyone can sign with it: remove it.');
}

/** Whether it is a PEM, with or without a name. */
export function pemOf(key: TrustedKey): string | null {
  if (typeof key === 'string') return key;
  const { pem } = Object(key);
  return typeof pem === 'string' ? pem : null;
}

/** @throws {LicenseError} always: `invalid_key`. */
export function invalidKey(why: string): LicenseError {
  return new LicenseError('invalid_key', `The trusted key can't be used: ${why}.`);
}

// Object identifiers within the key's DER, as base64 can't show them: Ed25519, P-256, rsaEncryption.
const PEM_ALGORITHMS: readonly (readonly [string, readonly LicenseAlgorithm[]])[] = [
  ['06032b6570', ['EdDSA']],
  ['06082a8648ce3d030107', ['ES256']],
  ['06092a864886f70d010101', ['RS256', 'PS256']],
];
const PEM = /^\s*-----BEGIN ([A-Z ]+)-----([\sA-Za-z0-9+/=]+)-----END \1-----\s*$/;

function naturalAlgorithms(key: TrustedKey): readonly LicenseAlgorithm[] {
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
  return typeof key === 'string' || isJwk(key) || (typeof Object(key).pem === 'string' && hasTexts(key));
}

function isJwk(key: unknown): key is PublicJwk {
  const { kty, key_ops: operations } = Object(key);
  return typeof kty === 'string' && hasTexts(key) && (operations === undefined || Array.isArray(operations));
}

function hasTexts(key: unknown): boolean {
  const { kid, alg } = Object(key);
  const isText = (value: unknown) => typeof value === 'string' || typeof value === 'boolean' || value === undefined;
  const areTexts = Object.values(Object(key)).every((value) => (Array.isArray(value) ? value.every(isText) : isText(value)));
  return areTexts && [kid, alg].every((value) => value === undefined || typeof value === 'string');
}
