import type { LicenseClient } from '../client/createLicenseClient.js';
import { attempt } from '../lib/attempt.js';
import { isNeverAboutLicense, parsePaymentRequired } from './parsePaymentRequired.js';
import { parseUrl, pathBelow } from './pathBelow.js';
import { textOfValue } from './readText.js';
import { shownLicense, refusalStoreOf } from './refusalStoreOf.js';

/** A license client, or a function that returns the current one, and `null` while no user is signed in. */
export type LicenseClientSource = LicenseClient | (() => LicenseClient | null);

/** A response, in the terms that all HTTP clients share. */
export type ObservedResponse = {
  /** The same object if a response is observed twice. */
  readonly key: object;
  /** Returns a text that is equal for requests that count as the same. */
  readonly readRequestId: () => Promise<string>;
  readonly method: string | null;
  /** `null` if unknown. */
  readonly url: string | null;
  readonly headers: Headers;
  readonly isBackground: () => boolean;
  readonly isAborted: () => boolean;
  /** Reads a copy of the body. Takes the copy synchronously, before the app can read the body. */
  readonly readBody: () => Promise<string | null>;
};

// Limits the copies: each takes about a millisecond, and a page may receive a thousand 402s at once.
const MAX_BODIES = 8;
const MAX_ID_TEXT = 1_024;

/**
 * Records the refusal of a 402, and a success while refusals exist. Ignores other responses and other APIs. Never throws.
 *
 * @param read Describes the response. Called only for responses that matter, so that all others cost nothing.
 */
export function recordResponse(source: LicenseClientSource, status: unknown, read: () => ObservedResponse): void {
  attempt(() => {
    const isSuccess = typeof status === 'number' && status >= 200 && status <= 299;
    if (!isSuccess && status !== 402) return;
    const client = typeof source === 'function' ? source() : source;
    if (client === null || (isSuccess && !refusalStoreOf(client).isWaiting())) return;
    const response = read();
    const path = response.url === null ? null : pathBelow(client.baseUrl, response.url);
    if (response.url !== null && path === null) return;
    const { recordSuccess } = refusalStoreOf(client);
    const recording = isSuccess ? response.readRequestId().then(recordSuccess) : record402(client, path, response);
    recording.catch(() => undefined);
  });
}

async function record402(client: LicenseClient, path: string | null, response: ObservedResponse): Promise<void> {
  const { key, readRequestId, method, headers, isBackground, isAborted, readBody } = response;
  if (isNeverAboutLicense(path, headers)) return;
  const { entitlementRoutes, entitlementOf } = client.internals;
  const store = refusalStoreOf(client);
  const isCrowded = store.pendingCount() >= MAX_BODIES;
  const pending = store.begin402(key);
  if (pending === null) return;
  const background = attempt(isBackground) ?? false;
  // At the limit only the route map decides, because `entitlementOf` may need the body.
  const reading = (isCrowded ? null : attempt(readBody)?.catch(() => null)) ?? null;
  const [requestId, body] = await Promise.all([readRequestId(), reading]);
  const rules = isCrowded ? { entitlementRoutes } : { entitlementRoutes, entitlementOf };
  const entitlements = parsePaymentRequired({ method, path, headers, body }, rules, shownLicense(client)?.entitlements ?? []);
  const isUnread = isCrowded && !entitlements?.length;
  store.end402(pending, entitlements === null || isUnread || isAborted() ? null : { requestId, entitlements, background });
  if (isUnread) store.refresh({ force: false });
}

/**
 * Returns a text that is equal for equal requests. A body that has no text, such as `FormData`, makes it unique.
 *
 * @param params The query, if the URL does not contain it.
 */
export function createRequestId(method: string, url: string, body: unknown, params?: unknown): string {
  const { pathname = url, search = '' } = parseUrl(url) ?? {};
  const identify = (value: unknown) => (value == null ? '' : (textOfValue(value) ?? String(Math.random())));
  const text = identify(body);
  // The length distinguishes long bodies that start alike.
  return `${method.toUpperCase()} ${pathname}${search} ${identify(params)} ${text.slice(0, MAX_ID_TEXT)} ${text.length}`;
}

/** Returns true if a `Purpose` or `Sec-Purpose` header marks the request as a prefetch. */
export function isPrefetch(headers: Headers): boolean {
  return /prefetch/i.test(`${headers.get('purpose')} ${headers.get('sec-purpose')}`);
}

/** Converts the headers of any HTTP client. Returns none if they are invalid. */
export function toHeaders(headers: unknown): Headers {
  return attempt(() => new Headers(Object(headers))) ?? new Headers();
}
