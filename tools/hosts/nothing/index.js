// An empty replacement for the package, to measure a dashboard without it.
const children = (props) => props.children;
const nothing = () => null;

export const LicenseProvider = children;
export const EntitlementGate = children;
export const LicenseBanner = nothing;
export const LicensePanel = nothing;
export const PaymentRequiredNotice = nothing;
