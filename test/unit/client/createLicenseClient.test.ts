import { focusManager, QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CheckError } from '../../../src/client/CheckError.js';
import { createLicenseClient } from '../../../src/client/createLicenseClient.js';
import { licenseKeys, licenseQueryOptions } from '../../../src/client/licenseQueryOptions.js';
import { serverNow } from '../../../src/client/LicenseSnapshot.js';
import type { LicenseClientOptions } from '../../../src/client/validateOptions.js';
import { cachedLicense, checkLicense } from '../../support/checkLicense.js';

const BODY = {
  tier: 'enterprise',
  entitlements: ['oidc'],
  expires_at: '2027-05-01T00:00:00Z',
  days_remaining: 3,
  grace_remaining_seconds: 0,
};
const DATE = 'Tue, 27 Apr 2027 12:00:00 GMT';
const VALID: LicenseClientOptions = { baseUrl: 'https://alexandria.example/gateway/', scope: 'ada' };

/** Creates a `fetch` that returns these statuses in order, then 200. */
function answering(...statuses: number[]) {
  return vi.fn<typeof fetch>(async () => Response.json(BODY, { status: statuses.shift() ?? 200, headers: { date: DATE } }));
}

const createWith = (name: string, value: unknown) => createLicenseClient({ ...VALID, [name]: value } as LicenseClientOptions);

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('createLicenseClient', () => {
  it.each([
    ['baseUrl', undefined],
    ['baseUrl', 'ftp://alexandria.example'],
    ['baseUrl', 'javascript:alert(1)'],
    ['baseUrl', 'https://user:secret@alexandria.example'],
    ['baseUrl', 'https://alexandria.example?token=secret'],
    ['baseUrl', '/gateway?'],
    ['baseUrl', '/gateway#'],
    ['baseUrl', 'https://'],
    ['baseUrl', 'gateway'],
    ['baseUrl', '//alexandria.example'],
    ['baseUrl', '/gateway '],
    ['baseUrl', '/\\evil.example'],
    ['baseUrl', '/gateway\u200b'],
    ['baseUrl', '/gateway\u0000'],
    ['baseUrl', ' https://alexandria.example'],
    ['baseUrl', 'https://alexandria.example\n'],
    ['scope', ''],
    ['scope', undefined],
  ])('throws for %s = %j, also in production, and names the option but not the value', (name, value) => {
    vi.stubEnv('NODE_ENV', 'production');
    const create = () => createWith(name, value);
    expect(create).toThrow(expect.objectContaining({ code: 'invalid_option', message: expect.stringContaining(name) }));
    expect(create).not.toThrow('secret');
  });

  it.each([
    ['timeoutMs', 0],
    ['timeoutMs', Number.NaN],
    ['credentials', 'always'],
    ['fetch', 'fetch'],
    ['authorization', 'Bearer secret'],
    ['entitlementRoutes', 'scim'],
  ])('warns once of %s = %j in development, and is silent in production', async (name, value) => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.stubEnv('NODE_ENV', 'production');
    createWith(name, value);
    expect(errors).not.toHaveBeenCalled();

    vi.stubEnv('NODE_ENV', 'development');
    // Resets the modules, because an earlier case may have logged the same warning.
    vi.resetModules();
    const fresh = await import('../../../src/client/createLicenseClient.js');
    for (let call = 0; call < 2; call += 1) fresh.createLicenseClient({ ...VALID, [name]: value } as LicenseClientOptions);
    expect(errors.mock.calls.map(([error]) => String(error))).toEqual([expect.stringContaining(`${name} must be`)]);
    expect(String(errors.mock.calls)).not.toContain('secret');
  });

  it.each([
    ['https://alexandria.example/gateway/', 'https://alexandria.example/gateway/admin/license'],
    ['/gateway', '/gateway/admin/license'],
    ['', '/admin/license'],
    ['/', '/admin/license'],
  ])('requests /admin/license below the base URL %j', async (baseUrl, url) => {
    const fetch = answering();
    await checkLicense(createLicenseClient({ baseUrl, scope: 'ada', fetch }));
    expect(fetch.mock.calls[0]?.[0]).toBe(url);
  });

  it('looks up the global fetch for each request, so that it can be replaced later', async () => {
    const client = createLicenseClient(VALID);
    vi.stubGlobal('fetch', answering());
    await expect(checkLicense(client)).resolves.toMatchObject({ license: { tier: 'enterprise' } });
  });

  it('calls `authorization` once per request', async () => {
    const tokens = ['first', 'second'];
    const authorization = vi.fn(() => `Bearer ${tokens.shift()}`);
    const fetch = answering();
    const client = createLicenseClient({ ...VALID, fetch, authorization });
    expect(authorization).not.toHaveBeenCalled();
    await checkLicense(client);
    await checkLicense(client);
    expect(fetch.mock.calls.map(([, init]) => new Headers(init?.headers).get('authorization'))).toEqual(['Bearer first', 'Bearer second']);
  });

  it('exposes baseUrl, scope, refresh and internals, and resolves `refresh()` to false without a provider', async () => {
    const client = createLicenseClient({ ...VALID, fetch: answering() });
    expect(Object.keys(client)).toEqual(['baseUrl', 'scope', 'refresh', 'internals']);
    await expect(client.refresh()).resolves.toBe(false);
  });
});

