import { isLicenseError } from '../src/license/LicenseError.js';
import { type LicenseReport, parseLicense } from '../src/license/parseLicense.js';
import type { Answer } from './createProbe.js';

/** Parses the body of an answer; `null` if it is not a JSON object. */
export function readObject({ body }: Answer): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(body ?? '');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** Parses an answer as the dashboard does; `null` if it is unreadable. */
export function readReport(answer: Answer): LicenseReport | null {
  try {
    return parseLicense(readObject(answer));
  } catch (error) {
    if (isLicenseError(error)) return null;
    throw error;
  }
}
