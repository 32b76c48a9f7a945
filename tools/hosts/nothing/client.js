// An empty replacement for the package, to measure a dashboard without it.
export const createLicenseClient = () => ({});
export const watchPaymentRequired = (fetch) => fetch;
export const watchKy = (ky) => ky;
export const observeAxios = () => undefined;
export const observeOpenApiFetch = () => undefined;
export const retryUnlessPaymentRequired = () => 3;
