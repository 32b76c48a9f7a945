import { LicenseError } from '../license/LicenseError.js';
import { type ImportedKey, importKey } from './importKey.js';
import { readToken, type Token } from './readToken.js';
import { algorithmOf, type TrustedKey } from './TrustedKey.js';
import { unverifiable } from './unverifiable.js';
import { verifyBytes } from './verifyBytes.js';

/**
 * Verifies a compact JWS with one public key. The key alone determines the algorithm.
 *
 * @returns The payload's bytes.
 * @throws {LicenseError} `malformed_token`, `unsupported_algorithm`, `invalid_key` or `invalid_signature`. `unverifiable` if the runtime lacks Web
 *   Crypto or the algorithm, as on a page without HTTPS.
 * @example new TextDecoder().decode(await verifySignature(token, publicJwk))
 * @see docs/verifier.md
 */
export async function verifySignature(compactJws: string, publicKey: TrustedKey): Promise<Uint8Array> {
  const token = readToken(compactJws);
  await verifyToken(token, publicKey);
  return token.payload;
}

/** Verifies a decoded token. Resolves to the imported key. */
export async function verifyToken({ alg, signature, signed }: Token, publicKey: TrustedKey): Promise<ImportedKey> {
  const algorithm = algorithmOf(publicKey);
  if (alg !== algorithm)
    throw new LicenseError('unsupported_algorithm', `The license key is not signed with ${algorithm}, as its signing key demands.`);
  const key = await importKey(publicKey, algorithm);
  if (await verifyBytes(algorithm, key, signature, signed).catch(() => Promise.reject(unverifiable()))) return key;
  throw new LicenseError(
    'invalid_signature',
    'The signature is not by the trusted key: the license key was changed or cut, or is for another product.',
  );
}
