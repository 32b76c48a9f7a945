import type { LicenseClient } from '../client/createLicenseClient.js';
import { STALE_MS } from '../client/licenseQueryOptions.js';
import type { License } from '../license/License.js';
import { createRefusalStore, type RefusalStore } from './createRefusalStore.js';

const stores = new WeakMap<LicenseClient, RefusalStore>();

/**
 * Returns the refusal store of a client. Kept outside the client, so that apps that observe no 402s do not bundle the store.
 *
 * @example refusalStoreOf(client).refusals().map(({ entitlement }) => entitlement) // ['audit_export']
 */
export function refusalStoreOf(client: LicenseClient): RefusalStore {
  const existing = stores.get(client);
  if (existing) return existing;
  const { checks, observers } = client.internals;
  const store = createRefusalStore({
    checks,
    license: () => shownLicense(client),
    refresh({ force }) {
      if (!force && performance.now() - checks.begunAt < STALE_MS) return;
      for (const observer of observers) observer.scheduleRefresh();
    },
  });
  stores.set(client, store);
  return store;
}

/** Returns the license that a mounted provider shows; `null` if none is known. */
export function shownLicense(client: LicenseClient): License | null {
  const [observer] = client.internals.observers;
  return observer?.license() ?? null;
}
