import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLicenseClient, type LicenseClient } from '../../../src/client/createLicenseClient.js';
import type { LicenseClientOptions } from '../../../src/client/validateOptions.js';
import { isPaymentRequired } from '../../../src/payment-required/isPaymentRequired.js';
import { refusalStoreOf } from '../../../src/payment-required/refusalStoreOf.js';
import { recordResponse } from '../../../src/payment-required/recordResponse.js';
import { type WatchOptions, watchPaymentRequired } from '../../../src/payment-required/adapters/watchPaymentRequired.js';

const BASE = 'https://gateway.example';
const URL_402 = `${BASE}/admin/x`;
const BODY = '{"detail":"Nicht lizenziert – 支払い","entitlement":"scim"}';

afterEach(() => {
  vi.useRealTimers();
});

function watch(fetch: typeof globalThis.fetch, options?: WatchOptions, clientOptions: Partial<LicenseClientOptions> = {}) {
  const off = () => Promise.reject(new TypeError('off'));
  const client = createLicenseClient({ baseUrl: BASE, scope: 'ada', ...clientOptions, fetch: off });
  const scheduleRefresh = vi.fn();
  client.internals.observers.add({ license: () => null, refresh: async () => false, scheduleRefresh });
  return {
    client,
    checks: () => scheduleRefresh.mock.calls.length,
    fetch: watchPaymentRequired(fetch, client, options),
    refused: () =>
      refusalStoreOf(client)
        .refusals()
        .map(({ entitlement }) => entitlement),
  };
}

const refusing = (body: BodyInit | null = BODY, init: ResponseInit = {}) => new Response(body, { status: 402, ...init });
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the host’s own response', () => {
  it('is the same response, unread', async () => {
    const response = refusing();
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
  ])('can be read as %s, byte for byte, before and after the watcher has read it', async (_, read) => {
    for (const wait of [async () => undefined, settle]) {
      const { fetch, refused } = watch(async () => refusing());
      const response = await fetch(URL_402);
      await wait();
      expect(await read(response)).toBe(BODY);
      await vi.waitFor(() => expect(refused()).toEqual(['scim']));
    }
  });

  it('can be read whole where it is larger than what the watcher reads', async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(60_000));
    const large = new Blob([bytes, bytes, bytes, bytes]);
    const { fetch } = watch(async () => refusing(large));
    const read = new Uint8Array(await (await fetch(URL_402)).arrayBuffer());
    expect(Buffer.from(read).equals(Buffer.from(await large.arrayBuffer()))).toBe(true);
  });

  it('is not copied unless it is a 402 of this API', async () => {
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

  it('reads at most 8 bodies at a time, and of the others only the route', async () => {
    const ends: (() => void)[] = [];
    const entitlementOf = vi.fn(() => undefined);
    const { fetch, refused, checks } = watch(
      async () => {
        const response = refusing();
        response.clone = () => refusing(new ReadableStream({ start: (controller) => void ends.push(() => controller.close()) }));
        return response;
      },
      undefined,
      { entitlementRoutes: { '/admin/mapped': 'oidc' }, entitlementOf },
    );
    for (let at = 0; at < 20; at += 1) await fetch(`${URL_402}/${at}`);
    expect(ends).toHaveLength(8);
    await fetch(`${BASE}/v1/chat`);
    expect([refused(), checks()]).toEqual([[], 12]);
    await fetch(`${BASE}/admin/mapped`);
    await settle();
    expect([refused(), checks()]).toEqual([['oidc'], 13]);
    expect(entitlementOf).not.toHaveBeenCalled();
    ends[0]?.();
    await settle();
    await fetch(URL_402);
    expect(ends).toHaveLength(9);
    for (const end of ends.slice(1)) end();
    await settle();
    for (let at = 0; at < 20; at += 1) await fetch(`${URL_402}/${at}`);
    expect(ends).toHaveLength(9 + 8);
  });

  it('counts the bodies of errors without a URL, too', async () => {
    const { client, refused } = watch(async () => refusing());
    for (let at = 0; at < 9; at += 1)
      recordResponse(client, 402, () => ({
        key: {},
        requestId: `query ${at}`,
        method: null,
        url: null,
        headers: new Headers(),
        isBackground: () => false,
        isAborted: () => false,
        readBody: async () => JSON.stringify({ entitlement: at < 8 ? 'oidc' : 'vault' }),
      }));
    await settle();
    expect(refused()).toEqual(['oidc']);
  });

  it('may be read by the host before anybody else can: then the route tells', async () => {
    const { fetch, refused } = watch(async () => {
      const response = refusing();
      await response.text();
      return response;
    });
    await fetch(`${BASE}/admin/audit/export`);
    await vi.waitFor(() => expect(refused()).toEqual(['audit_export']));
  });

  it('may be ignored, or cancelled, and the watcher hears of it all the same', async () => {
    const { fetch, refused } = watch(async () => refusing());
    const response = await fetch(URL_402);
    await response.body?.cancel();
    await vi.waitFor(() => expect(refused()).toEqual(['scim']));
  });

  it('may have a body that never ends: the watcher gives up after two seconds, and lets go of it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), ms);
      return controller.signal;
    });
    const cancelled = vi.fn();
    const { fetch, refused } = watch(async () => refusing(new ReadableStream({ cancel: cancelled })));
    const response = await fetch(`${BASE}/admin/audit/export`);
    const dropped = response.body?.cancel();
    await vi.advanceTimersByTimeAsync(2_000);
    await dropped;
    expect(refused()).toEqual(['audit_export']);
    expect(cancelled).toHaveBeenCalledOnce();
    timeout.mockRestore();
  });

  it('may break off', async () => {
    const broken = new ReadableStream({ start: (controller) => controller.error(new TypeError('reset')) });
    const { fetch, refused } = watch(async () => refusing(broken));
    await fetch(`${BASE}/admin/audit/export`);
    await vi.waitFor(() => expect(refused()).toEqual(['audit_export']));
  });

  it('may be without a body, as after HEAD', async () => {
    const { fetch, refused } = watch(async () => refusing(null));
    await fetch(`${BASE}/admin/audit/export`, { method: 'HEAD' });
    await vi.waitFor(() => expect(refused()).toEqual(['audit_export']));
  });

  it('counts for the address that it came from, after a redirect', async () => {
    const { fetch, refused } = watch(async () => {
      const response = refusing();
      Object.defineProperty(response, 'url', { value: 'https://elsewhere.example/pay' });
      return response;
    });
    await fetch(URL_402);
    await settle();
    expect(refused()).toEqual([]);
  });
});

