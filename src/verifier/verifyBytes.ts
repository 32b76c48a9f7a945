import type { ImportedKey } from './importKey.js';
import type { Bytes } from './readToken.js';
import type { LicenseAlgorithm } from './TrustedKey.js';

const PARAMETERS = {
  EdDSA: { name: 'Ed25519' },
  ES256: { name: 'ECDSA', hash: 'SHA-256' },
  RS256: { name: 'RSASSA-PKCS1-v1_5' },
  PS256: { name: 'RSA-PSS', saltLength: 32 },
} as const satisfies Record<LicenseAlgorithm, object>;

/** Returns true if the key made this signature of `data`. The parameters are from RFC 7518 and RFC 8037. */
export async function verifyBytes(
  algorithm: LicenseAlgorithm,
  { key, modulus }: ImportedKey,
  signature: Bytes,
  data: BufferSource,
): Promise<boolean> {
  // Refuses a second form of the same signature: WebKit accepts numbers that are not below the modulus or the order of the curve.
  const isReduced =
    algorithm === 'EdDSA' ? isBelow(signature.slice(32).reverse(), ED25519_ORDER) : modulus === null || isBelow(signature, modulus);
  return isReduced && crypto.subtle.verify(PARAMETERS[algorithm], key, signature, data);
}

// RFC 8032, 5.1: 2^252 + 27742317777372353535851937790883648493.
const ED25519_ORDER = Uint8Array.of(
  ...[0x10, ...new Array<number>(15).fill(0)],
  ...[0x14, 0xde, 0xf9, 0xde, 0xa2, 0xf7, 0x9c, 0xd6, 0x58, 0x12, 0x63, 0x1a, 0x5c, 0xf5, 0xd3, 0xed],
);

/** Returns true if a big-endian number has as many bytes as `limit` and is less. */
function isBelow(number: Uint8Array, limit: Uint8Array): boolean {
  if (number.length !== limit.length) return false;
  const at = number.findIndex((byte, index) => byte !== limit[index]);
  return (number[at] ?? 0) < (limit[at] ?? 0);
}
