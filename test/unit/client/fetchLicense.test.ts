import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchLicense, type LicenseRequest } from '../../../src/client/fetchLicense.js';
import { isCheckFailure, isLicenseError } from '../../../src/license/LicenseError.js';
import { propertyRuns } from '../../support/propertyRuns.js';

const BODY = JSON.stringify({
  tier: 'enterprise',
  entitlements: ['oidc'],
  expires_at: '2027-05-01T00:00:00Z',
  days_remaining: 359,
  grace_remaining_seconds: 0,
});
const DATE = 'Thu, 06 May 2026 12:00:00 GMT';

function ask(fetch: typeof globalThis.fetch, options: Partial<LicenseRequest> = {}, signal?: AbortSignal) {
  return fetchLicense({ url: 'http://127.0.0.1/admin/license', fetch, credentials: 'same-origin', timeoutMs: 1_000, ...options }, signal);
}

const answering = (body: BodyInit | null, init?: ResponseInit) => async () => new Response(body, init);

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('works in browsers without AbortSignal.any', async () => {
  const { any } = AbortSignal;
  Object.assign(AbortSignal, { any: undefined });
  try {
    const { report } = await ask(answering(BODY), {}, new AbortController().signal);
    expect(report.license.tier).toBe('enterprise');
  } finally {
    Object.assign(AbortSignal, { any });
  }
});

describe('a readable response', () => {
  it('contains the license and its Date', async () => {
    const { report, date } = await ask(answering(BODY, { headers: { date: DATE } }));
    expect(report.license.tier).toBe('enterprise');
    expect(date).toBe(Date.UTC(2026, 4, 6, 12));
  });

  it('is read with any content type', async () => {
    await expect(ask(answering(BODY, { headers: { 'content-type': 'text/plain' } }))).resolves.toBeTruthy();
  });

  it.each(['yesterday', '0', '2026', '2026-05-06T12:00:00Z', ''])('has no Date if the header is %j', async (date) => {
    expect((await ask(answering(BODY, { headers: { date } }))).date).toBeNull();
  });

  it('is requested without cache, without following redirects, and with the current token', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(answering(BODY));
    await ask(fetch, { authorization: async () => 'Bearer t', credentials: 'include' });
    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toBe('http://127.0.0.1/admin/license');
    expect(init).toMatchObject({ cache: 'no-store', redirect: 'manual', credentials: 'include' });
    expect(new Headers(init?.headers).get('authorization')).toBe('Bearer t');
  });

  it('is requested without an authorization header if there is no token', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(answering(BODY));
    await ask(fetch, { authorization: () => null });
    expect(new Headers(fetch.mock.calls[0]?.[1]?.headers).has('authorization')).toBe(false);
  });
});

describe('a response without a license', () => {
  it.each([
    [401, 'unauthorized'],
    [301, 'unauthorized'],
    [302, 'unauthorized'],
    [303, 'unauthorized'],
    [307, 'unauthorized'],
    [308, 'unauthorized'],
    [300, 'unreadable'],
    [304, 'unreadable'],
    [305, 'unreadable'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [429, 'rate-limited'],
    [500, 'server-error'],
    [503, 'server-error'],
    [402, 'unreadable'],
    [410, 'unreadable'],
    [204, 'unreadable'],
    [206, 'unreadable'],
  ])('with status %i fails as %s', async (status, code) => {
    await expect(ask(answering(status === 204 || status === 304 ? null : BODY, { status }))).rejects.toMatchObject({ code });
  });

  it.each([
    ['text/html; charset=utf-8', 'unreadable'],
    ['application/xhtml+xml', 'unreadable'],
    ['application/json', 'forbidden'],
    ['application/problem+json', 'forbidden'],
  ])('with status 403 and %s fails as %s', async (type, code) => {
    await expect(ask(answering('', { status: 403, headers: { 'content-type': type } }))).rejects.toMatchObject({ code });
  });

  it('is unauthorized if the fetch function of the app has followed a redirect', async () => {
    const response = new Response(BODY);
    Object.defineProperty(response, 'redirected', { value: true });
    await expect(ask(async () => response)).rejects.toMatchObject({ code: 'unauthorized' });
  });

  it.each([
    ['HTML', '<!doctype html><title>Sign in</title>'],
    ['nothing', ''],
    ['half a body', BODY.slice(0, 40)],
    ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
    ['an infinite number', BODY.replace('359', '1e999')],
  ])('is unreadable if its body contains %s', async (_, body) => {
    await expect(ask(answering(body))).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('is unreadable beyond 1 MiB, and the rest is not read', async () => {
    let pulled = 0;
    const cancelled = vi.fn();
    const body = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(65_536).fill(0x20));
      },
      cancel: cancelled,
    });
    await expect(ask(answering(body))).rejects.toMatchObject({ code: 'unreadable' });
    expect(pulled).toBeLessThan(20);
    expect(cancelled).toHaveBeenCalledOnce();
  });

  it('has its body cancelled if it is an error', async () => {
    const cancelled = vi.fn();
    await ask(answering(new ReadableStream({ cancel: cancelled }), { status: 500 })).catch(() => undefined);
    expect(cancelled).toHaveBeenCalledOnce();
  });
});

