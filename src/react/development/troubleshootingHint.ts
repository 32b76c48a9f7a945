import { AUTHORIZATION_FAILED } from '../../client/fetchLicense.js';
import type { LicenseError } from '../../license/LicenseError.js';

/**
 * What an engineer has most likely done where the very first check fails, and how it is mended; `null` for failures that a
 * dashboard meets in daily use.
 *
 * @param origin That of the page.
 */
export function troubleshootingHint({ code, message }: LicenseError, baseUrl: string, origin: string): string | null {
  const url = new URL(`${baseUrl}/admin/license`, origin);
  const asked = `GET ${url.href}`;
  if (code === 'not-found') {
    // A dev server sends its page to who asks for HTML; to who asks for JSON it answers 404.
    const proxy =
      url.origin === origin ? ` Or the page's own server answered: let it, or the dev server, proxy ${url.pathname} to the API.` : '';
    return `${asked} answered 404. baseUrl of createLicenseClient must hold the path prefix below which Alexandria answers, without /admin/license itself.${proxy}`;
  }
  if (code === 'unreadable') {
    return `${message} ${asked} was answered by something else than Alexandria, such as the dev server with the page's own HTML. Let it proxy ${url.pathname} to the API, or give baseUrl the API's address.`;
  }
  if (code === 'unauthorized') {
    return `${asked} answered 401, or led elsewhere. Give createLicenseClient an authorization that returns "Bearer …" with an admin's token, or a fetch or credentials that sign it.`;
  }
  if (code === 'forbidden') {
    return `${asked} answered 403: the token is no admin's. Give LicenseProvider role="member" for who is none.`;
  }
  if (code !== 'unreachable') return null;
  if (message.includes(AUTHORIZATION_FAILED)) {
    return `${message} It threw, or its promise was rejected, so that ${asked} was not sent. Let it return "Bearer …", or null while nobody is signed in.`;
  }
  return url.origin === origin
    ? `${asked} was not answered. Start the API, or let the dev server proxy ${url.pathname} to where it runs. A fetch that createLicenseClient was given, and that throws, counts as no answer, too.`
    : `${asked} brought no answer that the browser lets this page read. Either nothing runs there, or a Content-Security-Policy of this page leaves it out of connect-src, or CORS is not set up: the API must answer with Access-Control-Allow-Origin: ${origin}, with Access-Control-Allow-Credentials: true where credentials is include, allow the header authorization in its answer to OPTIONS, and should send Access-Control-Expose-Headers: Date.`;
}
