import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLicenseClient, type LicenseClient } from '../../../src/client/createLicenseClient.js';
import type { LicenseClientOptions } from '../../../src/client/validateOptions.js';
import { isPaymentRequired } from '../../../src/payment-required/isPaymentRequired.js';
import { refusalStoreOf } from '../../../src/payment-required/refusalStoreOf.js';
import { recordResponse } from '../../../src/payment-required/recordResponse.js';
import { type WatchOptions, watchPaymentRequired } from '../../../src/payment-required/adapters/watchPaymentRequired.js';

const BASE = 'https://gateway.example';
const URL_402 = `${BASE}/admin/x`;
const FORM = new FormData();
const BODY = '{"detail":"Nicht lizenziert – 支払い","entitlement":"scim"}';

afterEach(() => {
  vi.useRealTimers();
});

function watch(fetch: typeof globalThis.fetch, options?: WatchOptions, clientOptions: Partial<LicenseClientOptions> = {}) {
  const offline = () => Promise.reject(new TypeError('offline'));
  const client = createLicenseClient({ baseUrl: BASE, scope: 'ada', ...clientOptions, fetch: offline });
  const scheduleRefresh = vi.fn();
  client.internals.observers.add({ license: () => null, refresh: async () => false, scheduleRefresh });
  return {
    client,
    refreshCount: () => scheduleRefresh.mock.calls.length,
    fetch: watchPaymentRequired(fetch, client, options),
    refused: () =>
      refusalStoreOf(client)
        .refusals()
        .map(({ entitlement }) => entitlement),
  };
}

const create402 = (body: BodyInit | null = BODY, init: ResponseInit = {}) => new Response(body, { status: 402, ...init });
const flushPromises = () => new Promise((resolve) => setImmediate(resolve));

