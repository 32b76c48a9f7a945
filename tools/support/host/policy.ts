/** Response headers of the strictest host apps. */
export const POLICY: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'self'; style-src 'self'; require-trusted-types-for 'script'",
};
