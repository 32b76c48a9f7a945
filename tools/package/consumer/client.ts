import { QueryClient } from '@tanstack/react-query';
import {
  type CheckFailure,
  createLicenseClient,
  ENTITLEMENTS,
  type EntitlementAccess,
  entitlementAccess,
  type EntitlementId,
  type EntitlementOf,
  type EntitlementRoutes,
  type EntitlementState,
  type Freshness,
  isKnownEntitlement,
  isLicenseError,
  isPaymentRequired,
  type KnownEntitlement,
  type License,
  type LicenseClient,
  type LicenseClientOptions,
  LicenseError,
  type LicenseErrorCode,
  licenseKeys,
  type LicenseQueryKey,
  licenseQueryOptions,
  type LicenseQueryOptions,
  type LicenseState,
  licenseStatus,
  type LicenseStatus,
  type LicenseStorage,
  type PaymentRequiredResponse,
  type CheckError,
  type LicenseSnapshot,
  serverNow,
  watchPaymentRequired,
  type WatchOptions,
  type Register,
} from '@alexandria-ee/license-ui/client';

const entitlementRoutes: EntitlementRoutes = { '/scim/v2/': 'scim' };
const entitlementOf: EntitlementOf = ({ path, headers }: PaymentRequiredResponse) =>
  path === '/ping' ? null : (headers.get('x-needs') ?? undefined);
const storage: LicenseStorage = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
const options: LicenseClientOptions = {
  baseUrl: '/api',
  scope: 'ada',
  authorization: async () => null,
  entitlementRoutes,
  entitlementOf,
  storage,
};

export const client: LicenseClient = createLicenseClient(options);

const watching: WatchOptions = { isBackground: (input) => input instanceof Request };
export const apiFetch: typeof fetch = watchPaymentRequired(fetch, client, watching);

const queryOptions: LicenseQueryOptions = licenseQueryOptions(client);
const key: LicenseQueryKey = licenseKeys.license(client);
export const queryClient = new QueryClient({ defaultOptions: { queries: { retry: (_, error) => !isPaymentRequired(error) } } });

export async function read(): Promise<License | null> {
  try {
    const snapshot: LicenseSnapshot = await queryClient.fetchQuery(queryOptions);
    return snapshot.license ?? queryClient.getQueryData<LicenseSnapshot>(key)?.license ?? null;
  } catch (error) {
    if (!isLicenseError(error)) throw error;
    const last = queryClient.getQueryState<LicenseSnapshot, CheckError>(key)?.error;
    if (last) console.info(last.failures, last.retryAt);
    const code: LicenseErrorCode = error.code;
    throw new LicenseError(code, error.message, error.retryAfterMs);
  }
}

export function describe(license: License): readonly (string | number | null)[] {
  const { state, changesAt }: LicenseStatus = licenseStatus(license, Date.now());
  const known: readonly KnownEntitlement[] = [...ENTITLEMENTS, ...license.entitlements.filter(isKnownEntitlement)];
  return [state, changesAt, ...known];
}

export function serverTime(): number | null {
  const snapshot = queryClient.getQueryData<LicenseSnapshot>(key);
  return snapshot === undefined || snapshot.clocksDiffer ? null : serverNow(snapshot);
}

export function isFailure(freshness: Freshness): freshness is CheckFailure {
  return freshness !== 'fresh' && freshness !== 'pending';
}

export function isOver(state: LicenseState): boolean {
  return state === 'expired';
}

const id: EntitlementId = 'reports';
const access: EntitlementAccess = entitlementAccess(null, id, null);
const accessState: EntitlementState = access.state;
export const allowed: readonly [boolean, EntitlementState, Register] = [access.isAllowed, accessState, {}];
