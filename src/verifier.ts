/**
 * Verification of license keys in browsers and Node, without React.
 *
 * @module license-ui/verifier
 */

// License keys.
export { readUnverifiedClaims, verifyLicenseKey, type VerifiedLicense, type VerifyOptions } from './verifier/verifyLicenseKey.js';
export { type ExtractedLicenseKey, extractLicenseKey, type PasteRepair } from './verifier/extractLicenseKey.js';
export { verifySignature } from './verifier/verifySignature.js';
export { licenseFromClaims } from './verifier/claims.js';
export { compareLicenses } from './license/compareLicenses.js';

// Types of options and results.
export type { ExpectedClaims, LicenseClaims } from './verifier/claims.js';
export type { LicenseAlgorithm, PublicJwk, PublicPem, TrustedKey } from './verifier/trustedKeys.js';
export type { Change, LicenseComparison, LicenseWarning, OfferedLicense } from './license/compareLicenses.js';
export type { License } from './license/License.js';
export type { LicenseState } from './license/licenseStatus.js';

// Errors.
export { isLicenseError, LicenseError, type LicenseErrorCode } from './license/LicenseError.js';
