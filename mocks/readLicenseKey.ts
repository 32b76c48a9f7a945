import { LicenseError } from '../src/license/LicenseError.js';
import { type VerifiedLicense, verifyLicenseKey } from '../src/verifier/verifyLicenseKey.js';
import { demoPublicKey } from './demoKey.js';

/**
 * Verifies a license key as the mock API does at start-up. Accepts an expired key.
 *
 * @param now The API's time, in milliseconds since 1970.
 * @throws {LicenseError} if the key is invalid or not yet in force. The message does not contain the key.
 */
export async function readLicenseKey(licenseKey: string, now: number): Promise<VerifiedLicense> {
  const verified = await verifyLicenseKey(licenseKey, { keys: [demoPublicKey], now });
  if (verified.state !== 'scheduled') return verified;
  throw new LicenseError('invalid_claims', 'The license key is not in force yet (nbf lies in the future).');
}

/** Removes the line breaks and spaces around a license key, as a copied key may have them. */
export function trimLicenseKey(text: string): string {
  return text.replace(/^[ \r\n]+|[ \r\n]+$/g, '');
}