describe('licenseQueryOptions', () => {
  it('builds the query key from base URL, scope and client id, without the token', () => {
    const create = () => createLicenseClient({ ...VALID, authorization: () => 'Bearer secret' });
    const client = create();
    expect(licenseKeys.license(client)).toEqual(['alexandria-license', 'https://alexandria.example/gateway', 'ada', client.internals.id]);
    expect(licenseKeys.license(create())).not.toEqual(licenseKeys.license(client));
  });

  it('reads the license and the time of the API', async () => {
    const snapshot = await checkLicense(createLicenseClient({ ...VALID, fetch: answering() }));
    expect(snapshot).toMatchObject({ license: { tier: 'enterprise' }, serverTime: Date.parse(DATE), isFrozen: false, clocksDiffer: false });
    expect(serverNow(snapshot)).toBeGreaterThanOrEqual(Date.parse(DATE));
  });

  it('replaces the license at once if the API returns another one', async () => {
    const other = { ...BODY, tier: null, entitlements: [], expires_at: null };
    const bodies = [BODY, other, BODY];
    const client = createLicenseClient({ ...VALID, fetch: async () => Response.json(bodies.shift()) });
    const queries = new QueryClient();
    for (const tier of ['enterprise', null, 'enterprise']) expect((await checkLicense(client, queries)).license?.tier).toBe(tier);
  });

  it('returns the same data after an unchanged poll, and the same license if only the time changes', async () => {
    const ahead = [0, 60_000, 60_000];
    const date = () => new Date(Date.now() + (ahead.shift() ?? 60_000)).toUTCString();
    const endless = { tier: 'enterprise', entitlements: ['oidc'], expires_at: null };
    const client = createLicenseClient({ ...VALID, fetch: async () => Response.json(endless, { headers: { date: date() } }) });
    const queries = new QueryClient();
    const [first, later, unchanged] = [
      await checkLicense(client, queries),
      await checkLicense(client, queries),
      await checkLicense(client, queries),
    ];
    expect(later).not.toBe(first);
    expect(later.license).toBe(first.license);
    expect(unchanged).toBe(later);
  });

  it('keeps the last license after a failed check, does not retry, and counts consecutive failures', async () => {
    const fetch = answering(200, 503, 500, 200, 503);
    const queries = new QueryClient({ defaultOptions: { queries: { retry: 3, retryDelay: 1 } } });
    const client = createLicenseClient({ ...VALID, fetch });
    const failures: unknown[] = [];
    for (let check = 0; check < 5; check += 1) {
      await checkLicense(client, queries).catch(() => undefined);
      const error = queries.getQueryState<unknown, CheckError>(licenseKeys.license(client))?.error;
      failures.push(error?.failures);
      // The next poll is due.
      if (error) error.retryAt = 0;
      expect(cachedLicense(client, queries)?.tier).toBe('enterprise');
    }
    expect(failures).toEqual([undefined, 1, 2, undefined, 1]);
    expect(fetch).toHaveBeenCalledTimes(5);
  });

  it('drops the license from the cache after a 403', async () => {
    const queries = new QueryClient();
    const client = createLicenseClient({ ...VALID, fetch: answering(200, 403) });
    await checkLicense(client, queries);
    await checkLicense(client, queries).catch(() => undefined);
    expect(queries.getQueryState(licenseKeys.license(client))).toMatchObject({ data: { license: null }, error: { code: 'forbidden' } });
  });

  it('ignores a response that arrives after the query was cancelled', async () => {
    const queries = new QueryClient();
    const client = createLicenseClient({
      ...VALID,
      fetch: async () => {
        void queries.cancelQueries();
        return Response.json(BODY, { headers: { date: DATE } });
      },
    });
    await checkLicense(client, queries).catch(() => undefined);
    expect(cachedLicense(client, queries)).toBeNull();
  });

  it('advances the last known time if a response has no Date', async () => {
    vi.useFakeTimers({ now: Date.parse(DATE) + 3 * 86_400_000 });
    const headers = [{ date: DATE }, {}];
    const client = createLicenseClient({ ...VALID, fetch: async () => Response.json(BODY, { headers: headers.shift() ?? {} }) });
    const queries = new QueryClient();
    await checkLicense(client, queries);
    vi.advanceTimersByTime(5_000);
    const snapshot = await checkLicense(client, queries);
    expect(serverNow(snapshot)).toBe(Date.parse(DATE) + 5_000);
  });

  it('uses the local clock if the clocks have diverged and the response has no Date', async () => {
    vi.useFakeTimers({ now: Date.parse(DATE) });
    const headers = [{ date: DATE }, {}];
    const client = createLicenseClient({ ...VALID, fetch: async () => Response.json(BODY, { headers: headers.shift() ?? {} }) });
    const queries = new QueryClient();
    await checkLicense(client, queries);
    vi.setSystemTime(Date.parse(DATE) + 43_200_000);
    expect(serverNow(await checkLicense(client, queries))).toBe(Date.parse(DATE) + 43_200_000);
  });

  it.each([
    ['429', { 'retry-after': '600' }, 600],
    ['401', {}, Infinity],
    ['403', {}, Infinity],
  ])('sends no request while a %s blocks requests, even if the app invalidates every 10 seconds', async (status, headers, seconds) => {
    vi.useFakeTimers({ now: Date.parse(DATE) });
    const fetch = vi.fn(async () => new Response(null, { status: Number(status), headers }));
    const queries = new QueryClient();
    queries.mount();
    const observer = new QueryObserver(queries, licenseQueryOptions(createLicenseClient({ ...VALID, fetch }), queries));
    const unsubscribe = observer.subscribe(() => undefined);
    await vi.advanceTimersByTimeAsync(0);
    let secondRequestAt: number | undefined;
    for (let elapsed = 10; elapsed <= 700; elapsed += 10) {
      await vi.advanceTimersByTimeAsync(10_000);
      void queries.invalidateQueries();
      await vi.advanceTimersByTimeAsync(0);
      if (fetch.mock.calls.length > 1) secondRequestAt ??= elapsed;
    }
    if (seconds === Infinity) expect(fetch).toHaveBeenCalledTimes(1);
    else expect(secondRequestAt).toBeGreaterThanOrEqual(seconds);
    expect(fetch.mock.calls.length).toBeLessThanOrEqual(2);
    unsubscribe();
    queries.unmount();
    queries.clear();
  });

  it.each([401, 403, 429, 503])('sends nothing if the page becomes visible at once after a %i', async (status) => {
    const fetch = answering(status, status);
    const queries = new QueryClient();
    queries.mount();
    const observer = new QueryObserver(queries, licenseQueryOptions(createLicenseClient({ ...VALID, fetch }), queries));
    const unsubscribe = observer.subscribe(() => undefined);
    await vi.waitFor(() => expect(observer.getCurrentResult().isError).toBe(true));
    focusManager.setFocused(false);
    focusManager.setFocused(true);
    // TanStack Query handles focus in a promise. Any fetch has started by the next `setImmediate`.
    await new Promise((resolve) => setImmediate(resolve));
    expect(fetch).toHaveBeenCalledTimes(1);
    unsubscribe();
    queries.unmount();
    queries.clear();
  });

  it('keeps the poll interval constant between responses', async () => {
    vi.useFakeTimers({ now: Date.parse(DATE) });
    const queries = new QueryClient();
    const options = licenseQueryOptions(createLicenseClient({ ...VALID, fetch: answering() }), queries);
    const observer = new QueryObserver(queries, { ...options, refetchInterval: false });
    const unsubscribe = observer.subscribe(() => undefined);
    await vi.advanceTimersByTimeAsync(0);
    const interval = () => (typeof options.refetchInterval === 'function' ? options.refetchInterval(observer.getCurrentQuery()) : 0);
    const first = interval();
    expect(first).toBeGreaterThan(60_000);
    await vi.advanceTimersByTimeAsync(1_234);
    expect(interval()).toBe(first);
    unsubscribe();
    queries.clear();
  });
});