describe('the host’s own errors', () => {
  it('pass through: a rejection, and a fetch that throws at once', async () => {
    const failure = new TypeError('refused');
    await expect(watch(() => Promise.reject(failure)).fetch(URL_402)).rejects.toBe(failure);
    const throwing = watch(() => {
      throw failure;
    });
    expect(() => throwing.fetch(URL_402)).toThrow(failure);
  });

  it('reach the page as unhandled where nobody handles them, and the watcher adds none of its own', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const failure = new TypeError('nobody handles this');
    void watch(() => Promise.reject(failure)).fetch(URL_402);
    const odd = [{ status: 402, ok: false, json: async () => ({}) }, undefined, { status: 402, url: URL_402 }].map((response) =>
      watch(async () => Object(response)).fetch(URL_402),
    );
    await Promise.all(odd);
    const { fetch } = watch(async () => refusing(), {
      isBackground: () => {
        throw new Error('a callback of the host’s');
      },
    });
    await fetch(URL_402);
    await settle();
    expect(unhandled.mock.calls.map(([reason]) => reason)).toEqual([failure]);
    process.off('unhandledRejection', unhandled);
  });

  it('pass through as an abort', async () => {
    const { fetch } = watch(
      (_, init) => new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))),
    );
    const controller = new AbortController();
    const answer = fetch(URL_402, { signal: controller.signal });
    controller.abort('left');
    await expect(answer).rejects.toBe('left');
  });
});

