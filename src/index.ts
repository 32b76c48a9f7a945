/**
 * The components and hooks for a dashboard. A client entry.
 *
 * @module license-ui
 */
'use client';

// The provider and its hooks.
export { LicenseProvider, type LicenseProviderProps } from './react/LicenseProvider.js';
export type { LicenseSettingsProps } from './react/useLicenseSettings.js';
export { type LicenseView, useLicense } from './react/useLicense.js';

// Loading languages in advance.
export { loadLanguage } from './messages/loadLanguage.js';

// Components.
export { LicenseBanner } from './react/banner/LicenseBanner.js';
export { LicensePanel, type LicensePanelProps } from './react/panel/LicensePanel.js';
export { PaymentRequiredNotice } from './react/payment-required/PaymentRequiredNotice.js';
export { EntitlementGate, type EntitlementGateProps } from './react/payment-required/EntitlementGate.js';
export { type EntitlementView, type Explanation, useEntitlement } from './react/payment-required/useEntitlement.js';

// Headless: texts, state and actions without markup.
export { type LicenseBannerResult, useLicenseBanner } from './react/banner/useLicenseBanner.js';
export type { BannerAction, LicenseBannerView } from './react/banner/useBanner.js';
export type { BannerState } from './license/warnedState.js';
export {
  type PaymentRequiredNotices,
  type PaymentRequiredNoticeView,
  usePaymentRequiredNotices,
} from './react/payment-required/usePaymentRequiredNotices.js';
export type { RefusalLink } from './react/payment-required/refusalLinks.js';

// Options of the renewal.
export type { RenewalInstructions, RenewalMethod, RenewalOptions } from './react/renewal/RenewalOptions.js';
export type { DeploymentNames } from './react/renewal/applyCommand.js';

// Types of props and results.
export type { LicenseLinkProps, LicenseRole, RenderLink } from './react/LicenseContext.js';
export type { MessageOverrides, Messages } from './messages/Messages.js';
export type { Format } from './messages/createFormat.js';
export type { License } from './license/License.js';
export type { Freshness } from './license/freshness.js';
export type { EntitlementId, Register } from './license/entitlements.js';
export type { EntitlementState } from './license/entitlementState.js';
export type { RefusalReason } from './payment-required/refusalReason.js';
export type { LicenseState } from './license/licenseStatus.js';
export type { Reminder } from './license/earlyReminder.js';
