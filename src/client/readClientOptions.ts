import { LicenseError } from '../contract/LicenseError.js';
import type { LicenseClientOptions } from './createLicenseClient.js';

/** @throws {LicenseError} `invalid_option`, naming the option and echoing no value. */
export function readClientOptions(options: LicenseClientOptions) {
  const { scope, credentials = 'same-origin', timeoutMs = 10_000 } = options;
  const baseUrl = readBaseUrl(options.baseUrl);
  if (typeof scope !== 'string' || scope === '') throw invalid('scope', 'a non-empty string that names the person, never a token');
  if (!(timeoutMs > 0 && timeoutMs <= 600_000)) throw invalid('timeoutMs', 'milliseconds from 1 to 600,000');
  if (!['omit', 'same-origin', 'include'].includes(credentials)) throw invalid('credentials', 'omit, same-origin or include');
  for (const name of ['fetch', 'authorization'] as const) {
    if (options[name] !== undefined && typeof options[name] !== 'function') throw invalid(name, 'a function');
  }
  return { baseUrl, scope, credentials, timeoutMs };
}

function readBaseUrl(baseUrl: unknown): string {
  const expected = 'an http or https URL, a path that starts with a slash, or an empty string';
  if (typeof baseUrl !== 'string' || !/^($|\/(?!\/)|https?:\/\/)/i.test(baseUrl)) throw invalid('baseUrl', expected);
  let url: URL;
  try {
    url = new URL(baseUrl, 'https://origin.invalid');
  } catch {
    throw invalid('baseUrl', expected);
  }
  if (url.username || url.password || url.search || url.hash) {
    throw invalid('baseUrl', 'a URL without user, password, query and fragment');
  }
  return baseUrl.replace(/\/+$/, '');
}

function invalid(option: string, expected: string): LicenseError {
  return new LicenseError('invalid_option', `createLicenseClient: ${option} must be ${expected}.`);
}