describe('watchPaymentRequired and the app’s response', () => {
  it('returns the response of the app’s fetch, unread', async () => {
    const response = create402();
    const { fetch } = watch(async () => response);
    expect(await fetch(URL_402)).toBe(response);
    expect(response.bodyUsed).toBe(false);
  });

  it.each([
    ['text', (response: Response) => response.text()],
    ['JSON', async (response: Response) => JSON.stringify(await response.json())],
    ['a blob', async (response: Response) => (await response.blob()).text()],
    ['a buffer', async (response: Response) => new TextDecoder().decode(await response.arrayBuffer())],
    ['a clone', (response: Response) => response.clone().text()],
    [
      'a stream',
      async (response: Response) => {
        let text = '';
        for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) text += chunk;
        return text;
      },
    ],
  ])('leaves the response readable as %s, byte for byte, before and after the watcher reads its copy', async (_, read) => {
    for (const wait of [async () => undefined, flushPromises]) {
      const { fetch, refused } = watch(async () => create402());
      const response = await fetch(URL_402);
      await wait();
      expect(await read(response)).toBe(BODY);
      await vi.waitFor(() => expect(refused()).toEqual(['scim']));
    }
  });

  it('leaves a response readable in full if it exceeds the watcher’s limit', async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(60_000));
    const large = new Blob([bytes, bytes, bytes, bytes]);
    const { fetch } = watch(async () => create402(large));
    const read = new Uint8Array(await (await fetch(URL_402)).arrayBuffer());
    expect(Buffer.from(read).equals(Buffer.from(await large.arrayBuffer()))).toBe(true);
  });

  it('copies no response except a 402 of this API', async () => {
    const { fetch } = watch(async (input) => {
      const response = new Response(BODY, { status: String(input).endsWith('ok') ? 200 : 402 });
      response.clone = () => {
        throw new Error('copied');
      };
      return response;
    });
    await expect(fetch(`${BASE}/ok`)).resolves.toBeTruthy();
    await expect(fetch('https://elsewhere.example/admin/x')).resolves.toBeTruthy();
  });

  it('reads at most 8 bodies at a time, and uses only the route of further 402s', async () => {
    const closers: (() => void)[] = [];
    const entitlementOf = vi.fn(() => undefined);
    const { fetch, refused, refreshCount } = watch(
      async () => {
        const response = create402();
        response.clone = () => create402(new ReadableStream({ start: (controller) => void closers.push(() => controller.close()) }));
        return response;
      },
      undefined,
      { entitlementRoutes: { '/admin/mapped': 'oidc' }, entitlementOf },
    );
    for (let index = 0; index < 20; index += 1) await fetch(`${URL_402}/${index}`);
    expect(closers).toHaveLength(8);
    await fetch(`${BASE}/v1/chat`);
    await flushPromises();
    expect([refused(), refreshCount()]).toEqual([[], 13]);
    await fetch(`${BASE}/admin/mapped`);
    await flushPromises();
    expect([refused(), refreshCount()]).toEqual([['oidc'], 14]);
    expect(entitlementOf).not.toHaveBeenCalled();
    closers[0]?.();
    await flushPromises();
    await fetch(URL_402);
    expect(closers).toHaveLength(9);
    for (const close of closers.slice(1)) close();
    await flushPromises();
    for (let index = 0; index < 20; index += 1) await fetch(`${URL_402}/${index}`);
    expect(closers).toHaveLength(9 + 8);
  });

  it('counts errors without a URL toward the limit of 8 bodies', async () => {
    const { client, refused } = watch(async () => create402());
    for (let index = 0; index < 9; index += 1)
      recordResponse(client, 402, () => ({
        key: {},
        readRequestId: async () => `query ${index}`,
        method: null,
        url: null,
        headers: new Headers(),
        isBackground: () => false,
        isAborted: () => false,
        readBody: async () => JSON.stringify({ entitlement: index < 8 ? 'oidc' : 'vault' }),
      }));
    await flushPromises();
    expect(refused()).toEqual(['oidc']);
  });

  it('uses the route if the app’s fetch has read the body before the watcher', async () => {
    const { fetch, refused } = watch(async () => {
      const response = create402();
      await response.text();
      return response;
    });
    await fetch(`${BASE}/admin/audit/export`);
    await vi.waitFor(() => expect(refused()).toEqual(['audit_export']));
  });

  it('records a 402 even if the app cancels its body', async () => {
    const { fetch, refused } = watch(async () => create402());
    const response = await fetch(URL_402);
    await response.body?.cancel();
    await vi.waitFor(() => expect(refused()).toEqual(['scim']));
  });

  it('cancels an endless body after two seconds and uses the route', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), ms);
      return controller.signal;
    });
    const cancelled = vi.fn();
    const { fetch, refused } = watch(async () => create402(new ReadableStream({ cancel: cancelled })));
    const response = await fetch(`${BASE}/admin/audit/export`);
    const cancelling = response.body?.cancel();
    await vi.advanceTimersByTimeAsync(2_000);
    await cancelling;
    expect(refused()).toEqual(['audit_export']);
    expect(cancelled).toHaveBeenCalledOnce();
    timeout.mockRestore();
  });

  it('uses the route if the body stream fails', async () => {
    const broken = new ReadableStream({ start: (controller) => controller.error(new TypeError('reset')) });
    const { fetch, refused } = watch(async () => create402(broken));
    await fetch(`${BASE}/admin/audit/export`);
    await vi.waitFor(() => expect(refused()).toEqual(['audit_export']));
  });

  it('uses the route if the response has no body, as for HEAD', async () => {
    const { fetch, refused } = watch(async () => create402(null));
    await fetch(`${BASE}/admin/audit/export`, { method: 'HEAD' });
    await vi.waitFor(() => expect(refused()).toEqual(['audit_export']));
  });

  it('ignores a 402 from another origin after a redirect', async () => {
    const { fetch, refused } = watch(async () => {
      const response = create402();
      Object.defineProperty(response, 'url', { value: 'https://elsewhere.example/pay' });
      return response;
    });
    await fetch(URL_402);
    await flushPromises();
    expect(refused()).toEqual([]);
  });
});

