import type { LicenseError } from '../contract/LicenseError.js';

/** Whether only another session can change a failure. */
export function isFinal({ code }: LicenseError): boolean {
  return code === 'unauthorized' || code === 'forbidden';
}
