/**
 * The license over HTTP, without React: the client, its query, and the adapters that record 402s.
 *
 * @module license-ui/client
 */

// The client and its query.
export { createLicenseClient, type LicenseClient } from './client/createLicenseClient.js';
export type { LicenseClientOptions } from './client/validateOptions.js';
export type { LicenseStorage } from './client/createLicenseMemory.js';
export { licenseKeys, licenseQueryOptions, type LicenseQueryKey, type LicenseQueryOptions } from './client/licenseQueryOptions.js';

// 402 responses.
export { isPaymentRequired } from './payment-required/isPaymentRequired.js';
export type { LicenseClientSource } from './payment-required/recordResponse.js';
export { watchPaymentRequired, type WatchOptions } from './payment-required/adapters/watchPaymentRequired.js';
export { type KyLike, watchKy } from './payment-required/adapters/watchKy.js';
export { type AxiosLike, type AxiosRequest, observeAxios, type ObserveAxiosOptions } from './payment-required/adapters/observeAxios.js';
export {
  observeOpenApiFetch,
  type ObserveOpenApiFetchOptions,
  type OpenApiFetchLike,
  type OpenApiRequest,
} from './payment-required/adapters/observeOpenApiFetch.js';
export {
  type ObservedTask,
  observeQueryClient,
  type ObserveQueryClientOptions,
} from './payment-required/adapters/observeQueryClient.js';
export { retryUnlessPaymentRequired } from './payment-required/retryUnlessPaymentRequired.js';

// Results.
export type { License } from './license/License.js';
export {
  ENTITLEMENTS,
  type EntitlementId,
  type EntitlementOf,
  type EntitlementRoutes,
  isKnownEntitlement,
  type KnownEntitlement,
  type PaymentRequiredResponse,
  type Register,
} from './license/entitlements.js';
export { type EntitlementAccess, entitlementAccess } from './license/entitlementAccess.js';
export type { EntitlementState } from './license/entitlementState.js';
export type { CheckFailure, Freshness } from './license/freshness.js';
export { licenseStatus, type LicenseState, type LicenseStatus } from './license/licenseStatus.js';
export { type LicenseSnapshot, serverNow } from './client/LicenseSnapshot.js';
export type { CheckError } from './client/CheckError.js';

// Errors.
export { isLicenseError, LicenseError, type LicenseErrorCode } from './license/LicenseError.js';
