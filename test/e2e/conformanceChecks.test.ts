import { afterEach, describe, expect, it } from 'vitest';
import { checkConformance, type Report } from '../../conformance/checkConformance.js';
import type { Target } from '../../conformance/gather.js';
import { looksSecret } from '../../conformance/redact.js';
import { writeReport } from '../../conformance/writeReport.js';
import { type FaultName, faults, isFaultName } from '../../mocks/faults.js';
import { isScenarioName, scenarios } from '../../mocks/scenarios.js';
import { serveAlexandria } from '../../mocks/serveAlexandria.js';
import { mintSessionToken } from '../../mocks/sessionTokens.js';
import { type AlexandriaOptions, startAlexandria } from '../../mocks/startAlexandria.js';
import { growthOf, LINEAR } from '../support/growthOf.js';
import { ADMIN_TOKEN, type Api, type Differences, MEMBER_TOKEN, serveApi } from '../support/serveApi.js';

const ORIGIN = 'https://dashboard.example';
const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function serve(differences: Differences = {}): Promise<Api> {
  const api = await serveApi(differences);
  open.push(api);
  return api;
}

function check(api: Api, target: Partial<Target> = {}): Promise<Report> {
  const asked = { baseUrl: api.url, token: ADMIN_TOKEN, memberToken: MEMBER_TOKEN, origin: ORIGIN, timeoutMs: 5_000, ...target };
  return checkConformance(asked, api.clock);
}

async function checkMock(options: AlexandriaOptions, cors = true): Promise<Report> {
  const alexandria = await startAlexandria(options);
  const server = await serveAlexandria(alexandria, { cors });
  open.push(server);
  const clock = {
    now: () => alexandria.now(),
    wait: async (ms: number) => alexandria.setNow(alexandria.now() + ms),
  };
  const [token, memberToken] = [await mintSessionToken('admin'), await mintSessionToken('member')];
  // A short timeout for answers that never end, a long one for large answers on a busy machine.
  const timeoutMs = options.fault === 'never-ending' || options.fault === 'slow-loris' ? 1_000 : 20_000;
  return checkConformance({ baseUrl: server.url, token, memberToken, origin: cors ? ORIGIN : null, timeoutMs }, clock);
}

function findings(report: Report) {
  if (report.verdict === 'not-run') throw new Error(report.reason);
  return report.sections.flatMap((section) => section.findings);
}

function differing(report: Report): readonly string[] {
  return findings(report).flatMap(({ id, mark }) => (mark === 'differs' ? [id] : []));
}

function seen(report: Report, id: string): string {
  const finding = findings(report).find((each) => each.id === id);
  return `${finding?.mark}: ${finding?.seen}`;
}

describe('the mock API', () => {
  it.each(Object.keys(scenarios).filter(isScenarioName))('passes all checks in the scenario %s', async (scenario) => {
    const report = await checkMock({ scenario });
    expect(differing(report)).toEqual([]);
    expect(report.verdict).toBe('fits');
  });

  it('reports the length of the grace period, and counts it down', async () => {
    const report = await checkMock({ scenario: 'grace' });
    expect(seen(report, 'grace-length')).toBe('holds: 7 days');
    expect(seen(report, 'grace-agree')).toMatch(/^holds: 42\d{4}, 2\.08 days after expires_at$/);
    expect(seen(report, 'countdown')).toMatch(/^holds: grace_remaining_seconds \d+, then \d+$/);
    expect(seen(report, 'refuses')).toBe('cannot-be-told: not asked: audit_export is in force, and an export would start');
  });

  it.each([
    ['expired', 'holds: named in the body'],
    ['unlicensed', 'holds: named in the body'],
    ['unnamed', 'holds: not named, but known by its route'],
  ] as const)('refuses the audit export, understandably, in the scenario %s', async (scenario, understood) => {
    const report = await checkMock({ scenario });
    expect(seen(report, 'refuses')).toBe('holds: 402');
    expect(seen(report, 'refusal-understood')).toBe(understood);
  });

  it('is not checked for CORS if no origin is given', async () => {
    expect(findings(await checkMock({}, false)).map(({ id }) => id)).not.toContain('cors-origin');
  });
});

