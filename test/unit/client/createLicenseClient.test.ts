import { focusManager, QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import { createLicenseClient } from '../../../src/client/createLicenseClient.js';
import type { LicenseClientOptions } from '../../../src/client/validateOptions.js';
import { licenseKeys, licenseQueryOptions } from '../../../src/client/licenseQueryOptions.js';

const BODY = {
  tier: 'enterprise',
  entitlements: ['oidc'],
  expires_at: '2027-05-01T00:00:00Z',
  days_remaining: 3,
  grace_remaining_seconds: 0,
};
const DATE = 'Tue, 27 Apr 2027 12:00:00 GMT';
const VALID: LicenseClientOptions = { baseUrl: 'https://alexandria.example/gateway/', scope: 'ada' };

function answering(...statuses: number[]) {
  return vi.fn<typeof fetch>(async () => Response.json(BODY, { status: statuses.shift() ?? 200, headers: { date: DATE } }));
}

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
    ['scope', ''],
    ['scope', undefined],
    ['timeoutMs', 0],
    ['timeoutMs', Number.NaN],
    ['credentials', 'always'],
    ['fetch', 'fetch'],
    ['authorization', 'Bearer secret'],
  ])('refuses %s = %j, names the option and echoes no value', (name, value) => {
    const create = () => createLicenseClient({ ...VALID, [name]: value } as LicenseClientOptions);
    expect(create).toThrow(expect.objectContaining({ code: 'invalid_option', message: expect.stringContaining(name) }));
    expect(create).not.toThrow('secret');
  });

  it.each([
    ['https://alexandria.example/gateway/', 'https://alexandria.example/gateway/admin/license'],
    ['/gateway', '/gateway/admin/license'],
    ['', '/admin/license'],
    ['/', '/admin/license'],
  ])('asks below the base URL %j', async (baseUrl, url) => {
    const fetch = answering();
    await createLicenseClient({ baseUrl, scope: 'ada', fetch }).check();
    expect(fetch.mock.calls[0]?.[0]).toBe(url);
  });

  it('looks the global fetch up at each request, so that it can be replaced later', async () => {
    const client = createLicenseClient(VALID);
    vi.stubGlobal('fetch', answering());
    await expect(client.check()).resolves.toMatchObject({ tier: 'enterprise' });
    vi.unstubAllGlobals();
  });

  it('asks for the authorization anew with each request, and with none before', async () => {
    const tokens = ['first', 'second'];
    const authorization = vi.fn(() => `Bearer ${tokens.shift()}`);
    const fetch = answering();
    const client = createLicenseClient({ ...VALID, fetch, authorization });
    expect(authorization).not.toHaveBeenCalled();
    await client.check();
    await client.check();
    expect(fetch.mock.calls.map(([, init]) => new Headers(init?.headers).get('authorization'))).toEqual(['Bearer first', 'Bearer second']);
  });

  it('keeps the patience that the API has asked for through another failure', async () => {
    const answers = [new Response(null, { status: 429, headers: { 'retry-after': '3600' } }), new Response(null, { status: 503 })];
    const client = createLicenseClient({ ...VALID, fetch: async () => answers.shift() ?? Response.json(BODY) });
    for (const held of [true, true, false]) {
      await client.check().catch(() => undefined);
      expect(client.isHeldBack()).toBe(held);
    }
  });

  it('takes back at once what the API takes back', async () => {
    const other = { ...BODY, tier: null, entitlements: [], expires_at: null };
    const answers = [BODY, other, BODY];
    const client = createLicenseClient({ ...VALID, fetch: async () => Response.json(answers.shift()) });
    for (const tier of ['enterprise', null, 'enterprise']) expect((await client.check()).tier).toBe(tier);
  });

  it('holds back for as long as the API asks, and for ever after a 403', async () => {
    vi.useFakeTimers({ now: Date.parse(DATE) });
    const limited = () => new Response(null, { status: 429, headers: { 'retry-after': '120' } });
    const answers = [limited(), new Response(null, { status: 403 })];
    const client = createLicenseClient({ ...VALID, fetch: async () => answers.shift() ?? limited() });
    const requested = vi.fn();
    client.onCheckRequested(requested);
    await client.check().catch(() => undefined);
    client.suggestCheck();
    expect([client.isHeldBack(), requested.mock.calls.length]).toEqual([true, 0]);
    vi.advanceTimersByTime(120_000);
    client.suggestCheck();
    expect([client.isHeldBack(), requested.mock.calls.length]).toEqual([false, 1]);
    await client.check().catch(() => undefined);
    vi.advanceTimersByTime(86_400_000);
    expect(client.isHeldBack()).toBe(true);
    client.requestCheck();
    expect(requested).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });

  it('counts failures in a row', async () => {
    const client = createLicenseClient({ ...VALID, fetch: answering(500, 503, 200, 500) });
    const seen: number[] = [];
    for (let check = 0; check < 4; check += 1) {
      await client.check().catch(() => undefined);
      seen.push(client.failures());
    }
    expect(seen).toEqual([1, 2, 0, 1]);
  });

  it('keeps the clock through a 401 and forgets it at a 403', async () => {
    const client = createLicenseClient({ ...VALID, fetch: answering(200, 401, 403) });
    await client.check();
    await client.check().catch(() => undefined);
    expect(client.clock.now()).not.toBeNull();
    await client.check().catch(() => undefined);
    expect(client.clock.now()).toBeNull();
  });

  it('ignores an answer that comes after the check was given up', async () => {
    const caller = new AbortController();
    const late = async () => {
      caller.abort('newer');
      return Response.json(BODY, { headers: { date: DATE } });
    };
    const client = createLicenseClient({ ...VALID, fetch: late });
    await expect(client.check(caller.signal)).rejects.toBe('newer');
    expect(client.clock.now()).toBeNull();
  });
});

