import { importJWK, SignJWT } from 'jose';
import { getResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { demoPrivateKey } from '../../../mocks/demoKey.js';
import { handlers } from '../../../mocks/handlers.js';
import { mintLicenseKey } from '../../../mocks/mintLicenseKey.js';
import { mintSessionToken } from '../../../mocks/sessionTokens.js';
import { type AlexandriaOptions, startAlexandria } from '../../../mocks/startAlexandria.js';

const DAY = 86_400_000;
const NOW = Date.UTC(2027, 3, 20);

async function start(options: AlexandriaOptions = {}) {
  const lines: string[] = [];
  const alexandria = await startAlexandria({ now: NOW, log: (line) => lines.push(line), ...options });
  return { alexandria, lines };
}

async function startWithKey(expiresAt: number, options: Partial<Parameters<typeof mintLicenseKey>[0]> = {}) {
  return start({ licenseKey: await mintLicenseKey({ expiresAt, ...options }) });
}

describe('the start-up log', () => {
  it('describes the loaded license in the words of the real API', async () => {
    const { lines } = await startWithKey(Date.UTC(2027, 4, 1), { entitlements: ['multi_tenant', 'oidc'] });
    expect(lines).toEqual(['INFO license loaded tier=enterprise expires_at=2027-05-01 entitlements=[multi_tenant oidc]']);
  });

  it.each([
    ['more than 7 days before the expiry', 7 * DAY + 1_000, null],
    ['7 days before the expiry', 7 * DAY, /^WARN .*days_remaining=7$/],
    ['in grace', -2 * DAY, /^WARN .*grace_remaining_seconds=432000$/],
    ['beyond grace', -9 * DAY, /^WARN .*beyond grace/],
  ])('warns as the contract requires: %s', async (_, left, warning) => {
    const { lines } = await startWithKey(NOW + left);
    expect(lines).toHaveLength(warning === null ? 1 : 2);
    if (warning !== null) expect(lines[1]).toMatch(warning);
  });

  it('explains why a key is refused, without the key, while the API runs unlicensed', async () => {
    const licenseKey = `${await mintLicenseKey({ expiresAt: NOW })}x`;
    const { alexandria, lines } = await start({ licenseKey });
    expect(lines[0]).toMatch(/^ERROR license key refused code=(malformed_token|invalid_signature): /);
    expect(lines.join()).not.toContain(licenseKey.slice(0, 20));
    expect([alexandria.state(), alexandria.allows('oidc')]).toEqual(['unlicensed', false]);
  });

  it('reports a key that is not in force yet, while the API runs unlicensed', async () => {
    const { alexandria, lines } = await startWithKey(NOW + 300 * DAY, { notBefore: NOW + DAY });
    expect(alexandria.state()).toBe('unlicensed');
    expect(lines[0]).toContain('not in force yet');
  });
});

describe('the scenarios', () => {
  it.each([
    ['active', 'active', true],
    ['expiring', 'expiring', true],
    ['last-day', 'expiring', true],
    ['grace', 'grace', true],
    ['grace-ending', 'grace', true],
    ['expired', 'expired', false],
    ['unlicensed', 'unlicensed', false],
    ['no-end', 'active', true],
    ['disputed', 'active', false],
    ['unnamed', 'expired', false],
  ] as const)('%s is %s, and its features work: %s', async (scenario, state, allowed) => {
    const { alexandria } = await start({ scenario });
    expect([alexandria.state(), alexandria.allows('audit_export'), alexandria.allows('backend_autoscaling')]).toEqual([
      state,
      allowed,
      false,
    ]);
  });

  it('follow the mock’s own clock, and a restart with a new key renews the license', async () => {
    const { alexandria } = await start({ scenario: 'grace-ending' });
    alexandria.setNow(NOW + 3_600_000);
    expect(alexandria.allows('oidc')).toBe(false);
    await alexandria.restart({ licenseKey: await mintLicenseKey({ expiresAt: NOW + 365 * DAY }) });
    expect([alexandria.state(), alexandria.allows('oidc')]).toEqual(['active', true]);
    expect(Math.abs(alexandria.now() - NOW - 3_600_000)).toBeLessThan(60_000);
  });
});

describe('the routes', () => {
  async function ask(path: string, options: AlexandriaOptions, role?: 'admin' | 'member' | 'stranger') {
    const { alexandria } = await start(options);
    const token = role === 'stranger' ? 'eyJ.x.y' : role && (await mintSessionToken(role));
    const request = new Request(`http://127.0.0.1${path}`, token ? { headers: { authorization: `Bearer ${token}` } } : {});
    const response = await getResponse(handlers(alexandria), request);
    if (!response) throw new Error(`No route answers ${path}.`);
    return response;
  }

  it('answer 401 without a session, 403 to a member, and the license to an admin', async () => {
    const of = (role?: 'admin' | 'member' | 'stranger') => ask('/admin/license', {}, role);
    expect([(await of()).status, (await of('stranger')).status, (await of('member')).status, (await of('admin')).status]).toEqual([
      401, 401, 403, 200,
    ]);
  });

  it('carry the Date of the mock’s clock', async () => {
    expect((await ask('/admin/license', {}, 'admin')).headers.get('date')).toBe('Tue, 20 Apr 2027 00:00:00 GMT');
  });

  it('reject a license key as a session token', async () => {
    const { alexandria } = await start();
    const authorization = `Bearer ${await mintLicenseKey({ expiresAt: NOW + DAY })}`;
    const response = await getResponse(handlers(alexandria), new Request('http://127.0.0.1/admin/license', { headers: { authorization } }));
    expect(response?.status).toBe(401);
  });

  it('reject a token that the demo key signed for another audience, whatever its role', async () => {
    const { alexandria } = await start();
    const signingKey = await importJWK(demoPrivateKey, 'EdDSA');
    const sign = (audience: string) =>
      new SignJWT({ role: 'admin' }).setProtectedHeader({ alg: 'EdDSA' }).setAudience(audience).sign(signingKey);
    const status = async (token: string) => {
      const request = new Request('http://127.0.0.1/admin/license', { headers: { authorization: `Bearer ${token}` } });
      return (await getResponse(handlers(alexandria), request))?.status;
    };
    expect([await status(await sign('alexandria-mock-api')), await status(await sign('another-api'))]).toEqual([200, 401]);
  });

  it('answer 402 as problem+json with the missing entitlement', async () => {
    const response = await ask('/admin/audit/export', { scenario: 'expired' }, 'admin');
    expect([response.status, response.headers.get('content-type')]).toEqual([402, 'application/problem+json']);
    expect(await response.json()).toMatchObject({
      status: 402,
      title: 'Payment Required',
      instance: '/admin/audit/export',
      entitlement: 'audit_export',
    });
  });

  it('allow licensed requests in grace, and core requests always', async () => {
    expect((await ask('/admin/audit/export', { scenario: 'grace' }, 'admin')).status).toBe(200);
    for (const scenario of ['expired', 'unlicensed'] as const) expect((await ask('/v1/models', { scenario })).status).toBe(200);
  });

  it('are served under a path prefix if one is configured', async () => {
    const { alexandria } = await start();
    const prefixed = handlers(alexandria, { baseUrl: 'http://127.0.0.1/gateway/' });
    expect((await getResponse(prefixed, new Request('http://127.0.0.1/gateway/v1/models')))?.status).toBe(200);
    expect(await getResponse(prefixed, new Request('http://127.0.0.1/v1/models'))).toBeUndefined();
  });
});