describe('what is asked', () => {
  it('may be answered by something that is no response, which leaves nothing behind', async () => {
    const { client, fetch } = watch(async () => Object({ status: 402, url: URL_402 }));
    expect(await fetch(URL_402)).toEqual({ status: 402, url: URL_402 });
    await settle();
    expect(refusalStoreOf(client).isWaiting()).toBe(false);
  });

  it('is what the host asked, with the arguments untouched', async () => {
    const inner = vi.fn<typeof globalThis.fetch>(async () => new Response('ok'));
    const init = { method: 'POST', body: '{}' };
    await watch(inner).fetch(URL_402, init);
    expect(inner.mock.calls).toEqual([[URL_402, init]]);
    expect(inner.mock.calls[0]?.[1]).toBe(init);
  });

  it.each([
    ['text', URL_402],
    ['a URL', new URL(URL_402)],
    ['a request', new Request(URL_402)],
  ])('may be %s', async (_, input) => {
    const { fetch, refused } = watch(async () => refusing());
    await fetch(input);
    await vi.waitFor(() => expect(refused()).toEqual(['scim']));
  });

  it.each([
    ['a header in the options', [URL_402, { headers: { 'sec-purpose': 'prefetch;prerender' } }]],
    ['a header of the request', [new Request(URL_402, { headers: { purpose: 'prefetch' } })]],
  ] as [string, Parameters<typeof fetch>][])('raises no notice where %s says that nobody waits', async (_, request) => {
    const { fetch, client } = watch(async () => refusing());
    await fetch(...request);
    await vi.waitFor(() => expect(refusalStoreOf(client).refusals()).toMatchObject([{ entitlement: 'scim', isSilent: true }]));
    await fetch(URL_402);
    await vi.waitFor(() => expect(refusalStoreOf(client).refusals()).toMatchObject([{ entitlement: 'scim', isSilent: false }]));
  });

  it('raises none where the host says so', async () => {
    const { fetch, client } = watch(async () => refusing(), { isBackground: (_, init) => init?.priority === 'low' });
    await fetch(URL_402, { priority: 'low' });
    await vi.waitFor(() => expect(refusalStoreOf(client).refusals()).toMatchObject([{ isSilent: true }]));
  });
});

describe('a watcher', () => {
  it('raises one all the same where the host’s callback throws', async () => {
    const { fetch, refused } = watch(async () => refusing(), {
      isBackground: () => {
        throw new Error('a callback of the host’s');
      },
    });
    await fetch(URL_402);
    await settle();
    expect(refused()).toEqual(['scim']);
  });

  it('raises none where the host has aborted it', async () => {
    const controller = new AbortController();
    const { client, fetch, refused } = watch(async () => refusing());
    await fetch(URL_402, { signal: controller.signal });
    controller.abort();
    await settle();
    expect([refused(), refusalStoreOf(client).isWaiting()]).toEqual([[], false]);
  });

  it.each([
    ['the same query', '?a=1', '?a=1', undefined, undefined, true],
    ['another query', '?a=1', '?a=2', undefined, undefined, false],
    ['the same text', '', '', '{"query":"a"}', '{"query":"a"}', true],
    ['another text', '', '', '{"query":"a"}', '{"query":"b"}', false],
    ['the same form', '', '', new URLSearchParams('a=1'), new URLSearchParams('a=1'), true],
    ['a body that can not be looked at', '', '', new Blob(['a']), new Blob(['a']), false],
  ] as const)('goes by the success of a request with %s, or not', async (_, query, nextQuery, body, nextBody, goes) => {
    for (const asRequest of [false, true]) {
      let answer = refusing();
      const { fetch, refused } = watch(async () => answer);
      const ask = (search: string, content: BodyInit | undefined) => {
        const init = content === undefined ? {} : { method: 'POST', body: content };
        return asRequest ? fetch(new Request(`${URL_402}${search}`, init)) : fetch(`${URL_402}${search}`, init);
      };
      await ask(query, body);
      await settle();
      expect(refused()).toEqual(['scim']);
      answer = new Response('{}');
      await ask(nextQuery, nextBody);
      // What a Request holds can't be looked at without reading it.
      expect(refused()).toEqual(goes && (!asRequest || body === undefined) ? [] : ['scim']);
    }
  });

  it('installed twice reports once', async () => {
    const client = createLicenseClient({ baseUrl: BASE, scope: 'ada' });
    const report = vi.spyOn(refusalStoreOf(client), 'end402');
    const fetch = watchPaymentRequired(
      watchPaymentRequired(async () => refusing(), client),
      client,
    );
    await fetch(URL_402);
    await settle();
    expect(report).toHaveBeenCalledTimes(1);
  });

  it('around two clients of one API tells both', async () => {
    const clients = ['ada', 'eve'].map((scope) => createLicenseClient({ baseUrl: BASE, scope }));
    const [ada, eve] = clients;
    if (!ada || !eve) throw new Error('There are two clients.');
    const fetch = watchPaymentRequired(
      watchPaymentRequired(async () => refusing(), ada),
      eve,
    );
    await fetch(URL_402);
    await vi.waitFor(() => expect(clients.map((client) => refusalStoreOf(client).refusals().length)).toEqual([1, 1]));
  });

  it('around two clients tells each of its own API', async () => {
    const [one, two] = [BASE, 'https://other.example'].map((baseUrl) => createLicenseClient({ baseUrl, scope: 'ada' }));
    if (!one || !two) throw new Error('There are two clients.');
    const fetch = watchPaymentRequired(
      watchPaymentRequired(async () => refusing(), one),
      two,
    );
    await fetch(URL_402);
    await fetch('https://other.example/y');
    await vi.waitFor(() => expect([one, two].map((client) => refusalStoreOf(client).refusals().length)).toEqual([1, 1]));
  });

  it('asks nothing itself', async () => {
    const inner = vi.fn<typeof globalThis.fetch>(async () => refusing());
    await watch(inner).fetch(URL_402);
    await settle();
    expect(inner).toHaveBeenCalledTimes(1);
  });
});

