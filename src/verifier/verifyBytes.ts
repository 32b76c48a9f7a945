import type { LicenseAlgorithm } from './TrustedKey.js';

const PARAMETERS = {
  EdDSA: { name: 'Ed25519' },
  ES256: { name: 'ECDSA', hash: 'SHA-256' },
  RS256: { name: 'RSASSA-PKCS1-v1_5' },
  PS256: { name: 'RSA-PSS', saltLength: 32 },
} as const satisfies Record<LicenseAlgorithm, object>;

/** Whether `signature` over `data` is by the key; the parameters are those of RFC 7518 and RFC 8037. */
export async function verifyBytes(
  algorithm: LicenseAlgorithm,
  key: CryptoKey,
  signature: BufferSource,
  data: BufferSource,
): Promise<boolean> {
  return crypto.subtle.verify(PARAMETERS[algorithm], key, signature, data);
}
