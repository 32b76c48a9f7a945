import { LicenseError, type LicenseErrorCode } from '../license/LicenseError.js';

const warned = new Set<string>();

/**
 * Logs a warning for the engineer, once per message. Call it only behind `process.env.NODE_ENV !== 'production'`, so that bundlers drop it.
 */
export function warnOnce(code: LicenseErrorCode, message: string): void {
  if (warned.has(message)) return;
  warned.add(message);
  console.error(new LicenseError(code, message));
}
