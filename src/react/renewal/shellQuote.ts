import { LicenseError } from '../../license/LicenseError.js';

/**
 * Quotes a text as one word of a POSIX shell.
 *
 * @param name Names the text in the error.
 * @throws {LicenseError} `invalid_option` if the text is empty, contains a control character, or starts with a dash like an option.
 */
export function shellQuote(word: string, name: string): string {
  if (word === '' || word.startsWith('-') || /\p{Cc}/u.test(word)) {
    throw new LicenseError(
      'invalid_option',
      `${name} must be a non-empty text without control characters that does not begin with a dash.`,
    );
  }
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