// By fault, the checks that have to differ. A pattern stands for the reason why nothing can be checked.
const FAULTS: Readonly<Record<string, readonly string[] | RegExp>> = {
  'html-login': ['without-token', 'member', 'json', 'content-type', 'readable'],
  empty: ['without-token', 'member', 'json', 'content-type', 'readable'],
  truncated: ['without-token', 'member', 'json', 'content-type', 'readable'],
  'wrong-types': ['without-token', 'member', 'readable', 'tier', 'entitlements', 'expires-at', 'days', 'grace'],
  'infinite-number': ['readable', 'days'],
  'too-large': ['json', 'readable'],
  'duplicate-keys': ['names'],
  'proto-keys': ['names'],
  'no-content': ['admin', 'json'],
  redirect: ['admin'],
  'login-redirect': ['admin'],
  unauthorized: /answered 401: it doesn’t take the token/,
  forbidden: /answered 403: .* may not read the license/,
  'not-found': ['route'],
  'payment-required': ['no-402'],
  'rate-limited': /answered 429: it asks for patience, 3 s/,
  'rate-limited-date': /answered 429: it asks for patience/,
  'rate-limited-rubbish': /answered 429: it asks for patience/,
  'internal-error': /answered 500: .* is not up/,
  'bad-gateway': /answered 502: .* is not up/,
  'server-error': /answered 503: .* is not up/,
  reset: /the connection could not be made, or broke off/,
  'never-ending': /not answered completely within 1 s/,
  'slow-loris': /not answered completely within 1 s/,
  'no-date': ['date'],
  'foreign-date': ['days-agree'],
  refused: /the connection could not be made/,
};

describe('a fault of the license route', () => {
  it('has an expected result in this file, whatever its name', () => {
    expect(Object.keys(FAULTS).sort()).toEqual(Object.keys(faults).sort());
  });

  it.each(Object.keys(faults).filter(isFaultName))('is reported: %s', async (name: FaultName) => {
    const expected = FAULTS[name];
    const report = await checkMock({ fault: name });
    if (expected instanceof RegExp) expect(report).toMatchObject({ verdict: 'not-run', reason: expect.stringMatching(expected) });
    else
      expect({ verdict: report.verdict, ids: differing(report) }).toEqual({
        verdict: 'differs',
        ids: expected,
      });
  });
});

const without = (name: string) => (right: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(right).filter(([field]) => field !== name));
const set = (fields: Readonly<Record<string, unknown>>) => (right: Readonly<Record<string, unknown>>) => ({ ...right, ...fields });
const headed = (name: string, value: string | undefined) => (right: object) => ({ ...right, headers: { [name]: value } });

