import { parseJson } from '../lib/attempt.js';
import { SECOND_MS } from '../lib/time.js';
import type { CheckFailure } from '../license/freshness.js';
import { isLicenseError, LicenseError } from '../license/LicenseError.js';
import { type LicenseReport, parseLicense } from '../license/parseLicense.js';
import { readBody } from './readBody.js';

const MAX_BODY_BYTES = 1_048_576;

/** The reason in the message if `authorization` throws or rejects. `troubleshootingHint` searches for it. */
export const AUTHORIZATION_FAILED = 'the authorization callback of createLicenseClient failed';

/** The settings of `GET /admin/license`. */
export type LicenseRequest = {
  readonly url: string;
  readonly fetch: typeof fetch;
  readonly credentials: RequestCredentials;
  readonly timeoutMs: number;
  /** Returns the `Authorization` header; `null` sends none. Called for each request, never stored. */
  readonly authorization?: (() => string | null | Promise<string | null>) | undefined;
};

/** The parsed body and the time headers of a response. */
export type ReceivedReport = {
  readonly report: LicenseReport;
  /** The `Date` header, in milliseconds since 1970; `null` if missing or invalid. */
  readonly date: number | null;
  /** The `Age` header (RFC 9111), in milliseconds; 0 if missing or invalid. */
  readonly ageMs: number;
};

/**
 * Sends one `GET /admin/license`. Does not follow redirects, so that the token is sent only to the base URL.
 *
 * @throws {LicenseError} with a {@link CheckFailure} as its code, or the signal's reason if the caller aborts.
 */
export async function fetchLicense(request: LicenseRequest, signal?: AbortSignal): Promise<ReceivedReport> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, request.timeoutMs);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    signal?.throwIfAborted();
    // The app's `fetch` and `authorization` may ignore the signal.
    return await Promise.race([sendRequest(request, controller.signal), rejectOnAbort(controller.signal)]);
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (controller.signal.aborted) throw createFailure('timeout', `no complete answer within ${request.timeoutMs} ms`);
    if (isLicenseError(error)) throw error;
    // No `cause`: an error of the app's `fetch` may contain the token.
    const isRelativeOutsideBrowser = typeof location === 'undefined' && request.url.startsWith('/');
    throw createFailure(
      globalThis.navigator?.onLine === false ? 'offline' : 'unreachable',
      isRelativeOutsideBrowser
        ? 'baseUrl must be absolute outside of a browser, such as https://alexandria.example'
        : 'no connection, or refused by CORS',
    );
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
    // Stops a request that the app's `fetch` has not finished.
    abort();
  }
}

async function sendRequest({ url, fetch, credentials, authorization }: LicenseRequest, signal: AbortSignal): Promise<ReceivedReport> {
  const headers = new Headers({ accept: 'application/json' });
  const token = await readAuthorization(authorization);
  if (token) headers.set('authorization', token);
  signal.throwIfAborted();
  const response = await fetch(url, { headers, credentials, signal, redirect: 'manual', cache: 'no-store' });
  const date = readDate(response.headers.get('date'));
  const code = failureCode(response);
  if (code) {
    void response.body?.cancel().catch(() => undefined);
    throw createFailure(code, response.status ? `status ${response.status}` : 'a redirect', retryAfter(response, date));
  }
  const text = await readBody(response, MAX_BODY_BYTES, signal);
  return { report: parseLicense(readJson(text)), date, ageMs: readAge(response.headers.get('age')) };
}

async function readAuthorization(authorization: LicenseRequest['authorization']): Promise<string | null | undefined> {
  try {
    return await authorization?.();
  } catch {
    throw createFailure('unreachable', AUTHORIZATION_FAILED);
  }
}

// The redirects that may lead to a login page: not 300, 304 and 305.
const REDIRECTS = [301, 302, 303, 307, 308];

function failureCode({ status, type, redirected, headers }: Response): CheckFailure | undefined {
  if (type === 'opaqueredirect' || redirected || REDIRECTS.includes(status) || status === 401) return 'unauthorized';
  // A 403 with HTML comes from a firewall or proxy: the API returns JSON.
  if (status === 403) return /html/i.test(headers.get('content-type') ?? '') ? 'unreadable' : 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'server-error';
  return status === 200 ? undefined : 'unreadable';
}

function readJson(text: string | null): unknown {
  const value = parseJson(text ?? '');
  if (value === undefined) throw createFailure('unreadable', 'the body is not valid JSON, not UTF-8, or larger than 1 MiB');
  return value;
}

/**
 * Parses a `Date` header into milliseconds since 1970; `null` if missing or invalid. Requires the HTTP format, because `Date.parse` accepts most texts
 * that contain a number.
 */
export function readDate(header: string | null): number | null {
  const instant = header?.endsWith(' GMT') ? Date.parse(header) : Number.NaN;
  return Number.isNaN(instant) ? null : instant;
}

function readAge(header: string | null): number {
  return /^\d{1,9}$/.test(header ?? '') ? Number(header) * SECOND_MS : 0;
}

// Compares a `Retry-After` date with the `Date` header, because the local clock may be wrong.
function retryAfter({ headers }: Response, date: number | null): number | undefined {
  const header = headers.get('retry-after') ?? '';
  if (/^\d+$/.test(header)) return Math.min(Number(header) * SECOND_MS, Number.MAX_SAFE_INTEGER);
  const until = readDate(header);
  return until === null || date === null ? undefined : Math.max(0, until - date);
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function createFailure(code: CheckFailure, why: string, retryAfterMs?: number): LicenseError {
  return new LicenseError(code, `GET /admin/license failed: ${why}.`, retryAfterMs);
}
