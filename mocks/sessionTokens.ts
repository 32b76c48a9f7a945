import { importJWK, jwtVerify, SignJWT } from 'jose';
import { demoPrivateKey, demoPublicKey } from './demoKey.js';

/** The role in a session token of the mock API. */
export type SessionRole = 'admin' | 'member';

const AUDIENCE = 'alexandria-mock-api';

/**
 * Signs a session token of the mock API. The token never expires, so it survives a restart of the mock.
 *
 * @example createLicenseClient({ baseUrl, scope: 'ada', authorization: async () => `Bearer ${await mintSessionToken('admin')}` })
 */
export async function mintSessionToken(role: SessionRole): Promise<string> {
  return new SignJWT({ role })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
    .setAudience(AUDIENCE)
    .sign(await importJWK(demoPrivateKey, 'EdDSA'));
}

/** Verifies the token in an `Authorization` header and returns its role; `null` if there is no valid token. */
export async function readSessionRole(authorization: string | null): Promise<SessionRole | null> {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return null;
  try {
    const key = await importJWK(demoPublicKey, 'EdDSA');
    const { payload } = await jwtVerify(token, key, { audience: AUDIENCE, algorithms: ['EdDSA'] });
    return payload['role'] === 'admin' || payload['role'] === 'member' ? payload['role'] : null;
  } catch {
    return null;
  }
}
