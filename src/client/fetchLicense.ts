import { parseJson } from '../lib/attempt.js';
import { SECOND_MS } from '../lib/time.js';
import type { CheckFailure } from '../license/freshness.js';
import { isLicenseError, LicenseError } from '../license/LicenseError.js';
import { type LicenseReport, parseLicense } from '../license/parseLicense.js';
import { readBody } from './readBody.js';

const MAX_BODY_BYTES = 1_048_576;

/** Why a check failed before anything was asked. */
export const AUTHORIZATION_FAILED = 'the authorization callback of createLicenseClient failed';

/** How `GET /admin/license` is asked. */
export type LicenseRequest = {
  readonly url: string;
  readonly fetch: typeof fetch;
  readonly credentials: RequestCredentials;
  readonly timeoutMs: number;
  /** Asked anew for each request; the value goes into the header and is not kept. */
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
 * One `GET /admin/license`. It follows no redirect, so that the token goes nowhere but to the base URL.
 *
 * @throws {LicenseError} with a {@link CheckFailure} as its code; or the signal's own reason when the caller aborts.
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
    // The cause is left out: a host's fetch may have put headers into its error.
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

/** Reads a `Date` header into milliseconds since 1970; only the form that HTTP requires: Date.parse alone reads a year into nearly anything. */
export function readDate(header: string | null): number | null {
  const instant = header?.endsWith(' GMT') ? Date.parse(header) : Number.NaN;
  return Number.isNaN(instant) ? null : instant;
}

function readAge(header: string | null): number {
  return /^\d{1,9}$/.test(header ?? '') ? Number(header) * SECOND_MS : 0;
}

// A date is read against the answer's own, never against the clock of this machine.
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