describe('licenseQueryOptions', () => {
  it('keys the cache by base URL and scope, and by no token', () => {
    const create = () => createLicenseClient({ ...VALID, authorization: () => 'Bearer secret' });
    const client = create();
    expect(licenseKeys.license(client)).toEqual(['alexandria-license', 'https://alexandria.example/gateway', 'ada', client.id]);
    expect(licenseKeys.license(create())).not.toEqual(licenseKeys.license(client));
  });

  it('keeps the last license when a check fails, and asks once', async () => {
    const fetch = answering(200, 503);
    const queries = new QueryClient({ defaultOptions: { queries: { retry: 3, retryDelay: 1 } } });
    const options = licenseQueryOptions(createLicenseClient({ ...VALID, fetch }));
    await queries.fetchQuery({ ...options, staleTime: 0 });
    await queries.fetchQuery({ ...options, staleTime: 0 }).catch(() => undefined);
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(queries.getQueryState(options.queryKey)).toMatchObject({ data: { tier: 'enterprise' }, error: { code: 'server-error' } });
  });

  it('drops the license from the cache at a 403', async () => {
    const queries = new QueryClient();
    const options = licenseQueryOptions(createLicenseClient({ ...VALID, fetch: answering(200, 403) }));
    await queries.fetchQuery({ ...options, staleTime: 0 });
    await queries.fetchQuery({ ...options, staleTime: 0 }).catch(() => undefined);
    expect(queries.getQueryState(options.queryKey)).toMatchObject({ data: null, error: { code: 'forbidden' } });
  });

  it('does not hurry where time stands still before a change', async () => {
    vi.useFakeTimers({ now: Date.parse(DATE) });
    const frozen = async () =>
      Response.json(
        { ...BODY, expires_at: '2027-05-01T00:00:00Z', days_remaining: 1 },
        { headers: { date: 'Sat, 01 May 2027 12:00:00 GMT' } },
      );
    const queries = new QueryClient();
    const options = licenseQueryOptions(createLicenseClient({ ...VALID, fetch: frozen }));
    const observer = new QueryObserver(queries, { ...options, refetchInterval: false });
    const leave = observer.subscribe(() => undefined);
    await vi.advanceTimersByTimeAsync(0);
    const interval = typeof options.refetchInterval === 'function' ? options.refetchInterval(observer.getCurrentQuery()) : undefined;
    expect(interval).toBeGreaterThan(120_000);
    leave();
    queries.clear();
    vi.useRealTimers();
  });

  it.each([
    [403, 0],
    [429, 0],
    [503, 1],
    [401, 0],
  ])('after a %i a focus asks %i more times', async (status, more) => {
    const fetch = answering(status, status);
    const queries = new QueryClient();
    queries.mount();
    const observer = new QueryObserver(queries, licenseQueryOptions(createLicenseClient({ ...VALID, fetch })));
    const leave = observer.subscribe(() => undefined);
    await vi.waitFor(() => expect(observer.getCurrentResult().isError).toBe(true));
    focusManager.setFocused(false);
    focusManager.setFocused(true);
    // The query client passes a focus on in a promise of its own; by the next turn it has asked, or it won't.
    await new Promise((resolve) => setImmediate(resolve));
    expect(fetch).toHaveBeenCalledTimes(1 + more);
    leave();
    queries.unmount();
    queries.clear();
  });

  it('gives the same interval from one answer to the next, whenever it is asked', async () => {
    vi.useFakeTimers({ now: Date.parse(DATE) });
    const queries = new QueryClient();
    const options = licenseQueryOptions(createLicenseClient({ ...VALID, fetch: answering() }));
    const observer = new QueryObserver(queries, { ...options, refetchInterval: false });
    const leave = observer.subscribe(() => undefined);
    await vi.advanceTimersByTimeAsync(0);
    const query = observer.getCurrentQuery();
    const interval = () => (typeof options.refetchInterval === 'function' ? options.refetchInterval(query) : undefined);
    const first = interval();
    expect(first).toBeGreaterThan(60_000);
    await vi.advanceTimersByTimeAsync(1_234);
    expect(interval()).toBe(first);
    leave();
    queries.clear();
    vi.useRealTimers();
  });
});
