import { parseJson } from '../lib/attempt.js';
import { SECOND_MS } from '../lib/time.js';
import type { CheckFailure } from '../license/freshness.js';
import { isLicenseError, LicenseError } from '../license/LicenseError.js';
import { type LicenseReport, parseLicense } from '../license/parseLicense.js';
import { readBody } from './readBody.js';

const MAX_BODY_BYTES = 1_048_576;

/** Part of the message if no request was sent because `authorization` failed. */
export const AUTHORIZATION_FAILED = 'the authorization callback of createLicenseClient failed';

/** How to send `GET /admin/license`. */
export type LicenseRequest = {
  readonly url: string;
  readonly fetch: typeof fetch;
  readonly credentials: RequestCredentials;
  readonly timeoutMs: number;
  /** Called for each request. The value is sent and not stored. */
  readonly authorization?: (() => string | null | Promise<string | null>) | undefined;
};

/** A readable response. */
export type ReceivedReport = {
  readonly report: LicenseReport;
  /** The `Date` header, in milliseconds since 1970; null without one. */
  readonly date: number | null;
  /** The `Age` header (RFC 9111), in milliseconds; 0 without one. */
  readonly ageMs: number;
};

/**
 * Sends one `GET /admin/license`. Follows no redirect, so that the token is sent only to the base URL.
 *
 * @throws {LicenseError} with a {@link CheckFailure} as its code, or the signal's reason if the caller aborts.
 */
export async function fetchLicense(request: LicenseRequest, signal?: AbortSignal): Promise<ReceivedReport> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), request.timeoutMs);
  const either = AbortSignal.any(signal ? [signal, timeout.signal] : [timeout.signal]);
  try {
    return await Promise.race([ask(request, either), rejectOnAbort(either)]);
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (timeout.signal.aborted) throw failure('timeout', `no complete answer within ${request.timeoutMs} ms`);
    if (isLicenseError(error)) throw error;
    // No cause: the error of an app's fetch may contain headers.
    const isNowhere = typeof location === 'undefined' && request.url.startsWith('/');
    throw failure(
      globalThis.navigator?.onLine === false ? 'offline' : 'unreachable',
      isNowhere ? 'outside of a browser baseUrl must be absolute, such as https://alexandria.example' : 'no connection, or refused by CORS',
    );
  } finally {
    clearTimeout(timer);
    timeout.abort();
  }
}

async function ask({ url, fetch, credentials, authorization }: LicenseRequest, signal: AbortSignal): Promise<ReceivedReport> {
  const headers = new Headers({ accept: 'application/json' });
  const token = await authorized(authorization);
  if (token) headers.set('authorization', token);
  signal.throwIfAborted();
  const response = await fetch(url, { headers, credentials, signal, redirect: 'manual', cache: 'no-store' });
  const date = readDate(response.headers.get('date'));
  const code = failureOf(response);
  if (code) {
    void response.body?.cancel().catch(() => undefined);
    throw failure(code, `it answered ${response.status || 'with a redirect'}`, retryAfter(response, date));
  }
  const text = await readBody(response, MAX_BODY_BYTES, signal);
  return { report: parseLicense(readJson(text)), date, ageMs: readAge(response.headers.get('age')) };
}

async function authorized(authorization: LicenseRequest['authorization']): Promise<string | null | undefined> {
  try {
    return await authorization?.();
  } catch {
    throw failure('unreachable', AUTHORIZATION_FAILED);
  }
}

// A 300, 304 or 305 leads to no login page.
const REDIRECTS = [301, 302, 303, 307, 308];

function failureOf({ status, type, redirected, headers }: Response): CheckFailure | undefined {
  if (type === 'opaqueredirect' || redirected || REDIRECTS.includes(status) || status === 401) return 'unauthorized';
  // A 403 with a page is a firewall's or a proxy's. The API answers with JSON.
  if (status === 403) return /html/i.test(headers.get('content-type') ?? '') ? 'unreadable' : 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'server-error';
  return status === 200 ? undefined : 'unreadable';
}

function readJson(text: string | null): unknown {
  const value = parseJson(text ?? '');
  if (value === undefined) throw failure('unreadable', 'the body is no JSON, or is larger than 1 MiB');
  return value;
}

/** Parses a `Date` header into milliseconds since 1970. Accepts only the HTTP format: `Date.parse` finds a year in nearly any text. */
export function readDate(header: string | null): number | null {
  const instant = header?.endsWith(' GMT') ? Date.parse(header) : Number.NaN;
  return Number.isNaN(instant) ? null : instant;
}

function readAge(header: string | null): number {
  return /^\d{1,9}$/.test(header ?? '') ? Number(header) * SECOND_MS : 0;
}

// A date is relative to the `Date` of the response, never to the local clock.
function retryAfter({ headers }: Response, date: number | null): number | undefined {
  const header = headers.get('retry-after') ?? '';
  if (/^\d+$/.test(header)) return Math.min(Number(header) * 1_000, Number.MAX_SAFE_INTEGER);
  const until = readDate(header);
  return until === null || date === null ? undefined : Math.max(0, until - date);
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function failure(code: CheckFailure, why: string, retryAfterMs?: number): LicenseError {
  return new LicenseError(code, `GET /admin/license brought no license: ${why}.`, retryAfterMs);
}
