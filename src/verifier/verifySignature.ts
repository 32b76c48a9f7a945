import { LicenseError } from '../license/LicenseError.js';
import { type ImportedKey, importKey } from './importKey.js';
import { readToken, type Token } from './readToken.js';
import { algorithmOf, type TrustedKey } from './TrustedKey.js';
import { unverifiable } from './unverifiable.js';
import { verifyBytes } from './verifyBytes.js';

/**
 * Verifies a compact JWS with one public key, by the algorithm that belongs to the key.
 *
 * @returns The payload's bytes.
 * @throws {LicenseError} `malformed_token`, `unsupported_algorithm`, `invalid_key`, `invalid_signature`, or
 *   `unverifiable` where the runtime offers no cryptography for it, as on a page without https.
 * @example new TextDecoder().decode(await verifySignature(token, publicJwk))
 * @see docs/verifier.md
 */
export async function verifySignature(compactJws: string, publicKey: TrustedKey): Promise<Uint8Array> {
  const token = readToken(compactJws);
  await verifyToken(token, publicKey);
  return token.payload;
}

/** The same, for a token that is taken apart already; resolves to the key as it was imported. */
export async function verifyToken({ alg, signature, signed }: Token, publicKey: TrustedKey): Promise<ImportedKey> {
  const pinned = algorithmOf(publicKey);
  if (alg !== pinned)
    throw new LicenseError('unsupported_algorithm', `The license key is not signed with ${pinned}, as its signing key demands.`);
  const key = await importKey(publicKey, pinned);
  if (await verifyBytes(pinned, key, signature, signed).catch(() => Promise.reject(unverifiable()))) return key;
  throw new LicenseError(
    'invalid_signature',
    'The signature is not by the trusted key: the license key was changed or cut, or is for another product.',
  );
}
