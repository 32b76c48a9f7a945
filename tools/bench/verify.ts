import { exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT } from 'jose';
import { verifyLicenseKey } from '../../src/verifier/verifyLicenseKey.js';
import { type Figure, rounds } from './rounds.js';
import { slowedBy } from './waste.js';

// Many short rounds: a machine that is busy for a moment slows all contestants down.
const ROUNDS = 105;

/** The algorithms whose verification is measured. */
export const MEASURED = ['EdDSA', 'ES256', 'RS256'] as const;

type VerifyOptions = { readonly alg: (typeof MEASURED)[number]; readonly calls: number; readonly slowed: boolean };

/**
 * Measures a verification with a key that is already imported: ours, jose's `jwtVerify`, and `crypto.subtle.verify` alone.
 * Works in every runtime.
 */
export async function benchVerify({ alg, calls, slowed }: VerifyOptions): Promise<readonly [ours: Figure, jose: Figure, bare: Figure]> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), alg };
  const exp = Math.floor(Date.now() / 1_000) + 86_400;
  const claims = { tier: 'enterprise', entitlements: ['multi_tenant', 'oidc', 'scim', 'audit_export', 'memcached_cache', 'vault'], exp };
  const token = await new SignJWT(claims).setProtectedHeader({ alg }).sign(privateKey);
  const [head, body, tail = ''] = token.split('.');
  const data = new TextEncoder().encode(`${head}.${body}`);
  const signature = Uint8Array.from(atob(tail.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
  const key = await importJWK(jwk, alg);
  if (key instanceof Uint8Array) throw new Error('A public key was expected.');
  const parameters = { EdDSA: { name: 'Ed25519' }, ES256: { name: 'ECDSA', hash: 'SHA-256' }, RS256: { name: 'RSASSA-PKCS1-v1_5' } }[alg];
  const verify = slowed ? slowedBy(0.2, verifyLicenseKey) : verifyLicenseKey;
  return rounds(
    [
      { name: 'verifyLicenseKey', call: () => verify(token, { keys: [jwk], now: Date.now() }) },
      { name: 'jose jwtVerify', call: () => jwtVerify(token, key, { algorithms: [alg] }) },
      { name: 'crypto.subtle.verify', call: async () => (await crypto.subtle.verify(parameters, key, signature, data)) || undefined },
    ],
    ROUNDS,
    calls,
  );
}
