import { QueryClient, QueryObserver } from '@tanstack/react-query';
import type { LicenseClient } from '../../src/client/createLicenseClient.js';
import { type LicenseSnapshot, NO_SNAPSHOT } from '../../src/client/LicenseSnapshot.js';
import { licenseQueryOptions } from '../../src/client/licenseQueryOptions.js';

/** Sends one license request, as an app can without a provider. Rejects with the error of the check. */
export async function checkLicense(client: LicenseClient, queries = new QueryClient()): Promise<LicenseSnapshot> {
  const observer = new QueryObserver(queries, { ...licenseQueryOptions(client, queries), enabled: false });
  const { data = NO_SNAPSHOT, error } = await observer.refetch();
  if (error !== null) throw error;
  return data;
}

/** Returns the license in the query cache. */
export function cachedLicense(client: LicenseClient, queries: QueryClient) {
  return queries.getQueryData<LicenseSnapshot>(licenseQueryOptions(client).queryKey)?.license ?? null;
}
