import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { createLicenseClient } from '../../src/client/createLicenseClient.js';
import { licenseKeys, licenseQueryOptions } from '../../src/client/licenseQueryOptions.js';
import { watchPaymentRequired } from '../../src/payment-required/adapters/watchPaymentRequired.js';
import { carryOutChecks } from '../../src/react/useRequestedChecks.js';

/** A dashboard that shows the license; what it asks of the API goes through the fetch that it was opened with. */
export type Dashboard = {
  /** A licensed feature is asked for. */
  readonly ask: () => void;
};

const BASE_URL = 'https://alexandria.example';

/**
 * The real thing: client, polling policy, ledger, requested checks, and TanStack's own query. Left out are React, and the other tabs: each
 * dashboard is the only one of its browser, in sight, and nobody has just clicked in it.
 */
export function openOurs(fetch: typeof globalThis.fetch): Dashboard {
  const client = createLicenseClient({ baseUrl: BASE_URL, scope: 'ada', fetch, storage: null });
  const queries = new QueryClient();
  const queryKey = licenseKeys.license(client);
  new QueryObserver(queries, licenseQueryOptions(client)).subscribe(() => undefined);
  carryOutChecks(client, async () => {
    await queries.refetchQueries({ queryKey, exact: true });
    return queries.getQueryState(queryKey)?.status === 'success';
  });
  const watched = watchPaymentRequired(fetch, client);
  return { ask: () => void watched(`${BASE_URL}/admin/audit/export`).catch(() => undefined) };
}

/** What people write: a query that is read again every minute, with the default retries, and at once when the API answers 402. */
export const openUsual = (fetch: typeof globalThis.fetch): Dashboard => openQuery(fetch, true);

/** The same, but for the 402s: they are nothing to it, and what it shows is a minute behind them. */
export const openDeaf = (fetch: typeof globalThis.fetch): Dashboard => openQuery(fetch, false);

function openQuery(fetch: typeof globalThis.fetch, hears402s: boolean): Dashboard {
  const queries = new QueryClient();
  const queryKey = ['license'];
  const queryFn = async () => {
    const response = await fetch(`${BASE_URL}/admin/license`);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return response.json();
  };
  new QueryObserver(queries, { queryKey, queryFn, refetchInterval: 60_000 }).subscribe(() => undefined);
  const intercepted = async () => {
    const { status } = await fetch(`${BASE_URL}/admin/audit/export`);
    if (hears402s && status === 402) await queries.invalidateQueries({ queryKey });
  };
  return { ask: () => void intercepted().catch(() => undefined) };
}