describe('a function in place of the client', () => {
  it('is called for each response, so that the app wires its fetch once, before anyone is signed in', async () => {
    const clients = ['ada', 'eve'].map((scope) => createLicenseClient({ baseUrl: BASE, scope }));
    let current: LicenseClient | null = null;
    const getClient = vi.fn(() => current);
    const fetch = watchPaymentRequired(async () => refusing(), getClient);
    await fetch(URL_402);
    for (current of clients) await fetch(URL_402);
    current = null;
    await fetch(URL_402);
    await settle();
    expect(clients.map((client) => refusalStoreOf(client).refusals().length)).toEqual([1, 1]);
    expect(getClient).toHaveBeenCalledTimes(4);
  });

  it('leaves the response alone if it throws or returns no client', async () => {
    for (const getClient of [() => undefined as never, () => Object({}), (): never => expect.fail('a bug of the app')]) {
      const fetch = watchPaymentRequired(async () => refusing(), getClient);
      expect(await (await fetch(URL_402)).text()).toBe(BODY);
    }
  });
});

describe('the global fetch', () => {
  afterEach(() => vi.unstubAllGlobals());
  const client = createLicenseClient({ baseUrl: BASE, scope: 'ada' });
  const create = (text: string) => vi.fn<typeof globalThis.fetch>(async () => new Response(text));

  it('is looked up for each call, so that later patches apply', async () => {
    const fetch = watchPaymentRequired(globalThis.fetch, client);
    vi.stubGlobal('fetch', create('patched'));
    expect(await (await fetch(URL_402)).text()).toBe('patched');
    vi.stubGlobal('fetch', create('patched again'));
    expect(await (await fetch(URL_402)).text()).toBe('patched again');
  });

  it('may be replaced by the watched one, twice, and patched on top of that', async () => {
    const original = create('original');
    vi.stubGlobal('fetch', original);
    globalThis.fetch = watchPaymentRequired(globalThis.fetch, client);
    globalThis.fetch = watchPaymentRequired(globalThis.fetch, client);
    await Promise.resolve();
    const { fetch } = globalThis;
    globalThis.fetch = async (...request) => fetch(...request);
    expect(await (await globalThis.fetch(URL_402)).text()).toBe('original');
    expect(original).toHaveBeenCalledTimes(1);
  });

  it('is not used if the app passes another fetch', async () => {
    const own = create('own');
    const fetch = watchPaymentRequired(own, client);
    vi.stubGlobal('fetch', create('patched'));
    expect(await (await fetch(URL_402)).text()).toBe('own');
  });
});

describe('isPaymentRequired', () => {
  it.each([
    [{ status: 402 }, true],
    [{ statusCode: 402 }, true],
    [Object.assign(new Error('ky'), { response: { status: 402 } }), true],
    [new Error('wrapped', { cause: { status: 402 } }), true],
    [new Error('wrapped', { cause: Object.assign(new Error('ky'), { response: { status: 402 } }) }), true],
    [{ status: 403 }, false],
    [new Error('402'), false],
    [null, false],
    [undefined, false],
    ['402', false],
  ])('of %j is %s', (error, outcome) => {
    expect(isPaymentRequired(error)).toBe(outcome);
  });
});
