import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLicenseClient } from '../../../src/client/createLicenseClient.js';
import { isPaymentRequired } from '../../../src/payment-required/isPaymentRequired.js';
import { refusalStoreOf } from '../../../src/payment-required/refusalStoreOf.js';
import { watchAnswers } from '../../../src/payment-required/watchAnswers.js';
import { type WatchOptions, watchPaymentRequired } from '../../../src/payment-required/adapters/watchPaymentRequired.js';

const BASE = 'https://gateway.example';
const URL_402 = `${BASE}/admin/x`;
const BODY = '{"detail":"Nicht lizenziert – 支払い","entitlement":"scim"}';

afterEach(() => {
  vi.useRealTimers();
});

function watch(fetch: typeof globalThis.fetch, options?: WatchOptions, entitlementRoutes: Record<string, string> = {}) {
  const off = () => Promise.reject(new TypeError('off'));
  const client = createLicenseClient({ baseUrl: BASE, scope: 'ada', entitlementRoutes, fetch: off });
  return {
    client,
    fetch: watchPaymentRequired(fetch, client, options),
    refused: () =>
      refusalStoreOf(client)
        .refusals()
        .map(({ entitlement }) => entitlement),
  };
}

const refusing = (body: BodyInit | null = BODY, init: ResponseInit = {}) => new Response(body, { status: 402, ...init });
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** The same response, which tells when it is copied. */
function telling(response: Response, onCopy: () => void): Response {
  const clone = response.clone.bind(response);
  response.clone = () => {
    onCopy();
    return clone();
  };
  return response;
}

