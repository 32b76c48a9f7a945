// An empty replacement for the package, to measure a dashboard without it.
export const createLicenseClient = () => ({});
export const watchPaymentRequired = (fetch) => fetch;
export const watchKy = (ky) => ky;
export const watchAxios = () => undefined;
export const watchOpenApiFetch = () => undefined;
export const retryUnlessPaymentRequired = () => 3;