describe('an API that differs in one way', () => {
  it('passes all checks without that difference: before the expiry, in grace and beyond', async () => {
    for (const expiresIn of [100.4, 0.3, -3.3, -9.3]) {
      const report = await check(await serve({ expiresIn }));
      expect([expiresIn, differing(report)]).toEqual([expiresIn, []]);
    }
  });

  it.each<[string, Differences, readonly string[]]>([
    ['gives the license to anybody', { bare: () => ({ body: { tier: 'x', entitlements: [], expires_at: null } }) }, ['without-token']],
    ['answers 403 without a token', { bare: () => ({ status: 403 }) }, ['without-token']],
    ['gives the license to members', { member: () => ({ body: {} }) }, ['member']],
    ['hides the license from members behind a 404', { member: () => ({ status: 404 }) }, ['member']],
    ['answers 410', { admin: () => ({ status: 410 }) }, ['admin']],
    ['sends an admin to a login page', { admin: () => ({ status: 302, headers: { location: '/login' } }) }, ['admin']],
    [
      'answers with a page',
      { admin: () => ({ body: '<!doctype html>', headers: { 'content-type': 'text/html' } }) },
      ['json', 'content-type', 'readable'],
    ],
    ['answers with an array', { admin: () => ({ body: [] }) }, ['json', 'readable']],
    ['has no Content-Type', { admin: headed('content-type', undefined) }, ['content-type']],
    ['calls its JSON a text', { admin: headed('content-type', 'text/plain') }, ['content-type']],
    ['has an empty tier', { fields: set({ tier: '' }) }, ['tier']],
    ['has no tier', { fields: without('tier') }, ['tier']],
    ['has its entitlements in a text', { fields: set({ entitlements: 'oidc scim' }) }, ['readable', 'entitlements']],
    ['has a nameless entitlement', { fields: set({ entitlements: ['oidc', ''] }) }, ['readable', 'entitlements']],
    ['has a date without a zone', { fields: set({ expires_at: '2027-07-29T21:36:00' }) }, ['readable', 'expires-at']],
    ['has a date without a time', { fields: set({ expires_at: '2027-07-29' }) }, ['readable', 'expires-at']],
    ['has no expires_at', { fields: without('expires_at') }, ['readable', 'expires-at']],
    ['has no days_remaining', { fields: without('days_remaining') }, ['days']],
    ['has days_remaining in a fraction', { fields: set({ days_remaining: 100.4 }) }, ['days']],
    ['has days_remaining in a text', { fields: set({ days_remaining: '100' }) }, ['readable', 'days']],
    ['has no grace_remaining_seconds', { fields: set({ grace_remaining_seconds: null }) }, ['grace']],
    ['has a negative grace_remaining_seconds', { fields: set({ grace_remaining_seconds: -5 }) }, ['grace']],
    ['rounds days_remaining up', { fields: set({ days_remaining: 101 }) }, ['days-rounding']],
    ['has days_remaining off by three', { fields: set({ days_remaining: 97 }) }, ['days-agree']],
    ['has a Date three days off', { admin: headed('date', 'Fri, 23 Apr 2027 13:00:00 GMT') }, ['days-agree', 'made-anew']],
    ['has no Date', { admin: headed('date', undefined) }, ['date']],
    ['has a Date that is none', { admin: headed('date', 'yesterday') }, ['date']],
    ['is in grace before the expiry', { fields: set({ grace_remaining_seconds: 600_000 }) }, ['grace-agree', 'countdown']],
    ['has no grace after the expiry', { expiresIn: -3.3, fields: set({ grace_remaining_seconds: 0 }) }, ['grace-agree']],
    [
      'grants thirty days of grace',
      {
        expiresIn: -3.3,
        fields: (right) => ({ ...right, grace_remaining_seconds: Number(right['grace_remaining_seconds']) + 23 * 86_400 }),
      },
      ['grace-length'],
    ],
    ['counts nothing down', { expiresIn: -3.3, fields: set({ grace_remaining_seconds: 319_680 }) }, ['countdown']],
    ['counts upwards', { fields: (right, times) => ({ ...right, days_remaining: 99 + times }) }, ['countdown']],
    [
      'counts expires_at from the answer',
      { fields: (right, times) => ({ ...right, expires_at: `2027-07-29T21:36:0${times}Z` }) },
      ['steady'],
    ],
    ['answers from a cache', { admin: headed('age', '17') }, ['made-anew']],
    ['repeats its Date', { admin: headed('date', 'Tue, 20 Apr 2027 12:00:00 GMT') }, ['made-anew']],
    ['lets proxies keep the answer', { admin: headed('cache-control', 'public, max-age=60') }, ['cache-control']],
    ['lets proxies keep the answer for a while', { admin: headed('cache-control', 's-maxage=60') }, ['cache-control']],
    ['gives the license key away', { fields: set({ license_key: 'abc' }) }, ['no-secrets']],
    ['gives the license key away further in', { fields: set({ meta: [{ jwt: 'abc' }] }) }, ['no-secrets']],
    ['sends the token back', { fields: set({ you: `it was ${ADMIN_TOKEN}` }) }, ['no-secrets']],
    ['exports beyond the grace period', { expiresIn: -9.3, gated: () => ({ body: 'rows' }) }, ['refuses']],
    ['has no export where it has to refuse it', { expiresIn: -9.3, gated: () => ({ status: 404 }) }, ['refuses']],
    ['has a 402 without a body', { expiresIn: -9.3, gated: () => ({ status: 402 }) }, ['refusal-body']],
    ['has a 402 with a page', { expiresIn: -9.3, gated: () => ({ status: 402, body: '<h1>Payment</h1>' }) }, ['refusal-body']],
    [
      'has a 402 about another entitlement',
      { expiresIn: -9.3, gated: (right) => ({ ...right, body: { entitlement: 'scim' } }) },
      ['refusal-understood'],
    ],
    [
      'has a 402 that asks for a payment (x402)',
      { expiresIn: -9.3, gated: (right) => ({ ...right, headers: { ...right.headers, 'payment-required': 'e30=' } }) },
      ['refusal-understood'],
    ],
    ['stops the core API as well', { expiresIn: -9.3, core: () => ({ status: 402 }) }, ['core']],
    ['has no CORS', { admin: headed('access-control-allow-origin', undefined) }, ['cors-origin']],
    ['allows another origin', { admin: headed('access-control-allow-origin', 'https://other.example') }, ['cors-origin']],
    ['has no CORS on a 401', { bare: () => ({ status: 401, headers: { 'access-control-allow-origin': undefined } }) }, ['cors-401']],
    ['keeps its Date from other origins', { admin: headed('access-control-expose-headers', undefined) }, ['cors-date']],
    ['exposes something else to other origins', { admin: headed('access-control-expose-headers', 'X-Date') }, ['cors-date']],
  ])('fails only the affected checks if it %s', async (_, differences, ids) => {
    const report = await check(await serve(differences));
    expect(differing(report)).toEqual(ids);
    expect(report.verdict).toBe('differs');
  });
});

