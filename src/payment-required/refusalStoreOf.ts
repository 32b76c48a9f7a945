import { SECOND_MS } from '../lib/time.js';
import type { LicenseClient } from '../client/createLicenseClient.js';
import { createRefusalStore, type RefusalStore } from './createRefusalStore.js';

// Later 402s for a feature check again only if the last check is older.
const STALE_MS = 30 * SECOND_MS;
const stores = new WeakMap<LicenseClient, RefusalStore>();

/**
 * The store of a client, made when it is first asked for: a page that watches no 402s carries none of it.
 *
 * @example refusalStoreOf(client).refusals().map(({ entitlement }) => entitlement) // ['audit_export']
 */
export function refusalStoreOf(client: LicenseClient): RefusalStore {
  const known = stores.get(client);
  if (known) return known;
  const { entitlementRoutes, checks, observers } = client.internals;
  const store = createRefusalStore({
    entitlementRoutes,
    license: () => Array.from(observers, (observer) => observer.license())[0] ?? null,
    checks: () => checks,
    suggestCheck(isFirst) {
      if (!isFirst && performance.now() - checks.begunAt < STALE_MS) return;
      for (const observer of observers) observer.checkSoon();
    },
  });
  stores.set(client, store);
  return store;
}
