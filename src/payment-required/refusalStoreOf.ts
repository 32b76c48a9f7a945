import type { LicenseClient } from '../client/createLicenseClient.js';
import { createRefusalStore, type RefusalStore } from './createRefusalStore.js';

const stores = new WeakMap<LicenseClient, RefusalStore>();

/**
 * The store of a client, made when it is first asked for: a page that watches no 402s carries none of it.
 *
 * @example refusalStoreOf(client).entries().map(({ entitlement }) => entitlement) // ['audit_export']
 */
export function refusalStoreOf(client: LicenseClient): RefusalStore {
  const known = stores.get(client);
  if (known) return known;
  const store = createRefusalStore(client);
  stores.set(client, store);
  return store;
}
