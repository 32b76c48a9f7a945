import { LicenseError } from '../../license/LicenseError.js';

/**
 * One word of a POSIX shell, whatever it holds.
 *
 * @throws {LicenseError} `invalid_option` where it is empty, holds a control character, or would be taken for an option.
 */
export function shellQuote(word: string, what: string): string {
  if (word === '' || word.startsWith('-') || /\p{Cc}/u.test(word)) {
    throw new LicenseError(
      'invalid_option',
      `${what} must be a non-empty text without control characters that does not begin with a dash.`,
    );
  }
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