describe('watchPaymentRequired and the app’s errors', () => {
  it('passes on a rejection and a synchronous throw of the app’s fetch', async () => {
    const failure = new TypeError('refused');
    await expect(watch(() => Promise.reject(failure)).fetch(URL_402)).rejects.toBe(failure);
    const throwing = watch(() => {
      throw failure;
    });
    expect(() => throwing.fetch(URL_402)).toThrow(failure);
  });

  it('leaves a rejection of the app’s fetch unhandled, and adds no unhandled rejection of its own', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const failure = new TypeError('unhandled');
    void watch(() => Promise.reject(failure)).fetch(URL_402);
    const nonResponses = [{ status: 402, ok: false, json: async () => ({}) }, undefined, { status: 402, url: URL_402 }].map((response) =>
      watch(async () => Object(response)).fetch(URL_402),
    );
    await Promise.all(nonResponses);
    const { fetch } = watch(async () => create402(), {
      isBackground: () => {
        throw new Error('a bug in the app’s callback');
      },
    });
    await fetch(URL_402);
    await flushPromises();
    expect(unhandled.mock.calls.map(([reason]) => reason)).toEqual([failure]);
    process.off('unhandledRejection', unhandled);
  });

  it('rejects with the reason of an abort', async () => {
    const { fetch } = watch(
      (_, init) => new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))),
    );
    const controller = new AbortController();
    const pending = fetch(URL_402, { signal: controller.signal });
    controller.abort('left');
    await expect(pending).rejects.toBe('left');
  });
});

describe('watchPaymentRequired and the app’s request', () => {
  it('returns a value that is not a response, and leaves no 402 pending', async () => {
    const { client, fetch } = watch(async () => Object({ status: 402, url: URL_402 }));
    expect(await fetch(URL_402)).toEqual({ status: 402, url: URL_402 });
    await flushPromises();
    expect(refusalStoreOf(client).isWaiting()).toBe(false);
  });

  it('passes the arguments to the app’s fetch unchanged', async () => {
    const appFetch = vi.fn<typeof globalThis.fetch>(async () => new Response('ok'));
    const init = { method: 'POST', body: '{}' };
    await watch(appFetch).fetch(URL_402, init);
    expect(appFetch.mock.calls).toEqual([[URL_402, init]]);
    expect(appFetch.mock.calls[0]?.[1]).toBe(init);
  });

  it.each([
    ['a string', URL_402],
    ['a `URL`', new URL(URL_402)],
    ['a `Request`', new Request(URL_402)],
  ])('records the 402 of a request given as %s', async (_, input) => {
    const { fetch, refused } = watch(async () => create402());
    await fetch(input);
    await vi.waitFor(() => expect(refused()).toEqual(['scim']));
  });

  it.each([
    ['a header in the options', [URL_402, { headers: { 'sec-purpose': 'prefetch;prerender' } }]],
    ['a header of the `Request`', [new Request(URL_402, { headers: { purpose: 'prefetch' } })]],
  ] as [string, Parameters<typeof fetch>][])('records a silent refusal if %s marks the request as a prefetch', async (_, args) => {
    const { fetch, client } = watch(async () => create402());
    await fetch(...args);
    await vi.waitFor(() => expect(refusalStoreOf(client).refusals()).toMatchObject([{ entitlement: 'scim', isSilent: true }]));
    await fetch(URL_402);
    await vi.waitFor(() => expect(refusalStoreOf(client).refusals()).toMatchObject([{ entitlement: 'scim', isSilent: false }]));
  });

  it('records a silent refusal if `isBackground` returns true', async () => {
    const { fetch, client } = watch(async () => create402(), { isBackground: (_, init) => init?.priority === 'low' });
    await fetch(URL_402, { priority: 'low' });
    await vi.waitFor(() => expect(refusalStoreOf(client).refusals()).toMatchObject([{ isSilent: true }]));
  });
});