describe('the result of a check', () => {
  it.each<[string, Differences, Partial<Target>, string, string]>([
    ['there is no token of a member', {}, { memberToken: null }, 'member', 'not asked; --member-token-env NAME asks'],
    ['the member’s session has ended', { member: () => ({ status: 401 }) }, {}, 'member', '401'],
    [
      'the API’s clock differs from the machine’s',
      { admin: headed('date', 'Fri, 23 Apr 2027 13:00:00 GMT') },
      {},
      'date-plausible',
      '3.04 days ahead of this machine’s clock; one of the two is off',
    ],
    ['the export is in force', {}, {}, 'refuses', 'not asked: audit_export is in force, and an export would start'],
    [
      'the answer has no Date, so grace may not be over',
      { expiresIn: -9.3, admin: headed('date', undefined) },
      {},
      'refuses',
      'not asked: whether the grace period is over is not sure',
    ],
    ['the export wants parameters', { expiresIn: -9.3, gated: () => ({ status: 422 }) }, {}, 'refuses', '422: it wants parameters first'],
    [
      'the admin may not export',
      { expiresIn: -9.3, gated: () => ({ status: 403 }) },
      {},
      'refuses',
      '403: either in place of 402, or this admin may not export',
    ],
    ['the core API needs another token', { core: () => ({ status: 401 }) }, {}, 'core', '/v1/models 401'],
    ['no known core route exists', { core: () => ({ status: 404 }) }, {}, 'core', '/v1/models 404, /healthz 404'],
    [
      'the API stops answering after the first requests',
      { admin: (right, times) => (times === 2 ? { status: 503 } : right) },
      {},
      'steady',
      'only 2 of 3 answers came',
    ],
    ['a preflight is not a GET', {}, {}, 'cors-preflight', 'a preflight is no GET; the command below asks for it'],
    ['whole days are left', { expiresIn: 30 }, {}, 'days-rounding', 'too near to a whole day'],
  ])('explains why it is unknown: %s', async (_, differences, target, id, why) => {
    expect(seen(await check(await serve(differences), target), id)).toBe(`cannot-be-told: ${why}`);
  });

  it('accepts a redirect instead of a 401, and /healthz if there is no /v1/models', async () => {
    const report = await check(
      await serve({ bare: () => ({ status: 302 }), core: () => ({ status: 404 }), health: { body: { status: 'ok' } } }),
    );
    expect([seen(report, 'without-token'), seen(report, 'core')]).toEqual([
      'holds: 302, a redirect',
      'holds: /v1/models 404, /healthz 200',
    ]);
  });

  it('stays positive for unknown entitlements and fields, which are listed as notes', async () => {
    const api = await serve({
      fields: set({ entitlements: ['oidc', 'audit_export', 'time_travel'], customer: 'acme', limits: { max_tokens: 5 } }),
    });
    const report = await check(api);
    expect(report).toMatchObject({
      verdict: 'fits',
      license: { tier: 'enterprise', state: 'active', expiresAt: '2027-07-29T21:36:00Z' },
      notes: ['Not in the catalogue, and shown as they came: time_travel.', 'Not documented, and ignored: customer, limits.'],
    });
  });
});

