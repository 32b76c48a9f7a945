// @vitest-environment jsdom
import { type DefaultOptions, dehydrate, QueryCache, QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLicenseClient } from '../../../src/client/createLicenseClient.js';
import { licenseKeys, licenseQueryOptions } from '../../../src/client/licenseQueryOptions.js';
import { type ObservedLicense, observeLicense } from '../../../src/client/observeLicense.js';
import { isLicenseError } from '../../../src/license/LicenseError.js';

const ENDLESS = { tier: 'enterprise', entitlements: ['oidc'], expires_at: null };
const MINUTE = 60_000;
let stop: () => void = () => undefined;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  stop();
  vi.useRealTimers();
});

function openPage(queries: QueryClient, statuses: number[] = []) {
  const fetch = vi.fn(async () => Response.json(ENDLESS, { status: statuses.shift() ?? 200 }));
  const client = createLicenseClient({ baseUrl: '', scope: 'ada', storage: null, fetch });
  let last: ObservedLicense | undefined;
  stop = observeLicense(client, queries, (observed) => {
    last = observed;
  });
  return { client, fetch, observed: () => last };
}

const stored = new Map<string, unknown>();
const persister = async (queryFn: (context: never) => unknown, context: never, query: { queryHash: string }) => {
  const data = await queryFn(context);
  stored.set(query.queryHash, data);
  return data;
};
const defaults: readonly (readonly [string, DefaultOptions['queries']])[] = [
  ['queryKeyHashFn', { queryKeyHashFn: () => 'the same for all' }],
  ['select', { select: () => 'something else' }],
  ['persister', { persister: persister as never }],
  ['staleTime', { staleTime: Number.POSITIVE_INFINITY }],
  ['gcTime', { gcTime: 0 }],
  ['retry', { retry: 3, retryDelay: 1 }],
  ['throwOnError', { throwOnError: true }],
  ['networkMode', { networkMode: 'offlineFirst' }],
  ['enabled', { enabled: false }],
  ['structuralSharing', { structuralSharing: false }],
  ['notifyOnChangeProps', { notifyOnChangeProps: ['data'] }],
  ['refetchOnMount', { refetchOnMount: false, refetchOnWindowFocus: false, refetchOnReconnect: false, refetchInterval: false }],
  ['initialData', { initialData: 'something else', placeholderData: 'something else' }],
  ['meta', { meta: { persist: true } }],
];

describe('the defaults of the app', () => {
  it.each(defaults)('%s changes nothing that is shown, polled or stored', async (_, options = {}) => {
    stored.clear();
    const queries = new QueryClient({ defaultOptions: { queries: options } });
    // A query of the app, because a default can mix it up with the license query.
    queries.setQueryDefaults(['models'], { gcTime: Number.POSITIVE_INFINITY });
    queries.setQueryData(['models'], ['gpt']);
    const { client, fetch, observed } = openPage(queries, [200, 503]);
    await vi.advanceTimersByTimeAsync(100);
    expect(observed()).toMatchObject({ state: 'active', freshness: 'fresh', license: { tier: 'enterprise' } });
    expect(queries.getQueryData(['models'])).toEqual(['gpt']);
    void client.refresh();
    await vi.advanceTimersByTimeAsync(100);
    expect(observed()).toMatchObject({ state: 'active', freshness: 'server-error' });
    expect(fetch).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(17 * MINUTE);
    expect(fetch.mock.calls.length).toBeGreaterThanOrEqual(4);
    expect(observed()).toMatchObject({ state: 'active', freshness: 'fresh' });
    expect(stored.size).toBe(0);
  });

  it('dehydrate stores the license neither by default nor if the app dehydrates all queries', async () => {
    const queries = new QueryClient({ defaultOptions: { dehydrate: { shouldDehydrateQuery: () => true } } });
    openPage(queries);
    await vi.advanceTimersByTimeAsync(100);
    for (const dehydrated of [
      dehydrate(queries),
      dehydrate(queries, { shouldDehydrateQuery: ({ state }) => state.status === 'success' }),
    ]) {
      expect(JSON.stringify(dehydrated)).not.toContain('enterprise');
    }
  });
});

it('marks the query and its errors, so that the app can exclude them from its toasts', async () => {
  const toasts: unknown[] = [];
  const queryCache = new QueryCache({
    onError(error, query) {
      if (!isLicenseError(error)) toasts.push(error);
      if (query.meta?.['license'] !== true) toasts.push(query.queryKey);
    },
  });
  const queries = new QueryClient({ queryCache });
  const { client } = openPage(queries, [503]);
  await vi.advanceTimersByTimeAsync(100);
  expect(queries.getQueryState(licenseKeys.license(client))?.error).toMatchObject({ code: 'server-error' });
  expect(toasts).toEqual([]);
  expect(licenseQueryOptions(client).meta).toEqual({ license: true });
});
