import { LicenseError, type LicenseErrorCode } from '../license/LicenseError.js';

const warned = new Set<string>();

/**
 * Logs a developer warning, once per message. Guard each call with `process.env.NODE_ENV !== 'production'`, so that bundlers remove it.
 */
export function warnOnce(code: LicenseErrorCode, message: string): void {
  if (warned.has(message)) return;
  warned.add(message);
  console.error(new LicenseError(code, message));
}
