import type { LicenseError } from '../../contract/LicenseError.js';

/**
 * What an engineer has most likely done where the very first check fails, and how it is mended; `null` for failures that a
 * dashboard meets in daily use.
 *
 * @param origin That of the page.
 */
export function failureCause({ code, message }: LicenseError, baseUrl: string, origin: string): string | null {
  const url = new URL(`${baseUrl}/admin/license`, origin);
  const asked = `GET ${url.href}`;
  if (code === 'not-found') {
    return `${asked} answered 404. baseUrl of createLicenseClient must hold the path prefix below which Alexandria answers, without /admin/license itself.`;
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
  return url.origin === origin
    ? `${asked} was not answered. Start the API, or let the dev server proxy ${url.pathname} to where it runs.`
    : `${asked} brought no answer that the browser lets this page read. Either nothing runs there, or CORS is not set up: the API must answer with Access-Control-Allow-Origin: ${origin}, allow the header authorization in its answer to OPTIONS, and should send Access-Control-Expose-Headers: Date.`;
}
