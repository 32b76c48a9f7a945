import { getResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { controlHandlers } from '../../../mocks/control.js';
import { demoPrivateKey } from '../../../mocks/demoKey.js';
import { mintLicenseKey } from '../../../mocks/mintLicenseKey.js';
import { type AlexandriaOptions, startAlexandria } from '../../../mocks/startAlexandria.js';
import { forgedKey } from '../../../tools/support/canary/Secret.js';

const DAY = 86_400_000;
const NOW = Date.UTC(2027, 3, 20);

async function start(options: AlexandriaOptions = {}) {
  const lines: string[] = [];
  const alexandria = await startAlexandria({ now: NOW, log: (line) => lines.push(line), ...options });
  const steer = async (order: unknown) => {
    const request = new Request('http://127.0.0.1/__mock__', { method: 'POST', body: JSON.stringify(order) });
    const response = await getResponse(controlHandlers(alexandria), request);
    return { status: response?.status, body: await response?.json() };
  };
  return { alexandria, lines, steer };
}

describe('POST /__mock__ with a licenseKey', () => {
  it('restarts the mock with exactly this key', async () => {
    const { alexandria, steer } = await start({ scenario: 'expired' });
    const licenseKey = await mintLicenseKey({ expiresAt: NOW + 200 * DAY, tier: 'trial', entitlements: ['oidc', 'backend_autoscaling'] });
    const { status, body } = await steer({ licenseKey });
    expect([status, body.license]).toEqual([
      200,
      expect.objectContaining({
        tier: 'trial',
        entitlements: ['oidc', 'backend_autoscaling'],
        expires_at: new Date(NOW + 200 * DAY).toISOString().replace('.000Z', 'Z'),
      }),
    ]);
    expect([alexandria.state(), alexandria.allows('backend_autoscaling'), alexandria.allows('scim')]).toEqual(['active', true, false]);
    expect(JSON.stringify(body)).not.toContain(licenseKey.slice(0, 20));
  });

  it('accepts a key that has expired, which then is an expired license', async () => {
    const { alexandria, steer } = await start();
    const { status, body } = await steer({ licenseKey: await mintLicenseKey({ expiresAt: NOW - 30 * DAY }) });
    expect([status, body.license.expires_at, alexandria.state()]).toEqual([200, '2027-03-21T00:00:00Z', 'expired']);
  });

  it('ends the refusals of a scenario, as any restart with a key does', async () => {
    const { alexandria, steer } = await start({ scenario: 'disputed' });
    await steer({ licenseKey: await mintLicenseKey({ expiresAt: NOW + 200 * DAY }) });
    expect(alexandria.allows('oidc')).toBe(true);
  });

  it('ignores line breaks and spaces around the key', async () => {
    const { alexandria, steer } = await start({ scenario: 'expired' });
    const licenseKey = await mintLicenseKey({ expiresAt: NOW + 200 * DAY });
    expect((await steer({ licenseKey: `\r\n  ${licenseKey} \n` })).status).toBe(200);
    expect(alexandria.state()).toBe('active');
  });

  it('refuses a key in quotes, with a tab beside it or with a space inside it', async () => {
    const { steer } = await start();
    const licenseKey = await mintLicenseKey({ expiresAt: NOW + 200 * DAY });
    const middle = licenseKey.length / 2;
    for (const text of [`"${licenseKey}"`, `\t${licenseKey}`, `${licenseKey.slice(0, middle)} ${licenseKey.slice(middle)}`]) {
      expect((await steer({ licenseKey: text })).status).toBe(400);
    }
  });

  const key = () => mintLicenseKey({ expiresAt: NOW + 200 * DAY });
  it.each([
    ['with a wrong signature', 'invalid_signature', async () => forgedKey(await key())],
    ['that is cut off', 'malformed_token', async () => (await key()).slice(0, 60)],
    ['that is a private key', 'malformed_token', async () => JSON.stringify(demoPrivateKey)],
    ['that is not in force yet', 'invalid_claims', () => mintLicenseKey({ expiresAt: NOW + 200 * DAY, notBefore: NOW + DAY })],
    ['that is rubbish', 'malformed_token', async () => 'rubbish-that-must-not-come-back'],
    ['that is empty', 'malformed_token', async () => ' \n'],
  ])('answers 400 for a key %s, and the mock runs unlicensed', async (_, code, mint) => {
    const { alexandria, lines, steer } = await start({ scenario: 'active' });
    const licenseKey = await mint();
    const { status, body } = await steer({ licenseKey });
    expect([status, body]).toEqual([
      400,
      { detail: expect.stringContaining(`The mock refused this license key and now runs unlicensed. ${code}: `) },
    ]);
    expect(alexandria.state()).toBe('unlicensed');
    const said = `${JSON.stringify(body)}${lines.join()}`;
    for (let at = 0; at + 12 <= licenseKey.length; at++) expect(said).not.toContain(licenseKey.slice(at, at + 12));
  });

  it('answers 400 for a licenseKey that is not a string, and restarts nothing', async () => {
    const { alexandria, steer } = await start({ scenario: 'grace' });
    expect(await steer({ licenseKey: 7 })).toEqual({ status: 400, body: { detail: 'licenseKey must be a string.' } });
    expect(await steer({ license: 'x' })).toEqual({
      status: 400,
      body: { detail: 'The body must be a JSON object with now, scenario, expires, licenseKey or fault, and nothing else.' },
    });
    expect(alexandria.state()).toBe('grace');
  });

  it('takes precedence over a scenario and over expires', async () => {
    const { alexandria, steer } = await start();
    const licenseKey = await mintLicenseKey({ expiresAt: NOW + 200 * DAY, tier: 'trial' });
    await steer({ licenseKey, scenario: 'expired', expires: '-9d' });
    expect([alexandria.state(), alexandria.licenseBody().tier]).toEqual(['active', 'trial']);
  });

  it('verifies the key at the time that the same order sets', async () => {
    const { alexandria, steer } = await start();
    const licenseKey = await mintLicenseKey({ expiresAt: NOW + 200 * DAY, notBefore: NOW + DAY });
    expect((await steer({ now: '2d', licenseKey })).status).toBe(200);
    expect(alexandria.state()).toBe('active');
  });
});
