import { QueryClient } from '@tanstack/react-query';
import { getResponse } from 'msw';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type FaultName, faults, isFaultName } from '../../../mocks/faults.js';
import { handlers } from '../../../mocks/handlers.js';
import { parseFaultScript } from '../../../mocks/parseFaultScript.js';
import { type AlexandriaServer, serveAlexandria } from '../../../mocks/serveAlexandria.js';
import { mintSessionToken } from '../../../mocks/sessionTokens.js';
import { type AlexandriaOptions, startAlexandria } from '../../../mocks/startAlexandria.js';
import { createLicenseClient } from '../../../src/client/createLicenseClient.js';
import type { LicenseErrorCode } from '../../../src/license/LicenseError.js';
import { cachedLicense, checkLicense } from '../../support/checkLicense.js';
import { MODEL_FRESHNESS } from '../../support/pageModel.js';

const DAY = 86_400_000;
const servers: AlexandriaServer[] = [];

afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(options: AlexandriaOptions = {}, timeoutMs = 10_000) {
  const alexandria = await startAlexandria(options);
  const server = await serveAlexandria(alexandria);
  servers.push(server);
  const authorization = `Bearer ${await mintSessionToken('admin')}`;
  const client = createLicenseClient({
    baseUrl: server.url,
    scope: 'ada',
    storage: null,
    timeoutMs,
    authorization: () => authorization,
  });
  const queries = new QueryClient();
  const check = async () => {
    // Without this, a 401 or 403 would hold back the next check.
    client.internals.checks.error = null;
    return checkLicense(client, queries).then(
      () => 'fresh',
      ({ code }) => code,
    );
  };
  return { alexandria, server, check, license: () => cachedLicense(client, queries) };
}

const steer = (url: string, order: object) => fetch(`${url}/__mock__`, { method: 'POST', body: JSON.stringify(order) });

// The result of a check over real HTTP, by fault.
const OUTCOMES: Readonly<Record<FaultName, LicenseErrorCode | 'fresh'>> = MODEL_FRESHNESS;

describe('a fault over real HTTP', () => {
  it.each(Object.keys(faults).filter(isFaultName))(
    '%s has its expected outcome, and the same license is shown after it ends',
    async (fault) => {
      const { alexandria, license, check } = await serve({ scenario: 'grace' }, OUTCOMES[fault] === 'timeout' ? 500 : 10_000);
      await expect.poll(check).toBe('fresh');
      const before = license();
      alexandria.setFault(fault);
      expect(await check()).toBe(OUTCOMES[fault]);
      expect(license()).toEqual(fault === 'forbidden' ? null : before);
      alexandria.setFault(null);
      await expect.poll(check).toBe('fresh');
      expect(license()).toEqual(before);
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
    },
  );

  it('refuses connections, reopens the same port afterwards, and stays closed after close()', async () => {
    const { alexandria, server } = await serve();
    const why = () =>
      fetch(`${server.url}/healthz`).then(
        ({ status }) => status,
        ({ cause }) => cause.code,
      );
    alexandria.setFault('refused');
    expect(await why()).toBe('ECONNREFUSED');
    alexandria.setFault(null);
    await expect.poll(why).toBe(200);
    alexandria.setFault('refused');
    await server.close();
    alexandria.setFault(null);
    expect(await why()).toBe('ECONNREFUSED');
  });

  it('removes the Date, or replaces it with that of a proxy', async () => {
    const { alexandria, server } = await serve({ now: Date.UTC(2027, 3, 20) });
    const headers = { authorization: `Bearer ${await mintSessionToken('admin')}` };
    const date = async () => (await fetch(`${server.url}/admin/license`, { headers })).headers.get('date');
    alexandria.setFault('no-date');
    expect(await date()).toBeNull();
    alexandria.setFault('foreign-date');
    expect(Date.parse((await date()) ?? '')).toBe(Date.UTC(2027, 3, 17));
  });

  it('never sends an altered license without a session', async () => {
    const { alexandria, server } = await serve();
    for (const fault of ['duplicate-keys', 'too-large', 'no-date'] as const) {
      alexandria.setFault(fault);
      expect((await fetch(`${server.url}/admin/license`)).status).toBe(401);
    }
  });
});

describe('under MSW', () => {
  it('a refused connection is a network error on every route', async () => {
    const alexandria = await startAlexandria({ fault: 'refused' });
    for (const path of ['/admin/license', '/v1/models']) {
      const response = await getResponse(handlers(alexandria), new Request(`http://127.0.0.1${path}`));
      expect(response?.type).toBe('error');
    }
  });
});