// Without a number, which makes an id of it.
const named = (at: number) => String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26));

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

  it('is copied for the first of a burst alone, and again for the next; what is left alone is told by its route', async () => {
    const copied: string[] = [];
    const { fetch, refused } = watch(async (input) => {
      const { pathname, searchParams } = new URL(String(input));
      return telling(refusing(JSON.stringify({ entitlement: searchParams.get('needs') })), () => copied.push(pathname));
    });
    const ask = (path: string, method = 'GET') => fetch(`${BASE}${path}`, { method });
    const widgets = () => Array.from({ length: 50 }, (_, at) => ask(`/admin/tenants?needs=oidc&page=${at}`));
    const answers = await Promise.all([...widgets(), ask('/admin/vault?needs=vault'), ask('/admin/tenants?needs=scim', 'POST')]);
    expect(copied).toEqual([...new Array(8).fill('/admin/tenants'), '/admin/vault', '/admin/tenants']);
    expect(await answers[49]?.text()).toBe('{"entitlement":"oidc"}');
    await vi.waitFor(() => expect(refused()).toEqual(['oidc', 'vault', 'scim']));
    const items = Array.from({ length: 100 }, (_, at) => ask(`/admin/audit/${named(at)}?needs=oidc`));
    await Promise.all([...items, ask('/admin/audit/export?needs=anything'), ask('/admin/audit/last?needs=memcached_cache')]);
    expect(copied).toHaveLength(10 + 16);
    await vi.waitFor(() => expect(refused()).toEqual(['oidc', 'vault', 'scim', 'audit_export']));
    await Promise.all(widgets());
    expect(copied).toHaveLength(10 + 16 + 8);
  });

  const letters = (count: number, path: string) => Array.from({ length: count }, (_, at) => path.replace('*', named(at)));
  const numbers = (count: number, path: string) => Array.from({ length: count }, (_, at) => path.replaceAll('*', String(at)));
  const uuids = (count: number, path: string) => Array.from({ length: count }, () => path.replace('*', crypto.randomUUID()));
  it.each<[what: string, copies: number, others: readonly string[], last: string, routes?: Record<string, string>]>([
    ['numbered', 9, numbers(100, '/admin/tenants/*'), '/admin/tenants/last'],
    ['numbered in the middle', 9, numbers(100, '/admin/tenants/*/keys'), '/admin/tenants/last/keys'],
    ['numbered twice', 9, numbers(100, '/admin/tenants/*/keys/*'), '/admin/tenants/0/keys/last'],
    ['that differ by a UUID', 9, uuids(100, '/admin/tenants/*/keys'), '/admin/tenants/last/keys'],
    ['that differ by a date', 9, numbers(28, '/admin/reports/2026-11-*'), '/admin/reports/last'],
    ['below it', 9, letters(8, '/admin/tenants/*'), '/admin/tenants'],
    ['as many as of one place, below it', 17, letters(16, '/admin/tenants/*'), '/admin/tenants'],
    ['of another version', 9, new Array(9).fill('/v1/audit'), '/v2/audit'],
    ['beside it, below another number', 17, letters(16, '/admin/tenants/1/*'), '/admin/tenants/2/keys'],
    ['of its kind, with another route', 9, numbers(8, '/admin/plugins/*'), '/admin/plugins/42', { '/admin/plugins/42': 'vault' }],
    [
      'that fill its place, with a route',
      16,
      letters(50, '/admin/plugins/*'),
      '/admin/plugins/mapped',
      { '/admin/plugins/mapped': 'vault' },
    ],
  ])('is read beside those of others: %s', async (_, copies, others, last, entitlementRoutes = {}) => {
    const copied = vi.fn();
    const answer: typeof globalThis.fetch = async (input) => {
      const isLast = new URL(String(input)).pathname === last;
      // What the route alone tells.
      const body = isLast && last in entitlementRoutes ? {} : { entitlement: isLast ? 'vault' : 'oidc' };
      return telling(refusing(JSON.stringify(body)), copied);
    };
    const { fetch, client, refused } = watch(answer, undefined, entitlementRoutes);
    // Watched once more, as where two copies of a page's code do: what one has left alone is not the other's to copy.
    const twice = watchPaymentRequired(fetch, client);
    await Promise.all([...others, last].map((path) => twice(`${BASE}${path}`)));
    await vi.waitFor(() => expect(refused()).toEqual(expect.arrayContaining(['oidc', 'vault'])));
    expect(copied).toHaveBeenCalledTimes(copies);
  });

  it('is left alone until one of its kind has been read, or was given up', async () => {
    const ends: (() => void)[] = [];
    const { fetch } = watch(async () => {
      const response = refusing();
      response.clone = () => refusing(new ReadableStream({ start: (controller) => void ends.push(() => controller.close()) }));
      return response;
    });
    const gaveUp = new AbortController();
    const ask = (signal: AbortSignal | null) => Promise.all(numbers(20, `${URL_402}/*`).map((url) => fetch(url, { signal })));
    await ask(gaveUp.signal);
    expect(ends).toHaveLength(8);
    ends[0]?.();
    await settle();
    await ask(null);
    expect(ends).toHaveLength(9);
    gaveUp.abort();
    for (const end of ends.slice(1)) end();
    await settle();
    await ask(null);
    expect(ends).toHaveLength(9 + 8);
  });

  it('is read of each error that tells no address, however many come at once', async () => {
    const { client, refused } = watch(async () => refusing());
    const { record402: take } = watchAnswers(client);
    const needs = [...new Array(20).fill('oidc'), 'vault'];
    for (const [at, entitlement] of needs.entries())
      take({
        path: null,
        id: `query ${at}`,
        answer: {},
        headers: new Headers(),
        isBackground: () => false,
        isAborted: () => false,
        copyBody: async () => JSON.stringify({ entitlement }),
      });
    await vi.waitFor(() => expect(refused()).toEqual(['oidc', 'vault']));
  });

  it('of a burst that nobody waits for is copied beside that of one that somebody does', async () => {
    const { fetch, client } = watch(async () => refusing(), { isBackground: (input) => String(input).includes('warm') });
    // No route tells of these what a body left alone would have.
    await Promise.all(
      Array.from({ length: 50 }, (_, at) => fetch(`${BASE}/reports/warm-${named(at)}`)).concat(fetch(`${BASE}/reports/shown`)),
    );
    await vi.waitFor(() => expect(refusalStoreOf(client).refusals()).toMatchObject([{ entitlement: 'scim', silent: false }]));
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
    await vi.waitFor(() => expect(refusalStoreOf(client).refusals()).toMatchObject([{ entitlement: 'scim', silent: true }]));
    await fetch(URL_402);
    await vi.waitFor(() => expect(refusalStoreOf(client).refusals()).toMatchObject([{ entitlement: 'scim', silent: false }]));
  });

  it('raises none where the host says so', async () => {
    const { fetch, client } = watch(async () => refusing(), { isBackground: (_, init) => init?.priority === 'low' });
    await fetch(URL_402, { priority: 'low' });
    await vi.waitFor(() => expect(refusalStoreOf(client).refusals()).toMatchObject([{ silent: true }]));
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
    const report = vi.spyOn(refusalStoreOf(client), 'addRefusal');
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
