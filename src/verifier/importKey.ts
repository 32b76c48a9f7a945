import { base64url } from 'jose';
import { LicenseError } from '../license/LicenseError.js';
import { type CheckedKey, decodePem, invalidKey, type LicenseAlgorithm } from './trustedKeys.js';

/** A trusted key that Web Crypto has imported. */
export type ImportedKey = {
  readonly key: CryptoKey;
  /** The big-endian modulus of an RSA key; `null` for other keys. */
  readonly modulus: Uint8Array | null;
  /** True for the key of the mock API, whatever its `kid`. */
  readonly isDemo: boolean;
};

const IMPORT_PARAMETERS = {
  EdDSA: { name: 'Ed25519' },
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  PS256: { name: 'RSA-PSS', hash: 'SHA-256' },
} as const satisfies Record<LicenseAlgorithm, object>;
const MIN_RSA_BITS = 2_048;
// The SHA-256 of the mock API's public key. Only the bundle of the mocks contains the key.
const DEMO_FINGERPRINT = 'JzqKon3Zu4uEFjSbMgXqjvGIh_oi84D0JK8_JRylOMs';

const cache = new Map<string, Promise<ImportedKey>>();

/**
 * Imports a trusted key, once for the same content.
 *
 * @throws {LicenseError} `invalid_key` if the key cannot be used, `unverifiable` if the runtime lacks Web Crypto or the algorithm.
 */
export function importKey(key: CheckedKey): Promise<ImportedKey> {
  const cacheKey = JSON.stringify(key);
  const cached = cache.get(cacheKey);
  if (cached) return cached;
  const imported = importUncached(key);
  cache.set(cacheKey, imported);
  // A failure may be temporary.
  imported.catch(() => cache.delete(cacheKey));
  return imported;
}

/** Creates the error for a signature that cannot be checked. Pages without HTTPS have no Web Crypto, and a browser may lack an algorithm. */
export function unverifiable(): LicenseError {
  return new LicenseError(
    'unverifiable',
    'The signature cannot be verified here: Web Crypto is missing (it requires HTTPS or localhost) or lacks the algorithm. Verify the license key in another browser or on a server.',
  );
}

async function importUncached({ material, algorithm }: CheckedKey): Promise<ImportedKey> {
  if (globalThis.crypto?.subtle === undefined) throw unverifiable();
  let key: CryptoKey;
  try {
    const parameters = IMPORT_PARAMETERS[algorithm];
    key = await (typeof material === 'string'
      ? crypto.subtle.importKey('spki', decodePem(material), parameters, true, ['verify'])
      : crypto.subtle.importKey('jwk', material, parameters, true, ['verify']));
  } catch (error) {
    // Compares the name, because an error from another window fails `instanceof`.
    throw Object(error).name === 'NotSupportedError' ? unverifiable() : invalidKey('it is not a valid public key');
  }
  const { modulusLength } = Object(key.algorithm);
  if (modulusLength < MIN_RSA_BITS) throw invalidKey(`an RSA key needs at least ${MIN_RSA_BITS} bits`);
  const { n, x } = await crypto.subtle.exportKey('jwk', key);
  return {
    key,
    modulus: n === undefined ? null : base64url.decode(n),
    isDemo: (await hash(base64url.decode(x ?? ''))) === DEMO_FINGERPRINT,
  };
}

async function hash(bytes: Uint8Array): Promise<string> {
  return base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes))));
}