describe('a script of faults', () => {
  it('can be written as a sentence or in short form', () => {
    const expected = [{ fault: 'server-error', forMs: 40_000 }, { renews: true }];
    expect(parseFaultScript('503 for 40 s, then a new license')).toEqual(expected);
    expect(parseFaultScript('server-error 40s, renew')).toEqual(expected);
    expect(parseFaultScript('refused 1.5m,none for 200 ms , 401')).toEqual([
      { fault: 'refused', forMs: 90_000 },
      { fault: null, forMs: 200 },
      { fault: 'unauthorized', forMs: null },
    ]);
    expect(parseFaultScript('none')).toEqual([{ fault: null, forMs: null }]);
    expect(Object.keys(faults).filter((name) => !(Object(parseFaultScript(name)[0]).fault === name))).toEqual([]);
  });

  it.each([
    ['', 'A step is missing. A step is a fault (html-login, '],
    ['503 for 40 s,', 'A step is missing.'],
    ['teapot', 'There is no fault "teapot". A step is a fault (html-login, '],
    ['418 for 2 s', 'There is no fault "418".'],
    ['constructor', 'There is no fault "constructor".'],
    ['503, renew', '"503" needs a time, since another step follows it: write "503 for 40 s".'],
    ['renew 40s', 'a renewal takes no time'],
    ['503 for 0 s', 'more than nothing, and at most 24 h'],
    ['503 for 25 h', 'more than nothing, and at most 24 h'],
    ['503 for 40 days', 'There is no fault "503 for 40 days".'],
    ['503 for -1 s', 'There is no fault'],
    [`503 ${' '.repeat(1_000)}`, 'at most 1000 characters'],
  ])('is rejected if it is invalid: %j', (text, message) => {
    expect(() => parseFaultScript(text)).toThrow(
      expect.objectContaining({ code: 'invalid_option', message: expect.stringContaining(message) }),
    );
  });

  it('plays each step for its duration, and leaves no fault at its end', async () => {
    vi.useFakeTimers({ now: Date.UTC(2027, 3, 20) });
    const alexandria = await startAlexandria({ fault: parseFaultScript('refused 10s, then 503 for 40 s, 429 1s') });
    const seen: unknown[] = [];
    alexandria.onFaultChange(() => seen.push(alexandria.fault()));
    vi.advanceTimersByTime(9_999);
    expect([alexandria.fault(), seen]).toEqual(['refused', []]);
    vi.advanceTimersByTime(40_000);
    expect(seen).toEqual(['server-error']);
    vi.advanceTimersByTime(1_001);
    expect(seen).toEqual(['server-error', 'rate-limited', null]);
  });

  it('renews the license, as after a restart', async () => {
    const alexandria = await startAlexandria({
      scenario: 'expired',
      fault: parseFaultScript('503 for 5 ms, then a new license, 429 for 5 ms'),
    });
    const seen: unknown[] = [];
    alexandria.onFaultChange(() => seen.push(`${alexandria.fault()} ${alexandria.state()}`));
    await expect.poll(() => seen).toEqual(['rate-limited active', 'null active']);
    expect(Date.parse(alexandria.licenseBody().expires_at ?? '') - alexandria.now()).toBeGreaterThan(364 * DAY);
  });

  it('ends when another fault is set', async () => {
    vi.useFakeTimers({ now: Date.UTC(2027, 3, 20) });
    const alexandria = await startAlexandria({ fault: parseFaultScript('503 for 1 s, 401') });
    alexandria.setFault('empty');
    vi.advanceTimersByTime(5_000);
    expect(alexandria.fault()).toBe('empty');
  });

  it('ends when it is set again during a renewal, and plays only once', async () => {
    const script = parseFaultScript('renew, 404 for 20 s');
    const alexandria = await startAlexandria({ scenario: 'expired' });
    const seen: unknown[] = [];
    alexandria.onFaultChange(() => seen.push(alexandria.fault()));
    alexandria.setFault(script);
    alexandria.setFault(script);
    await expect.poll(() => alexandria.fault()).toBe('not-found');
    alexandria.setFault(script);
    alexandria.setFault(null);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([alexandria.fault(), seen.filter((fault) => fault === 'not-found')]).toEqual([null, ['not-found']]);
  });

  it('ends when another fault is set during its renewal', async () => {
    const alexandria = await startAlexandria({ scenario: 'expired', fault: parseFaultScript('renew, 404') });
    alexandria.setFault('empty');
    await expect.poll(() => alexandria.state()).toBe('active');
    // A script that had not ended would have set its next fault in the same turn as the renewal.
    expect(alexandria.fault()).toBe('empty');
  });

  it('is accepted by /__mock__, which rejects unknown faults and an endless "refused"', async () => {
    const { alexandria, server } = await serve();
    expect(await (await steer(server.url, { fault: '503 for 40 s, then a new license' })).json()).toMatchObject({ fault: 'server-error' });
    expect(await (await steer(server.url, { fault: 'none' })).json()).toMatchObject({ fault: null });
    const refused = await steer(server.url, { fault: 'teapot' });
    expect([refused.status, (await refused.json()).detail]).toEqual([400, expect.stringContaining('There is no fault "teapot"')]);
    expect(await (await steer(server.url, { fault: '503 1s, refused' })).json()).toMatchObject({
      detail: expect.stringContaining('"refused" needs a time here'),
    });
    expect((await steer(server.url, { fault: 'refused 100ms' })).status).toBe(200);
    await expect.poll(() => alexandria.fault()).toBeNull();
    await expect
      .poll(() =>
        fetch(`${server.url}/healthz`).then(
          ({ ok }) => ok,
          () => false,
        ),
      )
      .toBe(true);
  });
});
