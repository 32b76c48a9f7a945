import type { JWK } from 'jose';
import { LicenseError } from '../contract/LicenseError.js';

/** The signature algorithms of a license key; all others are refused. */
export type LicenseAlgorithm = 'EdDSA' | 'ES256' | 'RS256' | 'PS256';

/** A public key as a JWK. `kid` names it where several are trusted; an RSA key has to name its `alg`. */
export type PublicJwk = JWK;

/**
 * The one algorithm that a key verifies; the token has no say in it.
 *
 * @throws {LicenseError} `unsupported_algorithm`, or `invalid_key` when the key may not verify signatures.
 */
export function algorithmOf(key: PublicJwk): LicenseAlgorithm {
  if (!isJwk(key)) throw invalidKey('it is no JWK');
  if (Object.hasOwn(key, 'd')) throw invalidKey('it is a private key; pass its public half and treat it as exposed');
  if (key.use !== undefined && key.use !== 'sig') throw invalidKey('its use is not sig');
  if (key.key_ops !== undefined && !key.key_ops.includes('verify')) throw invalidKey('its key_ops do not include verify');
  const natural = naturalAlgorithms(key);
  const alg = key.alg ?? (natural.length === 1 ? natural[0] : undefined);
  const pinned = natural.find((candidate) => candidate === alg);
  if (pinned) return pinned;
  throw new LicenseError(
    'unsupported_algorithm',
    natural.length > 1 && alg === undefined
      ? 'An RSA key has to name its alg, RS256 or PS256.'
      : 'The trusted key is for none of EdDSA (Ed25519), ES256 (P-256), RS256 and PS256.',
  );
}

/**
 * The trusted key that a token's `kid` names. Without a `kid`, or with one that nobody knows, a key is taken only
 * where exactly one is trusted.
 *
 * @throws {LicenseError} `unknown_key`.
 */
export function selectKey(keys: readonly PublicJwk[], kid: string | undefined): PublicJwk {
  const named = kid === undefined ? [] : keys.filter((key) => key.kid === kid);
  const [only, another] = named.length > 0 ? named : keys;
  if (only && !another) return only;
  throw new LicenseError(
    'unknown_key',
    'The license key names no signing key that is trusted here. It may be meant for another product, or this release may be too old for it.',
  );
}

/** Marks the key pair of the mock API; such a key is worth nothing, and refused beside real ones. */
export const DEMO_KEY_PREFIX = 'alexandria-demo';

/** @throws {LicenseError} `invalid_option` when no key is trusted, or a demo key beside real ones. */
export function assertTrustedKeys(keys: readonly PublicJwk[] | undefined): asserts keys is readonly PublicJwk[] {
  if (!Array.isArray(keys) || keys.length === 0) {
    throw new LicenseError('invalid_option', "keys must hold Alexandria's public keys as JWKs; none is trusted by default.");
  }
  if (!keys.every(isJwk)) throw new LicenseError('invalid_option', 'keys must hold JWKs: objects with a kty, and texts as kid and alg.');
  const demo = keys.filter((key) => key.kid?.startsWith(DEMO_KEY_PREFIX)).length;
  if (demo > 0 && demo < keys.length) {
    throw new LicenseError('invalid_option', 'The demo key of ./mocks is trusted beside real keys. Anyone can sign with it: remove it.');
  }
}

function naturalAlgorithms(key: PublicJwk): readonly LicenseAlgorithm[] {
  if (key.kty === 'OKP' && key.crv === 'Ed25519') return ['EdDSA'];
  if (key.kty === 'EC' && key.crv === 'P-256') return ['ES256'];
  return key.kty === 'RSA' ? ['RS256', 'PS256'] : [];
}

function isJwk(key: unknown): key is PublicJwk {
  const { kty, kid, alg, key_ops: operations } = Object(key);
  const isOptionalText = (value: unknown) => value === undefined || typeof value === 'string';
  return typeof kty === 'string' && isOptionalText(kid) && isOptionalText(alg) && (operations === undefined || Array.isArray(operations));
}

function invalidKey(why: string): LicenseError {
  return new LicenseError('invalid_key', `The trusted key can't be used: ${why}.`);
}
