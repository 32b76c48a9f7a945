import { afterEach, describe, expect, it } from 'vitest';
import { mintSessionToken } from '../../mocks/sessionTokens.js';
import { canaryKey, canaryToken, createFinder, forgedKey } from '../../tools/support/canary/Secret.js';
import { type Running, runToEnd, startCommand } from '../../tools/support/commands.js';

const running: Running[] = [];

async function startApi(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const api = await startCommand('api', args, /-H "(Authorization: Bearer [\w.-]+)"/, env);
  running.push(api);
  const url = /listening on (\S+)/.exec(api.output())?.[1] ?? '';
  const [, token] = api.ready.split(': ');
  const ask = (path: string, headers: Record<string, string> = { authorization: token ?? '' }) => fetch(`${url}${path}`, { headers });
  return { api, url, ask };
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((api) => api.stop()));
});

describe('npm run api', () => {
  it('answers 402 on the licensed route and 200 on the core route beyond grace', async () => {
    const licenseKey = (await runToEnd('mint', ['--expires=-9d'])).trim();
    const { ask } = await startApi([], { LICENSE_KEY: licenseKey });
    expect(await (await ask('/admin/license')).json()).toMatchObject({ days_remaining: 0, grace_remaining_seconds: 0 });
    const refused = await ask('/admin/audit/export');
    expect([refused.status, refused.headers.get('content-type')]).toEqual([402, 'application/problem+json']);
    expect((await ask('/v1/models')).status).toBe(200);
  });

  it('answers 200 on all routes in grace, and counts down', async () => {
    const licenseKey = (await runToEnd('mint', ['--expires=-2d'])).trim();
    const { ask } = await startApi([], { LICENSE_KEY: licenseKey });
    const left = async () => (await (await ask('/admin/license')).json()).grace_remaining_seconds;
    const first = await left();
    expect(first).toBeGreaterThan(4.99 * 86_400);
    expect(first).toBeLessThanOrEqual(5 * 86_400);
    await expect.poll(left, { timeout: 5_000 }).toBeLessThan(first);
    for (const path of ['/admin/audit/export', '/v1/models']) expect((await ask(path)).status).toBe(200);
  });

  it('logs why a key does not verify, and runs unlicensed', async () => {
    const { api, ask } = await startApi([], { LICENSE_KEY: 'not-a-key' });
    expect(api.output()).toMatch(/^ERROR license key refused code=malformed_token/m);
    expect(await (await ask('/admin/license')).json()).toMatchObject({ entitlements: [], expires_at: null });
  });

  it('restarts with a key sent to /__mock__, and runs unlicensed after one that it refuses', async () => {
    const { api, url, ask } = await startApi(['--scenario', 'expired']);
    const restart = async (licenseKey: string) => {
      const answer = await fetch(`${url}/__mock__`, { method: 'POST', body: JSON.stringify({ licenseKey }) });
      return { status: answer.status, text: await answer.text() };
    };
    const license = async () => (await ask('/admin/license')).json();
    const key = await runToEnd('mint', ['--expires=200d', '--tier', 'trial', '--entitlements', 'audit_export,backend_autoscaling']);
    expect(key).toMatch(/\n$/);
    const accepted = await restart(key);
    expect(accepted.status).toBe(200);
    expect(await license()).toMatchObject({ tier: 'trial', entitlements: ['audit_export', 'backend_autoscaling'], days_remaining: 199 });
    expect((await ask('/admin/audit/export')).status).toBe(200);

    const forged = forgedKey(key.trim());
    const refused = await restart(forged);
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('now runs unlicensed. invalid_signature: ')]);
    expect(await license()).toMatchObject({ entitlements: [], expires_at: null });
    expect((await ask('/admin/audit/export')).status).toBe(402);
    await api.stop();
    expect(api.output()).toMatch(/^INFO license loaded tier=trial .*^ERROR license key refused code=invalid_signature/ms);
    const signature = /[^.]*$/;
    const find = createFinder([key.trim(), forged].map((text) => ({ name: 'the key', text: signature.exec(text)?.[0] ?? '' })));
    const places = { 'the log': api.output(), 'an answer': accepted.text + refused.text };
    expect(find(Object.entries(places).map(([place, text]) => ({ place, text })))).toEqual([]);
  });

  it('leaks neither the key nor the token in its log, its answers or the conformance report', async () => {
    const [token, key] = await Promise.all([canaryToken(), canaryKey()]);
    const refused = forgedKey(key);
    const innocent = await Promise.all([mintSessionToken('admin'), canaryKey({ jti: 'another', sub: 'Nobody' })]);
    const find = createFinder([{ name: 'the token', text: token }, ...[key, refused].map((text) => ({ name: 'the key', text }))], innocent);
    const apis = await Promise.all([startApi([], { LICENSE_KEY: key }), startApi([], { LICENSE_KEY: refused })]);
    for (const { api, url } of apis) {
      const answers: string[] = [];
      for (const path of ['/admin/license', '/admin/audit/export', '/v1/models', '/nowhere', '/__mock__']) {
        for (const authorization of [`Bearer ${token}`, `Bearer ${token.slice(0, -9)}`, token, `Bearer ${key}`]) {
          const post = path === '/__mock__' ? { method: 'POST', body: JSON.stringify({ licenseKey: key, [token]: token }) } : {};
          const answer = await fetch(`${url}${path}`, { headers: { authorization }, ...post });
          answers.push(`${answer.status} ${JSON.stringify([...answer.headers])} ${await answer.text()}`);
        }
      }
      const report = await runToEnd('conformance', [url], { ALEXANDRIA_TOKEN: token });
      await api.stop();
      expect([answers[0]?.slice(0, 3), report]).toEqual(['200', expect.stringMatching(/ 0 differ/)]);
      expect(
        find(
          ['the log', 'an answer', 'the report'].map((place, at) => ({
            place,
            text: [api.output(), answers.join('\n'), report][at] ?? '',
          })),
        ),
      ).toEqual([]);
    }
    expect(apis.map(({ api }) => api.output())).toEqual([
      expect.stringMatching(/^INFO license loaded tier=enterprise/m),
      expect.stringMatching(/^ERROR license key refused code=invalid_signature/m),
    ]);
  });

  it('lets other origins read its Date only with --cors', async () => {
    const [open, closed] = await Promise.all([startApi(['--cors']), startApi([])]);
    const origin = { origin: 'http://dashboard.example' };
    expect((await open.ask('/v1/models', origin)).headers.get('access-control-expose-headers')).toBe('Date, Age, Retry-After');
    expect((await closed.ask('/v1/models', origin)).headers.get('access-control-allow-origin')).toBeNull();
    expect((await fetch(`${open.url}/admin/license`, { method: 'OPTIONS', headers: origin })).status).toBe(204);
  });

  it('stops cleanly on SIGTERM, with connections open', async () => {
    const { api, ask } = await startApi(['--scenario', 'active']);
    await ask('/v1/models');
    await api.stop();
    expect(api.output()).toMatch(/^INFO stopped$/m);
    await expect(ask('/v1/models')).rejects.toThrow();
  });

  it.each([
    [['--scenario', 'nonsense'], /There is no scenario "nonsense"/],
    [['--port', 'x'], /"x" is no port/],
    [['--what'], /Unknown option/],
  ])('explains the mistake when called with %j', async (args, words) => {
    await expect(runToEnd('api', args)).rejects.toMatchObject({ code: 2, stderr: expect.stringMatching(words) });
  });
});

describe('npm run mint', () => {
  it('explains the mistake when called with an invalid time', async () => {
    await expect(runToEnd('mint', ['--expires=soon'])).rejects.toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('"soon" is no time'),
    });
  });

  it('puts the tier, the entitlements and the customer into the key', async () => {
    const key = await runToEnd('mint', ['--tier', 'trial', '--entitlements', 'oidc,x.y', '--subject', 'acme']);
    const payload = JSON.parse(Buffer.from(key.split('.')[1] ?? '', 'base64url').toString());
    expect(payload).toMatchObject({ tier: 'trial', entitlements: ['oidc', 'x.y'], sub: 'acme' });
  });
});
