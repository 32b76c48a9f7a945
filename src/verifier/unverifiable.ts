import { LicenseError } from '../license/LicenseError.js';

/** Creates the error for a signature that cannot be checked. Pages without HTTPS have no Web Crypto, and a browser may lack an algorithm. */
export function unverifiable(): LicenseError {
  return new LicenseError(
    'unverifiable',
    'Signatures can not be verified here: Web Crypto is missing (it needs https or localhost) or lacks the algorithm. The key is neither valid nor invalid; open the page over https, or verify it on the server.',
  );
}
