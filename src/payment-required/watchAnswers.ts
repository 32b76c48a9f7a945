import { attempt } from '../lib/attempt.js';
import type { LicenseClient } from '../client/createLicenseClient.js';
import type { WatchedRequest } from './createRefusalStore.js';
import { pathBelow } from './pathBelow.js';
import { refusalStoreOf } from './refusalStoreOf.js';

const MAX_ID_LENGTH = 1_024;
// A copy costs a browser a millisecond: of a thousand requests that a page has sent at once, the first few of a kind, whose paths differ by an id
// alone, tell what all would, and those of a place nearly always.
const MAX_COPIES = 16;
const MAX_COPIES_OF_KIND = 8;
// A number, a UUID, a hash; `v1` is none.
const ID = /\/(?=[a-f-]*\d)[\da-f-]+(?![^/])/gi;

/** A 402, as the HTTP client of the host tells it. */
type RefusedAnswer = WatchedRequest & {
  /** By which it is known when it comes a second time. */
  readonly answer: object;
  readonly headers: Pick<Headers, 'has'>;
  readonly isBackground: () => boolean;
  readonly isAborted: () => boolean;
  /** The body as text, taken in the same turn, without taking it from the host; `null` where that can't be. */
  readonly copyBody: () => Promise<string | null>;
};

/** What the adapters of HTTP clients have in common: which answers matter, and what becomes of them. */
export type AnswerWatch = {
  /** Whether an answer with this status tells anything; nearly none does. */
  isRelevant(status: number): boolean;
  /** What a request is known by; `null` for one to another API. */
  request(url: string, method: string | undefined, body: unknown): WatchedRequest | null;
  record402(answer: RefusedAnswer): void;
  recordSuccess(request: WatchedRequest): void;
};

/** Watches the answers of the client's API for its refusals. */
export function watchAnswers(client: LicenseClient): AnswerWatch {
  const refusals = refusalStoreOf(client);
  // Where the requests went whose bodies are being read: of each its kind, and its place.
  const reading: string[] = [];
  return {
    isRelevant: (status) => status === 402 || (status >= 200 && status < 300 && refusals.isWaiting()),
    request(url, method = 'GET', body) {
      const path = pathBelow(client.baseUrl, url);
      // An address may stand for many features by its query or its body, and one of them may work.
      return path === null ? null : { path, id: `${method.toUpperCase()} ${path} ${url.split('?')[1] ?? ''} ${textOfBody(body)}` };
    },
    record402({ path, id, answer, headers, isBackground, isAborted, copyBody }) {
      // Where the head alone shows that it isn't about the license, the body is left alone.
      const ignored = headers.has('payment-required') || path === '/admin/license';
      const background = attempt(isBackground) ?? false;
      const receipt = refusals.record402(answer);
      if (receipt === null) return;
      const route = refusals.routeOf(path);
      const manner = `${background} ${id.split(' ', 1)}`;
      const kind = `${manner} ${path?.replace(ID, '/0')} ${route}`;
      const place = `${manner} ${path?.slice(0, path.lastIndexOf('/') + 1)}`;
      // Where nobody knows where they went, each may be about something else.
      const isFull = (where: string, most: number) => path !== null && reading.filter((each) => each === where).length >= most;
      const crowded = isFull(place, MAX_COPIES);
      if (isFull(kind, MAX_COPIES_OF_KIND) || (crowded && route === null)) {
        refusals.addRefusal(null);
        return;
      }
      const went = crowded ? [] : [kind, place];
      reading.push(...went);
      const body = ignored || crowded ? undefined : attempt(copyBody);
      const report = (text: string | null) => {
        for (const where of went) reading.splice(reading.indexOf(where), 1);
        refusals.addRefusal(isAborted() ? null : { path, id, headers, body: text, background, receipt });
      };
      void Promise.resolve(body ?? null).then(report, () => report(null));
    },
    recordSuccess: refusals.recordSuccess,
  };
}

/** Returns true if a `Purpose` or `Sec-Purpose` header marks the request as a prefetch. */
export function isPrefetch(headers: { get(name: string): unknown }): boolean {
  return /prefetch/i.test(`${headers.get('purpose')} ${headers.get('sec-purpose')}`);
}

let unreadBodies = 0;

// A body that can't be looked at, such as a stream, may be another one each time.
function textOfBody(body: unknown): string {
  if (body === null || body === undefined) return '';
  if (typeof body !== 'string' && !(body instanceof URLSearchParams)) {
    unreadBodies += 1;
    return `unread ${unreadBodies}`;
  }
  const text = String(body);
  return `${text.slice(0, MAX_ID_LENGTH)} ${text.length}`;
}
