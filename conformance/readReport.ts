import { isLicenseError } from '../src/license/LicenseError.js';
import { type LicenseReport, parseLicense } from '../src/license/parseLicense.js';
import type { Answer } from './createProbe.js';

/** The JSON object that an answer holds; `null` where it holds none. */
export function readObject({ body }: Answer): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(body ?? '');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** An answer as the dashboard reads it; `null` where it can't. */
export function readReport(answer: Answer): LicenseReport | null {
  try {
    return parseLicense(readObject(answer));
  } catch (error) {
    if (isLicenseError(error)) return null;
    throw error;
  }
}
