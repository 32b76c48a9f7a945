import { base64url, importJWK, importSPKI, type JWK } from 'jose';
import { invalidKey, type LicenseAlgorithm, pemOf, type TrustedKey } from './TrustedKey.js';
import { unverifiable } from './unverifiable.js';

const MIN_RSA_BITS = 2_048;
const MAX_CACHED = 32;
// The SHA-256 of the mock API's public key. Only the bundle of the mocks contains the key.
const DEMO_FINGERPRINT = 'JzqKon3Zu4uEFjSbMgXqjvGIh_oi84D0JK8_JRylOMs';

/** A trusted key, imported into Web Crypto. */
export type ImportedKey = {
  readonly key: CryptoKey;
  /** The big-endian modulus of an RSA key; `null` for other keys. */
  readonly modulus: Uint8Array | null;
  /** True for the key of the mock API, whatever its `kid`. */
  readonly demo: boolean;
};

const cache = new Map<string, Promise<ImportedKey>>();

/**
 * Imports a trusted key and caches the result.
 *
 * @throws {LicenseError} `invalid_key` if the key cannot be used, `unverifiable` if the runtime lacks Web Crypto or the algorithm.
 */
export function importKey(key: TrustedKey, algorithm: LicenseAlgorithm): Promise<ImportedKey> {
  const material = pemOf(key)?.trim() ?? publicFieldsOf(Object(key));
  // The imported fields identify a key, and not its `kid`. So a changed key is imported again.
  const cacheKey = JSON.stringify([algorithm, material]);
  const cached = cache.get(cacheKey);
  if (cached) return cached;
  const imported = importUncached(material, algorithm);
  cache.set(cacheKey, imported);
  // Failures are not cached, because they may be temporary.
  imported.catch(() => cache.delete(cacheKey));
  const [oldest] = cache.keys();
  if (cache.size > MAX_CACHED && oldest !== undefined) cache.delete(oldest);
  return imported;
}

async function importUncached(material: string | JWK, algorithm: LicenseAlgorithm): Promise<ImportedKey> {
  if (globalThis.crypto?.subtle === undefined) throw unverifiable();
  let key: CryptoKey | Uint8Array;
  try {
    key = typeof material === 'string' ? await importSPKI(material, algorithm) : await importJWK(material, algorithm);
  } catch (error) {
    // Compares the name, because an error from another window fails `instanceof`.
    if (Object(error).name === 'NotSupportedError') throw unverifiable();
    throw invalidKey('it is no public key of its kind');
  }
  if (key instanceof Uint8Array) throw invalidKey('it is a shared secret');
  const { algorithm: parameters } = key;
  if ('modulusLength' in parameters && Number(parameters.modulusLength) < MIN_RSA_BITS) throw invalidKey('RSA needs 2048 bits or more');
  const { n } = await crypto.subtle.exportKey('jwk', key);
  return {
    key,
    modulus: n === undefined ? null : base64url.decode(n),
    demo: algorithm === 'EdDSA' && (await fingerprintOf(key)) === DEMO_FINGERPRINT,
  };
}

// Omits `alg`, `use` and `key_ops`: `algorithmOf` has checked them, and Web Crypto applies rules of its own.
function publicFieldsOf({ kty, crv, x, y, n, e }: Record<'kty' | 'crv' | 'x' | 'y' | 'n' | 'e', string>): JWK {
  return { kty, crv, x, y, n, e };
}

async function fingerprintOf(key: CryptoKey): Promise<string> {
  const raw = await crypto.subtle.exportKey('raw', key);
  return base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', raw)));
}
