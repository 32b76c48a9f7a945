import { describe, expect, it } from 'vitest';
import { isLicenseError, LicenseError } from '../../../src/license/LicenseError.js';

describe('isLicenseError', () => {
  it('recognises an error of another copy of the package', () => {
    class LicenseError extends Error {
      override readonly name = 'LicenseError';
      readonly code = 'timeout';
    }
    expect(isLicenseError(new LicenseError())).toBe(true);
  });

  it('rejects other errors, and objects that look like one', () => {
    expect(isLicenseError(new TypeError('x'))).toBe(false);
    expect(isLicenseError(Object.assign(new Error('x'), { code: 'ENOENT' }))).toBe(false);
    expect(isLicenseError({ name: 'LicenseError', code: 'timeout' })).toBe(false);
    expect(isLicenseError(undefined)).toBe(false);
  });

  it('a LicenseError has a name, a code and a message', () => {
    expect(new LicenseError('timeout', 'words', 5)).toMatchObject({
      name: 'LicenseError',
      code: 'timeout',
      message: 'words',
      retryAfterMs: 5,
    });
  });
});
