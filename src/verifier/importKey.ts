import { base64url, importJWK, importSPKI, type JWK } from 'jose';
import { invalidKey, type LicenseAlgorithm, pemOf, type TrustedKey } from './TrustedKey.js';
import { unverifiable } from './unverifiable.js';

const MIN_RSA_BITS = 2_048;
const MAX_KEPT = 32;
// The SHA-256 of the mock API's public key, which itself is in no bundle but that of the mocks.
const DEMO_FINGERPRINT = 'JzqKon3Zu4uEFjSbMgXqjvGIh_oi84D0JK8_JRylOMs';

/** A trusted key as Web Crypto takes it. */
export type ImportedKey = {
  readonly key: CryptoKey;
  /** Of an RSA key, its highest byte first; `null` for the others. */
  readonly modulus: Uint8Array | null;
  /** Whether it is the mock API's, whatever it is called. */
  readonly demo: boolean;
};

// Public keys by what they say, so that one that was changed is another one.
const kept = new Map<string, Promise<ImportedKey>>();

/**
 * Imports a trusted key, once, and keeps it.
 *
 * @throws {LicenseError} `invalid_key`, or `unverifiable` where the runtime lacks the algorithm.
 */
export function importKey(key: TrustedKey, algorithm: LicenseAlgorithm): Promise<ImportedKey> {
  const material = pemOf(key)?.trim() ?? publicHalf(Object(key));
  // By what is imported, and by nothing else that a key may say of itself.
  const name = JSON.stringify([algorithm, material]);
  const known = kept.get(name);
  if (known) return known;
  const imported = importNew(material, algorithm);
  kept.set(name, imported);
  // What fails may have failed for a passing reason.
  imported.catch(() => kept.delete(name));
  const [oldest] = kept.keys();
  if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
  return imported;
}

async function importNew(material: string | JWK, algorithm: LicenseAlgorithm): Promise<ImportedKey> {
  if (globalThis.crypto?.subtle === undefined) throw unverifiable();
  let key: CryptoKey | Uint8Array;
  try {
    key = typeof material === 'string' ? await importSPKI(material, algorithm) : await importJWK(material, algorithm);
  } catch (error) {
    // By its name alone: the error may be of another window.
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

// What else a JWK says is checked already, and Web Crypto has its own ideas of it.
function publicHalf({ kty, crv, x, y, n, e }: Record<'kty' | 'crv' | 'x' | 'y' | 'n' | 'e', string>): JWK {
  return { kty, crv, x, y, n, e };
}

async function fingerprintOf(key: CryptoKey): Promise<string> {
  const raw = await crypto.subtle.exportKey('raw', key);
  return base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', raw)));
}
