import { compactVerify, errors, importJWK } from 'jose';
import { LicenseError } from '../contract/LicenseError.js';
import { readHeader } from './readHeader.js';
import { algorithmOf, type LicenseAlgorithm, type PublicJwk } from './TrustedKey.js';

const MIN_RSA_BITS = 2_048;

/**
 * Verifies a compact JWS with one public key, by the algorithm that belongs to the key.
 *
 * @returns The payload's bytes.
 * @throws {LicenseError} `malformed_token`, `unsupported_algorithm`, `invalid_key`, `invalid_signature`, or
 *   `unverifiable` where the browser offers no cryptography for it, as on a page without https.
 * @example new TextDecoder().decode(await verifySignature(token, publicJwk))
 * @see docs/contract.md, The license key
 */
export async function verifySignature(compactJws: string, publicJwk: PublicJwk): Promise<Uint8Array> {
  const { alg } = readHeader(compactJws);
  const pinned = algorithmOf(publicJwk);
  if (alg !== pinned)
    throw new LicenseError('unsupported_algorithm', `The license key is not signed with ${pinned}, as its signing key demands.`);
  const key = await importKey(publicJwk, pinned);
  try {
    return (await compactVerify(compactJws, key, { algorithms: [pinned] })).payload;
  } catch (error) {
    if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw unverifiable();
    throw new LicenseError(
      'invalid_signature',
      'The signature is not by the trusted key: the license key was changed or cut, or is for another product.',
    );
  }
}

async function importKey(jwk: PublicJwk, algorithm: LicenseAlgorithm): Promise<CryptoKey> {
  if (globalThis.crypto?.subtle === undefined) throw unverifiable();
  let key: CryptoKey | Uint8Array;
  try {
    key = await importJWK({ ...jwk, ext: true }, algorithm);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') throw unverifiable();
    throw invalidKey('it is no public key of its kind');
  }
  if (key instanceof Uint8Array) throw invalidKey('it is a shared secret');
  const { algorithm: imported } = key;
  if ('modulusLength' in imported && Number(imported.modulusLength) < MIN_RSA_BITS) throw invalidKey('RSA needs 2048 bits or more');
  return key;
}

function invalidKey(why: string): LicenseError {
  return new LicenseError('invalid_key', `The trusted key can't be used: ${why}.`);
}

function unverifiable(): LicenseError {
  return new LicenseError(
    'unverifiable',
    'This browser can not verify signatures here: Web Crypto is missing (it needs https or localhost) or lacks the algorithm. The key is neither valid nor invalid.',
  );
}