describe('watchPaymentRequired', () => {
  it('records a refusal even if `isBackground` throws', async () => {
    const { fetch, refused } = watch(async () => create402(), {
      isBackground: () => {
        throw new Error('a bug in the app’s callback');
      },
    });
    await fetch(URL_402);
    await flushPromises();
    expect(refused()).toEqual(['scim']);
  });

  it('records no refusal if the app aborts the request before the body is read', async () => {
    const controller = new AbortController();
    const { client, fetch, refused } = watch(async () => create402());
    await fetch(URL_402, { signal: controller.signal });
    controller.abort();
    await flushPromises();
    expect([refused(), refusalStoreOf(client).isWaiting()]).toEqual([[], false]);
  });

  it.each([
    ['ends a refusal after a success with the same query', '?a=1', '?a=1', undefined, undefined, true],
    ['keeps a refusal after a success with another query', '?a=1', '?a=2', undefined, undefined, false],
    ['ends a refusal after a success with the same text body', '', '', '{"query":"a"}', '{"query":"a"}', true],
    ['keeps a refusal after a success with another text body', '', '', '{"query":"a"}', '{"query":"b"}', false],
    ['ends a refusal after a success with the same form body', '', '', new URLSearchParams('a=1'), new URLSearchParams('a=1'), true],
    ['keeps a refusal after a success with a body that cannot be compared', '', '', new Blob(['a']), new Blob(['a']), false],
    ['keeps a refusal after a success with a form that may contain files', '', '', FORM, FORM, false],
  ] as const)('%s', async (_, query, nextQuery, body, nextBody, isEnded) => {
    for (const asRequest of [false, true]) {
      let response = create402();
      const { fetch, refused } = watch(async () => response);
      const send = (search: string, content: BodyInit | undefined) => {
        const init = content === undefined ? {} : { method: 'POST', body: content };
        return asRequest ? fetch(new Request(`${URL_402}${search}`, init)) : fetch(`${URL_402}${search}`, init);
      };
      await send(query, body);
      await flushPromises();
      expect(refused()).toEqual(['scim']);
      response = new Response('{}');
      await send(nextQuery, nextBody);
      await flushPromises();
      expect(refused()).toEqual(isEnded ? [] : ['scim']);
    }
  });

  it.each([
    ['text/plain;charset=UTF-8', 'a,b', true],
    ['text/plain', 'a text file', false],
    ['text/csv', 'a,b', false],
    ['application/problem+json', '{}', true],
    ['Application/JSON; charset=utf-8', '{}', true],
    ['application/json-seq', '{}', false],
    ['application/json', '['.repeat(65_537), false],
    ['application/octet-stream', 'a', false],
  ])('compares the body of a `Request` with the type %s only if it is a text of at most 64 KiB', async (type, body, isEnded) => {
    let response = create402();
    const { fetch, refused } = watch(async () => response);
    const send = () => fetch(new Request(URL_402, { method: 'POST', body, headers: { 'content-type': type } }));
    await send();
    await vi.waitFor(() => expect(refused()).toEqual(['scim']));
    response = new Response('{}');
    await send();
    await flushPromises();
    expect(refused()).toEqual(isEnded ? [] : ['scim']);
  });

  it('compares the body of a `Request` in browsers without `Request.body`', async () => {
    let response = create402();
    const { fetch, refused } = watch(async () => response);
    const send = (body: string) => {
      const withoutBody = (request: Request): Request =>
        Object.defineProperties(request, {
          body: { value: undefined },
          clone: { value: () => withoutBody(Request.prototype.clone.call(request)) },
        });
      return fetch(withoutBody(new Request(URL_402, { method: 'POST', body })));
    };
    await send('a');
    await vi.waitFor(() => expect(refused()).toEqual(['scim']));
    response = new Response('{}');
    await send('b');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(refused()).toEqual(['scim']);
    await send('a');
    await vi.waitFor(() => expect(refused()).toEqual([]));
  });

  it('clones a `Request` only if it has a text body, and reads the clone only for responses that matter', async () => {
    const clone = vi.spyOn(Request.prototype, 'clone');
    let response = new Response('{}');
    const { fetch } = watch(async () => response);
    const json = { 'content-type': 'application/json' };
    const form = new FormData();
    form.set('file', new Blob(['a']));
    await fetch(new Request(URL_402, { headers: json }));
    await fetch(new Request(URL_402, { method: 'HEAD', headers: json }));
    await fetch(new Request(URL_402, { method: 'POST', headers: json }));
    await fetch(new Request(URL_402, { method: 'PUT', body: new Blob(['a'], { type: 'image/png' }) }));
    await fetch(new Request(URL_402, { method: 'POST', body: form }));
    await fetch(new Request(URL_402, { method: 'POST', body: '{}' }), { body: '{}' });
    expect(clone).not.toHaveBeenCalled();
    const send = () => fetch(new Request(URL_402, { method: 'POST', body: '{}', headers: json }));
    await send();
    response = create402(null, { headers: { 'payment-required': 'e30=' } });
    await send();
    response = create402();
    await send();
    await flushPromises();
    expect(clone.mock.results.map(({ value }) => value.bodyUsed)).toEqual([false, false, true]);
    clone.mockRestore();
  });

  it('passes on the app’s `Request` unread, and leaves a used one to the app’s fetch', async () => {
    const appFetch = vi.fn(async (input: Request) => new Response(await input.text()));
    const { fetch } = watch(Object(appFetch));
    const request = new Request(URL_402, { method: 'POST', body: '{}' });
    expect(await (await fetch(request)).text()).toBe('{}');
    expect(appFetch.mock.calls[0]?.[0]).toBe(request);
    await expect(fetch(request)).rejects.toThrow(TypeError);
  });

  it.each(['DELETE', 'POST', 'PUT'])(
    'ends a refusal after the same %s without a body succeeds, as ky and openapi-fetch send it',
    async (method) => {
      let response = create402();
      const { fetch, refused } = watch(async () => response);
      await fetch(new Request(URL_402, { method }));
      await flushPromises();
      expect(refused()).toEqual(['scim']);
      response = new Response('{}');
      await fetch(new Request(URL_402, { method }));
      await flushPromises();
      expect(refused()).toEqual([]);
    },
  );

  it('records a 402 once if two nested wrappers share a client', async () => {
    const client = createLicenseClient({ baseUrl: BASE, scope: 'ada' });
    const end402 = vi.spyOn(refusalStoreOf(client), 'end402');
    const fetch = watchPaymentRequired(
      watchPaymentRequired(async () => create402(), client),
      client,
    );
    await fetch(URL_402);
    await flushPromises();
    expect(end402).toHaveBeenCalledTimes(1);
  });

  it('records a 402 for both clients if nested wrappers watch the same API', async () => {
    const clients = ['ada', 'eve'].map((scope) => createLicenseClient({ baseUrl: BASE, scope }));
    const [ada, eve] = clients;
    if (!ada || !eve) throw new Error('There are two clients.');
    const fetch = watchPaymentRequired(
      watchPaymentRequired(async () => create402(), ada),
      eve,
    );
    await fetch(URL_402);
    await vi.waitFor(() => expect(clients.map((client) => refusalStoreOf(client).refusals().length)).toEqual([1, 1]));
  });

  it('records a 402 only for the client of its API if nested wrappers watch two APIs', async () => {
    const [one, two] = [BASE, 'https://other.example'].map((baseUrl) => createLicenseClient({ baseUrl, scope: 'ada' }));
    if (!one || !two) throw new Error('There are two clients.');
    const fetch = watchPaymentRequired(
      watchPaymentRequired(async () => create402(), one),
      two,
    );
    await fetch(URL_402);
    await fetch('https://other.example/y');
    await vi.waitFor(() => expect([one, two].map((client) => refusalStoreOf(client).refusals().length)).toEqual([1, 1]));
  });

  it('sends no request of its own', async () => {
    const appFetch = vi.fn<typeof globalThis.fetch>(async () => create402());
    await watch(appFetch).fetch(URL_402);
    await flushPromises();
    expect(appFetch).toHaveBeenCalledTimes(1);
  });
});

