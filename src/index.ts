/**
 * What a dashboard shows, and the hooks below it: a client entry.
 *
 * @module license-ui
 */
'use client';

// The provider and its hooks.
export { LicenseProvider, type LicenseProviderProps } from './ui/provider/LicenseProvider.js';
export { type LicenseView, useLicense } from './ui/useLicense.js';

// Languages, before they are needed.
export { loadLanguage } from './messages/loadLanguage.js';

// What people see.
export { LicenseBanner } from './ui/banner/LicenseBanner.js';
export { LicensePanel, type LicensePanelProps } from './ui/panel/LicensePanel.js';
export { PaymentRequiredNotice } from './ui/notice/PaymentRequiredNotice.js';
export { EntitlementGate, type EntitlementGateProps } from './ui/gate/EntitlementGate.js';
export { type EntitlementAccess, type Explanation, useEntitlement } from './ui/gate/useEntitlement.js';

// What a renewal has to know.
export type { RenewalOptions } from './ui/renewal/RenewalOptions.js';
export type { DeploymentNames } from './ui/renewal/applyCommand.js';

// Types of their props and results.
export type { LicenseLinkProps, LicenseRole, RenderLink } from './ui/provider/LicenseContext.js';
export type { MessageOverrides, Messages } from './messages/Messages.js';
export type { Format } from './messages/createFormat.js';
export type { License } from './contract/License.js';
export type { Freshness } from './contract/freshness.js';
export type { EntitlementState } from './status/entitlementState.js';
export type { PaymentReason } from './status/paymentReason.js';
export type { LicenseState } from './status/licenseStatus.js';
