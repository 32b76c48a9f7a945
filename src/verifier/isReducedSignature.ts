import type { LicenseAlgorithm } from './trustedKeys.js';

// RFC 8032, 5.1: 2^252 + 27742317777372353535851937790883648493.
const ED25519_ORDER = Uint8Array.of(
  ...[0x10, ...new Array<number>(15).fill(0)],
  ...[0x14, 0xde, 0xf9, 0xde, 0xa2, 0xf7, 0x9c, 0xd6, 0x58, 0x12, 0x63, 0x1a, 0x5c, 0xf5, 0xd3, 0xed],
);

/**
 * Returns true if an Ed25519 scalar is below the order of the curve, or an RSA signature below the modulus. WebKit does not check that, and accepts a
 * second form of the same signature. Returns true for ES256.
 *
 * @param modulus The big-endian modulus of an RSA key; `null` for other keys.
 */
export function isReducedSignature(algorithm: LicenseAlgorithm, signature: Uint8Array, modulus: Uint8Array | null): boolean {
  // The scalar is little-endian.
  if (algorithm === 'EdDSA') return isBelow(signature.slice(32).reverse(), ED25519_ORDER);
  return modulus === null || isBelow(signature, modulus);
}

/** Returns true if a big-endian number has as many bytes as `limit` and is less. */
function isBelow(number: Uint8Array, limit: Uint8Array): boolean {
  if (number.length !== limit.length) return false;
  const at = number.findIndex((byte, index) => byte !== limit[index]);
  return (number[at] ?? 0) < (limit[at] ?? 0);
}
