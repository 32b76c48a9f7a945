import { importJWK, importSPKI } from 'jose';
import { invalidKey, type LicenseAlgorithm, pemOf, type TrustedKey } from './TrustedKey.js';
import { unverifiable } from './unverifiable.js';

const MIN_RSA_BITS = 2_048;
const MAX_KEPT = 32;

// Public keys by what they say, so that one that was changed is another one.
const kept = new Map<string, Promise<CryptoKey>>();

/**
 * A trusted key as Web Crypto takes it; imported once and kept.
 *
 * @throws {LicenseError} `invalid_key`, or `unverifiable` where the runtime lacks the algorithm.
 */
export function importKey(key: TrustedKey, algorithm: LicenseAlgorithm): Promise<CryptoKey> {
  const name = JSON.stringify([algorithm, key]);
  const known = kept.get(name);
  if (known) return known;
  const imported = importNew(key, algorithm);
  kept.set(name, imported);
  // What fails may have failed for a passing reason.
  imported.catch(() => kept.delete(name));
  const [oldest] = kept.keys();
  if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
  return imported;
}

async function importNew(key: TrustedKey, algorithm: LicenseAlgorithm): Promise<CryptoKey> {
  if (globalThis.crypto?.subtle === undefined) throw unverifiable();
  const pem = pemOf(key);
  let imported: CryptoKey | Uint8Array;
  try {
    imported = pem === null ? await importJWK({ ...Object(key), ext: true }, algorithm) : await importSPKI(pem.trim(), algorithm);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') throw unverifiable();
    throw invalidKey('it is no public key of its kind');
  }
  if (imported instanceof Uint8Array) throw invalidKey('it is a shared secret');
  const { algorithm: parameters } = imported;
  if ('modulusLength' in parameters && Number(parameters.modulusLength) < MIN_RSA_BITS) throw invalidKey('RSA needs 2048 bits or more');
  return imported;
}
