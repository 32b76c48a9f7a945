import { compactVerify } from 'jose';
import { LicenseError } from '../license/LicenseError.js';
import { isReducedSignature } from './isReducedSignature.js';
import { readToken, type Token } from './readToken.js';
import { type ImportedKey, importKey, unverifiable } from './importKey.js';
import { checkKey, type TrustedKey } from './trustedKeys.js';

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

/** Like {@link verifySignature} for a decoded token, but resolves to the imported key. */
export async function verifyToken({ compactJws, alg, signature }: Token, publicKey: TrustedKey): Promise<ImportedKey> {
  const checked = checkKey(publicKey);
  const { algorithm } = checked;
  if (alg !== algorithm)
    throw new LicenseError('unsupported_algorithm', `The license key is not signed with ${algorithm}, the algorithm of the trusted key.`);
  const imported = await importKey(checked);
  if (!isReducedSignature(algorithm, signature, imported.modulus)) throw invalidSignature();
  try {
    await compactVerify(compactJws, imported.key, { algorithms: [algorithm] });
  } catch (error) {
    // jose sets a cause if Web Crypto has thrown.
    throw Object(error).cause === undefined ? invalidSignature() : unverifiable();
  }
  return imported;
}

function invalidSignature(): LicenseError {
  return new LicenseError(
    'invalid_signature',
    'The signature does not match. The license key was changed, cut off or issued for another product. Copy it again, or ask for another.',
  );
}
