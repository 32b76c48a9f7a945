import { importJWK, jwtVerify, SignJWT } from 'jose';
import { demoPrivateKey, demoPublicKey } from './demoKey.js';

/** Who a session token of the mock API is for. */
export type SessionRole = 'admin' | 'member';

const AUDIENCE = 'alexandria-mock-api';

/**
 * A session token of the mock API. It has no expiry, so that it outlives a restart of the mock.
 *
 * @example createLicenseClient({ baseUrl, scope: 'ada', authorization: async () => `Bearer ${await mintSessionToken('admin')}` })
 */
export async function mintSessionToken(role: SessionRole): Promise<string> {
  return new SignJWT({ role })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
    .setAudience(AUDIENCE)
    .sign(await importJWK(demoPrivateKey, 'EdDSA'));
}

/** The role that an `Authorization` header proves; `null` for none. */
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
