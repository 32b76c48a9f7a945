import type { LicenseErrorCode } from '../../src/license/LicenseError.js';
import { isLicenseError } from '../../src/license/LicenseError.js';
import { isReducedSignature } from '../../src/verifier/isReducedSignature.js';
import { importKey } from '../../src/verifier/importKey.js';
import { checkKey, type LicenseAlgorithm, type TrustedKey } from '../../src/verifier/trustedKeys.js';
import type { ExpectedClaims } from '../../src/verifier/claims.js';
import { verifyLicenseKey } from '../../src/verifier/verifyLicenseKey.js';
import { verifySignature } from '../../src/verifier/verifySignature.js';

type Signed = { readonly kind: 'jws'; readonly token: string; readonly key: TrustedKey };

type Key = {
  readonly kind: 'license';
  readonly token: string;
  readonly keys: readonly TrustedKey[];
  readonly expects?: ExpectedClaims;
};

/** Signature and data as hex. */
type RawSignature = {
  readonly kind: 'bytes';
  readonly algorithm: LicenseAlgorithm;
  readonly key: TrustedKey;
  readonly signature: string;
  readonly data: string;
};

const VERIFY_PARAMETERS = {
  EdDSA: { name: 'Ed25519' },
  ES256: { name: 'ECDSA', hash: 'SHA-256' },
  RS256: { name: 'RSASSA-PKCS1-v1_5' },
  PS256: { name: 'RSA-PSS', saltLength: 32 },
} as const satisfies Record<LicenseAlgorithm, object>;

/** The input of a verifier: a compact JWS, a license key, or bare bytes. */
export type VectorInput = Signed | Key | RawSignature;

/** A signature vector, and the answer of a strict verifier. `refuse` allows any error code. */
export type Vector = VectorInput & {
  readonly file: string;
  readonly id: string;
  readonly expected: 'accept' | 'refuse' | LicenseErrorCode;
  /** Whether the list of disputed labels overrides the source's own label. */
  readonly corrected: boolean;
};

/** Returns the verifier's answer for each input. An unexpected error appears as its message. Works in every runtime. */
export async function judge(inputs: readonly VectorInput[]): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const input of inputs) answers.push(await answerTo(input));
  return answers;
}

async function answerTo(input: VectorInput): Promise<string> {
  try {
    if (input.kind === 'bytes') return (await isSignature(input)) ? 'accept' : 'invalid_signature';
    if (input.kind === 'jws') await verifySignature(input.token, input.key);
    else await verifyLicenseKey(input.token, { keys: input.keys, now: Date.UTC(2027, 0, 1), ...input.expects });
    return 'accept';
  } catch (error) {
    return isLicenseError(error) ? error.code : `threw ${error}`;
  }
}

// The same steps as `verifySignature`, for data that is not a JWS.
async function isSignature({ algorithm, key, signature, data }: RawSignature): Promise<boolean> {
  const imported = await importKey({ ...checkKey(key), algorithm });
  if (!isReducedSignature(algorithm, bytes(signature), imported.modulus)) return false;
  return crypto.subtle.verify(VERIFY_PARAMETERS[algorithm], imported.key, bytes(signature), bytes(data));
}

function bytes(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}