describe('the requests of a conformance check', () => {
  it('are GETs of the documented routes only, and one of them has the member’s token', async () => {
    const api = await serve({ expiresIn: -9.3, core: () => ({ status: 404 }) });
    await check(api);
    expect(api.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      ...Array(5).fill('GET /admin/license'),
      'GET /admin/audit/export',
      'GET /v1/models',
      'GET /healthz',
    ]);
    expect(api.asked[0]?.headers.authorization).toBeUndefined();
    expect(api.asked.filter(({ headers }) => headers.authorization === `Bearer ${MEMBER_TOKEN}`)).toHaveLength(1);
    expect(api.asked.every(({ headers }) => headers.origin === ORIGIN)).toBe(true);
  });

  it.each([100.4, -3.3])('leave out an export that could start, with %d days left', async (expiresIn) => {
    const api = await serve({ expiresIn });
    await check(api);
    expect(api.asked.map(({ path }) => path)).not.toContain('/admin/audit/export');
  });

  it('stop after the license route if it does not exist', async () => {
    const api = await serve({ admin: () => ({ status: 404 }), bare: () => ({ status: 404 }) });
    expect(differing(await check(api))).toEqual(['route']);
    expect(api.asked).toHaveLength(2);
  });

  it('carry no token until the API has answered a request without one', async () => {
    const api = await serve({ bare: () => ({ endless: true }) });
    expect(await check(api, { timeoutMs: 200 })).toMatchObject({ verdict: 'not-run', reason: expect.stringContaining('within 0.2 s') });
    expect(api.asked.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  it('follow no redirect from any route', async () => {
    const elsewhere = await serve();
    const away = () => ({ status: 307, headers: { location: `${elsewhere.url}/admin/license` } });
    await check(await serve({ admin: away, bare: away }));
    await check(await serve({ expiresIn: -9.3, member: away, gated: away, core: away }));
    expect(elsewhere.asked).toEqual([]);
  });

  it('are cut off after the head if an export starts anyway', async () => {
    const api = await serve({ expiresIn: -9.3, gated: () => ({ body: 'row\n', endless: true }) });
    expect(differing(await check(api))).toEqual(['refuses']);
    await expect.poll(() => api.cut()).toBe(1);
  });

  it('are reported as unencrypted if a token goes over http to another machine', async () => {
    const api = await serve();
    expect(await check(api)).toMatchObject({ notes: [] });
    const elsewhere = { baseUrl: api.url.replace('127.0.0.1', '0.0.0.0') };
    expect(await check(api, elsewhere)).toMatchObject({ notes: ['The token went over http, which is not encrypted.'] });
  });
});

describe('a hostile body', () => {
  const DEPTH = 100_000;
  const nested = (inside: string) => `${'[{"a":'.repeat(DEPTH)}${inside}${'}]'.repeat(DEPTH)}`;

  it('is checked at any depth, down to a __proto__ at its bottom', async () => {
    const body = (inside: string) => () => ({ body: `{"tier":"enterprise","deep":${nested(inside)}}` });
    const [plain, proto] = await Promise.all(['1', '{"__proto__":1}'].map(async (inside) => check(await serve({ admin: body(inside) }))));
    expect(plain && seen(plain, 'names')).toBe('holds: each name once');
    expect(proto && seen(proto, 'names')).toBe('differs: __proto__');
  });

  it.each([
    ['one word', 'a'],
    ['words that might be the start of a token', 'aaaaaaa.'],
    ['dashes', '-'],
  ])('is searched for secrets in linear time: %s', async (_, piece) => {
    const growth = await growthOf((size) => looksSecret(piece.repeat(size / piece.length), []), 2_000);
    expect(growth).toBeLessThan(LINEAR);
  });
});

describe('the report of a conformance check', () => {
  it('contains no token or part of one, wherever the API has echoed it', async () => {
    for (const token of [ADMIN_TOKEN, MEMBER_TOKEN, MEMBER_TOKEN.slice(0, 20), ADMIN_TOKEN.slice(5, 30)]) {
      const echoing = {
        'content-type': `application/json; x=${token}`,
        'cache-control': `public, ${token}`,
        'access-control-expose-headers': token,
        'access-control-allow-origin': `https://${token}`,
      };
      const api = await serve({
        expiresIn: -9.3,
        admin: (right) => ({ ...right, headers: { ...echoing, date: token, age: token } }),
        fields: set({ tier: token, entitlements: [token, 'oidc'], [token]: token, token, key: { key: token } }),
        gated: () => ({ status: 402, headers: echoing, body: { entitlement: token } }),
      });
      const report = await check(api);
      if (report.verdict === 'not-run') throw new Error(report.reason);
      expect(differing(report)).toContain('no-secrets');
      const printed = `${JSON.stringify(report)}\n${writeReport(api.url, report, ORIGIN, { columns: 1_000, colour: true })}`;
      for (let at = 0; at + 12 <= token.length; at += 1) expect(printed).not.toContain(token.slice(at, at + 12));
    }
  });

  it('contains no terminal control characters', async () => {
    const api = await serve({ fields: set({ tier: '\u001b[2J', entitlements: ['a\nb'], ['\u0007x']: 1 }) });
    const report = await check(api);
    if (report.verdict === 'not-run') throw new Error(report.reason);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the test searches for them.
    expect(writeReport(api.url, report, null, { columns: 80, colour: false })).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  it('is a table that fits its width, with words as marks, explanations and a summary', async () => {
    const api = await serve({ expiresIn: -9.3, core: () => ({ status: 402 }) });
    const report = await check(api);
    if (report.verdict === 'not-run') throw new Error(report.reason);
    const lines = writeReport(api.url, report, null, { columns: 80, colour: false }).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    const at = lines.findIndex((line) => line.startsWith('  differs        The core API works, whatever the'));
    const printed = lines
      .slice(at, at + 6)
      .join(' ')
      .replace(/ +/g, ' ');
    expect(printed).toContain('/v1/models 402');
    expect(printed).toContain('Expected: GET /v1/models: 200; where there is none, GET /healthz. The dashboard says');
    expect(lines.some((line) => line.startsWith('  can’t be told  The grace period is 7 days'))).toBe(true);
    expect(lines.some((line) => /^\d+ hold, 1 differs, \d+ can’t be told\.$/.test(line))).toBe(true);
  });
});