describe('Retry-After', () => {
  it.each([
    ['120', undefined, 120_000],
    ['0', undefined, 0],
    ['Thu, 06 May 2026 12:01:00 GMT', DATE, 60_000],
    ['Thu, 06 May 2026 11:00:00 GMT', DATE, 0],
    ['Thu, 06 May 2026 12:01:00 GMT', undefined, undefined],
    ['soon', DATE, undefined],
    ['-5', DATE, undefined],
    ['1e9', DATE, undefined],
  ])('%j with the Date %j is %j ms', async (value, date, retryAfterMs) => {
    const headers = new Headers({ 'retry-after': value, ...(date ? { date } : {}) });
    const error = await ask(answering('', { status: 429, headers })).catch((thrown) => thrown);
    expect(error.retryAfterMs).toBe(retryAfterMs);
  });
});

describe('a request without a response', () => {
  it('fails as unreachable, and does not expose the error of the fetch function', async () => {
    const failing = async () => {
      throw new TypeError('failed with header Authorization: Bearer secret');
    };
    const error = await ask(failing).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'unreachable' });
    expect(error.cause).toBeUndefined();
    expect(`${error.message}${error.stack}`).not.toContain('secret');
  });

  it('reports that a relative base URL does not work on a server', async () => {
    const error = await fetchLicense({ url: '/gateway/admin/license', fetch, credentials: 'same-origin', timeoutMs: 1_000 }).catch(
      (e) => e,
    );
    expect(error).toMatchObject({ code: 'unreachable', message: expect.stringContaining('baseUrl must be absolute') });
  });

  it('fails as offline if the browser is offline', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    await expect(ask(() => Promise.reject(new TypeError('x')))).rejects.toMatchObject({ code: 'offline' });
  });

  it('fails as unreachable when the connection breaks within the body', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"tier"'));
        controller.error(new TypeError('reset'));
      },
    });
    await expect(ask(answering(body))).rejects.toMatchObject({ code: 'unreachable' });
  });

  it.each([
    ['fetch that never answers and ignores its signal', () => new Promise<Response>(() => undefined)],
    ['body that never ends', answering(new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('{')) }))],
  ])('times out on a %s', async (_, fetch) => {
    vi.useFakeTimers();
    const outcome = ask(fetch).catch((thrown) => thrown);
    await vi.advanceTimersByTimeAsync(999);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await outcome).toMatchObject({ code: 'timeout' });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('times out if the token never arrives, and sends nothing', async () => {
    vi.useFakeTimers();
    const fetch = vi.fn<typeof globalThis.fetch>(answering(BODY));
    let release: (token: string) => void = () => undefined;
    const outcome = ask(fetch, { authorization: () => new Promise((resolve) => (release = resolve)) }).catch((thrown) => thrown);
    await vi.advanceTimersByTimeAsync(1_000);
    release('Bearer late');
    await vi.advanceTimersByTimeAsync(10);
    expect(await outcome).toMatchObject({ code: 'timeout' });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('rejects with the reason of the caller when the caller aborts', async () => {
    const caller = new AbortController();
    const outcome = ask(() => new Promise(() => undefined), {}, caller.signal).catch((thrown) => thrown);
    caller.abort('left the page');
    expect(await outcome).toBe('left the page');
  });
});

describe('any response', () => {
  it('is a license only with a 200, or a known failure with a valid wait and without an echo', async () => {
    const bodies = fc.oneof(
      fc.constant(BODY),
      fc.json(),
      fc.string({ unit: 'binary' }),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Uint8Array.from(bytes)),
      fc.constant(null),
    );
    const values = fc.constantFrom(
      '',
      '0',
      '7',
      '-7',
      '1e9',
      '9'.repeat(400),
      '99999999999999999999',
      DATE,
      'Thu, 06 May 2027 12:00:00 GMT',
      'soon',
      '2027',
    );
    const answers = fc.record({
      status: fc.oneof(fc.constantFrom(200, 200, 201, 204, 302, 401, 402, 403, 404, 429, 503), fc.integer({ min: 200, max: 599 })),
      body: bodies,
      date: values,
      retryAfter: values,
    });
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(answers, async ({ status, body, date, retryAfter }) => {
        const hasBody = ![204, 205, 304].includes(status);
        const headers = { date, 'retry-after': retryAfter };
        const outcome = await ask(answering(hasBody ? body : null, { status, headers }), { timeoutMs: 60_000 }).catch(
          (error: unknown) => error,
        );
        if (!isLicenseError(outcome)) {
          expect([status, Object(outcome).report.license.tier]).toEqual([
            200,
            expect.toSatisfy((tier) => tier === null || typeof tier === 'string'),
          ]);
          reached.add('license');
          return;
        }
        expect(isCheckFailure(outcome.code)).toBe(true);
        reached.add(outcome.code);
        if (typeof body === 'string' && body.length > 20) expect(outcome.message).not.toContain(body);
        const wait = outcome.retryAfterMs;
        expect(wait === undefined || (Number.isSafeInteger(wait) && wait >= 0)).toBe(true);
      }),
      { numRuns: propertyRuns(1_000) },
    );
    const due = ['license', 'unauthorized', 'forbidden', 'not-found', 'rate-limited', 'server-error', 'unreadable'];
    expect([...reached].sort()).toEqual(due.sort());
  }, 60_000);
});
