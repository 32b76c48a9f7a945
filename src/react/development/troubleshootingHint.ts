import { AUTHORIZATION_FAILED } from '../../client/fetchLicense.js';
import type { LicenseError } from '../../license/LicenseError.js';

/**
 * Returns the likely mistake if the first check fails, and how to fix it. Returns `null` for failures of daily use.
 *
 * @param origin The page's origin.
 */
export function troubleshootingHint({ code, message }: LicenseError, baseUrl: string, origin: string): string | null {
  const url = new URL(`${baseUrl}/admin/license`, origin);
  const request = `GET ${url.href}`;
  if (code === 'not-found') {
    // A dev server returns its page for HTML requests, and 404 for JSON requests.
    const proxy = url.origin === origin ? ` If the server of this page answered, let it proxy ${url.pathname} to the API.` : '';
    return `${request} answered 404. baseUrl of createLicenseClient must include the path prefix of Alexandria, without /admin/license.${proxy}`;
  }
  if (code === 'unreadable') {
    return `${message} ${request} was answered by something other than Alexandria, such as the dev server with the app's HTML. Let it proxy ${url.pathname} to the API, or set baseUrl to the API's address.`;
  }
  if (code === 'unauthorized') {
    return `${request} answered 401 or with a redirect. Pass createLicenseClient an authorization that returns "Bearer …" with an admin's token, or a fetch or credentials that authenticate the request.`;
  }
  if (code === 'forbidden') {
    return `${request} answered 403: the token does not belong to an admin. Set role="member" on LicenseProvider for other users.`;
  }
  if (code !== 'unreachable') return null;
  if (message.includes(AUTHORIZATION_FAILED)) {
    return `${message} It threw or rejected, so ${request} was not sent. Let it return "Bearer …", or null while no user is signed in.`;
  }
  return url.origin === origin
    ? `${request} was not answered. Start the API, or let the dev server proxy ${url.pathname} to it. An error thrown by the fetch option also counts as no answer.`
    : `${request} returned no response that this page may read. The API may not be running. The page's Content-Security-Policy may not list it in connect-src. Or CORS is not set up: the API must send Access-Control-Allow-Origin: ${origin}. It must send Access-Control-Allow-Credentials: true if credentials is include. Its OPTIONS response must allow the header authorization. It should send Access-Control-Expose-Headers: Date, Age, Retry-After.`;
}