describe('watchPaymentRequired with a function as client', () => {
  it('calls the function for each response, so that the app can wrap its fetch before the user signs in', async () => {
    const clients = ['ada', 'eve'].map((scope) => createLicenseClient({ baseUrl: BASE, scope }));
    let current: LicenseClient | null = null;
    const getClient = vi.fn(() => current);
    const fetch = watchPaymentRequired(async () => create402(), getClient);
    await fetch(URL_402);
    for (current of clients) await fetch(URL_402);
    current = null;
    await fetch(URL_402);
    await flushPromises();
    expect(clients.map((client) => refusalStoreOf(client).refusals().length)).toEqual([1, 1]);
    expect(getClient).toHaveBeenCalledTimes(4);
  });

  it('leaves the response readable if the function throws or returns no client', async () => {
    for (const getClient of [() => undefined as never, () => Object({}), (): never => expect.fail('a bug in the app')]) {
      const fetch = watchPaymentRequired(async () => create402(), getClient);
      expect(await (await fetch(URL_402)).text()).toBe(BODY);
    }
  });
});

describe('watchPaymentRequired and the global fetch', () => {
  afterEach(() => vi.unstubAllGlobals());
  const client = createLicenseClient({ baseUrl: BASE, scope: 'ada' });
  const create = (text: string) => vi.fn<typeof globalThis.fetch>(async () => new Response(text));

  it('looks up the global fetch for each call, so that later patches apply', async () => {
    const fetch = watchPaymentRequired(globalThis.fetch, client);
    vi.stubGlobal('fetch', create('patched'));
    expect(await (await fetch(URL_402)).text()).toBe('patched');
    vi.stubGlobal('fetch', create('patched again'));
    expect(await (await fetch(URL_402)).text()).toBe('patched again');
  });

  it('calls the original fetch once if the app assigns two nested wrappers and a patch to the global', async () => {
    const original = create('original');
    vi.stubGlobal('fetch', original);
    globalThis.fetch = watchPaymentRequired(globalThis.fetch, client);
    globalThis.fetch = watchPaymentRequired(globalThis.fetch, client);
    await Promise.resolve();
    const { fetch } = globalThis;
    globalThis.fetch = async (...args) => fetch(...args);
    expect(await (await globalThis.fetch(URL_402)).text()).toBe('original');
    expect(original).toHaveBeenCalledTimes(1);
  });

  it.each([
    [
      'synchronously',
      (api: typeof globalThis.fetch): typeof globalThis.fetch =>
        (input, init) =>
          api(input, init),
    ],
    [
      'after an await, as a new request',
      (api: typeof globalThis.fetch): typeof globalThis.fetch =>
        async (input, init) => {
          await Promise.resolve();
          return api(new Request(input, init));
        },
    ],
  ])('calls the original fetch once if a patch of the app calls the watched fetch %s', async (_, patch) => {
    const original = create('original');
    vi.stubGlobal('fetch', original);
    const api = watchPaymentRequired(globalThis.fetch, client);
    globalThis.fetch = patch(api);
    for (let call = 1; call <= 2; call += 1) {
      expect(await (await globalThis.fetch(URL_402)).text()).toBe('original');
      expect(original).toHaveBeenCalledTimes(call);
    }
    await expect(Promise.all([api(URL_402), globalThis.fetch(URL_402)])).resolves.toHaveLength(2);
  });

  it('is called once by an asynchronous patch on top of a watched global fetch', async () => {
    vi.stubGlobal('fetch', create('original'));
    globalThis.fetch = watchPaymentRequired(globalThis.fetch, client);
    await Promise.resolve();
    const { fetch } = globalThis;
    const patch = vi.fn<typeof globalThis.fetch>(async (...args) => {
      await Promise.resolve();
      return fetch(...args);
    });
    vi.stubGlobal('fetch', patch);
    expect(await (await globalThis.fetch(URL_402)).text()).toBe('original');
    expect(patch).toHaveBeenCalledTimes(1);
  });

  it('keeps looking up the global fetch if the app assigns a wrapper of another client to it', async () => {
    vi.stubGlobal('fetch', create('original'));
    const api = watchPaymentRequired(globalThis.fetch, client);
    globalThis.fetch = watchPaymentRequired(globalThis.fetch, createLicenseClient({ baseUrl: BASE, scope: 'eve' }));
    await Promise.resolve();
    expect(await (await api(URL_402)).text()).toBe('original');
    vi.stubGlobal('fetch', create('patched'));
    expect(await (await api(URL_402)).text()).toBe('patched');
  });

  it('ignores the global fetch if the app passes another fetch', async () => {
    const appFetch = create('own');
    const fetch = watchPaymentRequired(appFetch, client);
    vi.stubGlobal('fetch', create('patched'));
    expect(await (await fetch(URL_402)).text()).toBe('own');
  });
});

describe('isPaymentRequired', () => {
  it('returns false for an error whose getter throws', () => {
    const error = Object.defineProperty(new Error('odd'), 'response', {
      get() {
        throw new Error('getter');
      },
    });
    expect(isPaymentRequired(error)).toBe(false);
  });

  it.each([
    [true, '`status` 402', { status: 402 }],
    [true, '`statusCode` 402', { statusCode: 402 }],
    [true, 'an error with a 402 response', Object.assign(new Error('ky'), { response: { status: 402 } })],
    [true, 'an error caused by `status` 402', new Error('wrapped', { cause: { status: 402 } })],
    [
      true,
      'an error caused by an error with a 402 response',
      new Error('wrapped', { cause: Object.assign(new Error('ky'), { response: { status: 402 } }) }),
    ],
    [false, '`status` 403', { status: 403 }],
    [false, 'an error that mentions 402 only in its message', new Error('402')],
    [false, 'null', null],
    [false, 'undefined', undefined],
    [false, 'the string 402', '402'],
  ])('returns %s for %s', (expected, _, error) => {
    expect(isPaymentRequired(error)).toBe(expected);
  });
});
