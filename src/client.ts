/**
 * The license over HTTP, without React: the API's clock, one GET, and the watching of 402s.
 *
 * @module license-ui/client
 */

// The client and its query.
export { createLicenseClient, type LicenseClient } from './client/createLicenseClient.js';
export type { LicenseClientOptions } from './client/readClientOptions.js';
export type { LicenseStorage } from './client/createLicenseMemory.js';
export { licenseKeys, licenseQueryOptions, type LicenseQueryKey, type LicenseQueryOptions } from './client/licenseQueryOptions.js';

// 402 answers.
export { isPaymentRequired } from './client/isPaymentRequired.js';
export { watchPaymentRequired, type WatchOptions } from './client/watchPaymentRequired.js';
export { type AxiosLike, type AxiosRequest, watchAxios, type WatchAxiosOptions } from './client/watchAxios.js';
export { type KyLike, type KyRequestOptions, type WatchedKyOptions, watchKy, type WatchKyOptions } from './client/watchKy.js';
export {
  type OpenApiFetchLike,
  type OpenApiRequest,
  watchOpenApiFetch,
  type WatchOpenApiFetchOptions,
} from './client/watchOpenApiFetch.js';
export { type QueryClientLike, type WatchedTask, watchQueryClient, type WatchQueryClientOptions } from './client/watchQueryClient.js';
export { retryUnlessPaymentRequired } from './client/retryUnlessPaymentRequired.js';
export { paymentLedgerOf } from './client/paymentLedgerOf.js';
export type { PaymentLedger, RefusedEntitlement } from './client/createPaymentLedger.js';
export { DOCUMENTED_ROUTES, type EntitlementRoutes, type PaymentRequiredAnswer } from './contract/paymentClues.js';

// What it yields.
export type { License } from './contract/License.js';
export { ENTITLEMENTS, isKnownEntitlement, type KnownEntitlement } from './contract/entitlements.js';
export type { CheckFailure, Freshness } from './contract/freshness.js';
export { licenseStatus, type LicenseState, type LicenseStatus } from './status/licenseStatus.js';
export type { ClockNote, ServerClock } from './client/createServerClock.js';

// Errors.
export { isLicenseError, LicenseError, type LicenseErrorCode } from './contract/LicenseError.js';
