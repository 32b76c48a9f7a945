/**
 * The license over HTTP, without React: the API's clock, one GET, and the watching of 402s.
 *
 * @module license-ui/client
 */

// The client and its query.
export { createLicenseClient, type LicenseClient } from './client/createLicenseClient.js';
export type { LicenseClientOptions } from './client/validateOptions.js';
export type { LicenseStorage } from './client/createLicenseMemory.js';
export { licenseKeys, licenseQueryOptions, type LicenseQueryKey, type LicenseQueryOptions } from './client/licenseQueryOptions.js';

// 402 answers.
export { isPaymentRequired } from './payment-required/isPaymentRequired.js';
export { watchPaymentRequired, type WatchOptions } from './payment-required/adapters/watchPaymentRequired.js';
export { type AxiosLike, type AxiosRequest, watchAxios, type WatchAxiosOptions } from './payment-required/adapters/watchAxios.js';
export {
  type KyLike,
  type KyRequestOptions,
  type WatchedKyOptions,
  watchKy,
  type WatchKyOptions,
} from './payment-required/adapters/watchKy.js';
export {
  type OpenApiFetchLike,
  type OpenApiRequest,
  watchOpenApiFetch,
  type WatchOpenApiFetchOptions,
} from './payment-required/adapters/watchOpenApiFetch.js';
export {
  type QueryClientLike,
  type WatchedTask,
  watchQueryClient,
  type WatchQueryClientOptions,
} from './payment-required/adapters/watchQueryClient.js';
export { retryUnlessPaymentRequired } from './payment-required/retryUnlessPaymentRequired.js';
export { refusalStoreOf } from './payment-required/refusalStoreOf.js';
export type { RefusalStore, RefusedEntitlement } from './payment-required/createRefusalStore.js';
export { DOCUMENTED_ROUTES, type PaymentRequiredResponse } from './payment-required/parsePaymentRequired.js';

// What it yields.
export type { License } from './license/License.js';
export { ENTITLEMENTS, type EntitlementRoutes, isKnownEntitlement, type KnownEntitlement } from './license/entitlements.js';
export type { CheckFailure, Freshness } from './license/freshness.js';
export { licenseStatus, type LicenseState, type LicenseStatus } from './license/licenseStatus.js';
export { type LicenseSnapshot, serverNow } from './client/LicenseSnapshot.js';
export type { CheckError } from './client/CheckError.js';

// Errors.
export { isLicenseError, LicenseError, type LicenseErrorCode } from './license/LicenseError.js';
