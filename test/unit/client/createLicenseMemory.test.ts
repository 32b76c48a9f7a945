import { QueryClient } from '@tanstack/react-query';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createLicenseClient } from '../../../src/client/createLicenseClient.js';
import { createLicenseMemory, type LicenseStorage } from '../../../src/client/createLicenseMemory.js';
import { licenseQueryOptions } from '../../../src/client/licenseQueryOptions.js';

const E = Date.UTC(2027, 4, 1);
const IN_GRACE = {
  tier: 'enterprise',
  entitlements: ['oidc'],
  expires_at: new Date(E).toISOString(),
  days_remaining: 0,
  grace_remaining_seconds: 86_400,
  token: 'secret',
};
const ACTIVE = { ...IN_GRACE, days_remaining: 200, grace_remaining_seconds: 0 };

function createStorage() {
  const kept = new Map<string, string>();
  const storage: LicenseStorage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
  return { storage, kept };
}

const answer = (body: object, status = 200) => Response.json(body, { status });

function createClient(answers: readonly (Response | Promise<Response>)[]) {
  const { storage, kept } = createStorage();
  const left = [...answers];
  const fetch = async () => left.shift() ?? new Response(null, { status: 500 });
  return { client: createLicenseClient({ baseUrl: 'https://a.example', scope: 'ada', storage, fetch }), kept, storage };
}

describe('the memory', () => {
  it('keeps the state and the expiry of what has to be warned of, and nothing else', async () => {
    const { client, kept } = createClient([answer(IN_GRACE)]);
    await client.check();
    expect([...kept]).toEqual([['alexandria-license:["https://a.example","ada"]:state', JSON.stringify({ state: 'grace', expiresAt: E })]]);
  });

  it('keeps nothing of a license that nobody has to be warned of', async () => {
    const { client, kept } = createClient([answer(IN_GRACE), answer(ACTIVE)]);
    await client.check();
    await client.check();
    expect(kept.size).toBe(0);
    expect(client.memory.state()).toBeNull();
  });

  it('writes only what has changed, and gives the same object meanwhile', async () => {
    const { storage } = createStorage();
    const setItem = vi.spyOn(storage, 'setItem');
    const memory = createLicenseMemory('', 'ada', () => storage);
    memory.rememberState({ state: 'grace', expiresAt: E });
    const before = memory.state();
    memory.rememberState({ state: 'grace', expiresAt: E });
    expect(memory.state()).toBe(before);
    memory.rememberState({ state: 'expired', expiresAt: E });
    expect(setItem).toHaveBeenCalledTimes(2);
  });

  it('is of one person at one API', () => {
    const { storage } = createStorage();
    createLicenseMemory('/a', 'ada', () => storage).rememberState({ state: 'grace', expiresAt: E });
    expect(createLicenseMemory('/a', 'ada', () => storage).state()).toEqual({ state: 'grace', expiresAt: E });
    expect(createLicenseMemory('/a', 'grace', () => storage).state()).toBeNull();
    expect(createLicenseMemory('/b', 'ada', () => storage).state()).toBeNull();
  });

  it.each([
    ['that is none', () => null],
    [
      'that can not be had',
      () => {
        throw new DOMException('denied', 'SecurityError');
      },
    ],
  ])('does without a storage %s', (_, storage) => {
    const memory = createLicenseMemory('', 'ada', storage);
    memory.rememberState({ state: 'grace', expiresAt: E });
    memory.rememberBanner('lines', 3);
    expect(memory.state()).toEqual({ state: 'grace', expiresAt: E });
    expect(memory.banner('lines') ?? null).toBeNull();
    memory.clear();
    expect(memory.state()).toBeNull();
  });
});

describe('what another script has stored', () => {
  it('is a state that has to be warned of, with an instant, or nothing: never a license, and never an error', () => {
    const states = fc.constantFrom('active', 'expiring', 'grace', 'expired', 'unlicensed', 'unknown', 7, null);
    const instants = fc.oneof(fc.constantFrom<unknown>(E, 0, -1, 8.64e15, 8.65e15, 1.5, '0', null), fc.double());
    const nearly = fc.record({ state: states, expiresAt: instants, tier: fc.constant('enterprise') }).map((value) => JSON.stringify(value));
    const reached = new Set<unknown>();
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: nearly }, fc.json(), fc.string()), (stored) => {
        const storage: LicenseStorage = { getItem: () => stored, setItem: () => undefined, removeItem: () => undefined };
        const client = createLicenseClient({ baseUrl: 'https://a.example', scope: 'ada', storage });
        const state = client.memory.state();
        expect(client.license()).toBeNull();
        client.memory.banner('dismissal');
        reached.add(state?.state);
        if (state === null) return;
        expect(Object.keys(state)).toEqual(['state', 'expiresAt']);
        expect(['expiring', 'grace', 'expired']).toContain(state.state);
        expect(new Date(state.expiresAt).getTime()).not.toBeNaN();
      }),
      { numRuns: 1_000 },
    );
    expect([...reached].sort()).toEqual(['expired', 'expiring', 'grace', undefined]);
  });
});

describe('what is known is dropped', () => {
  it.each([
    ['at a 403', [answer(IN_GRACE), answer({}, 403)], 0],
    ['not at a 401', [answer(IN_GRACE), answer({}, 401)], 1],
    ['not while the API fails', [answer(IN_GRACE), answer({}, 500)], 1],
  ])('%s', async (_, answers, left) => {
    const { client, kept } = createClient(answers);
    const queries = new QueryClient();
    await queries.fetchQuery(licenseQueryOptions(client));
    await queries.fetchQuery({ ...licenseQueryOptions(client), staleTime: 0 }).catch(() => undefined);
    expect(kept.size).toBe(left);
    expect(client.license() === null).toBe(left === 0);
    expect(queries.getQueryData(licenseQueryOptions(client).queryKey) === null).toBe(left === 0);
  });

  it('at a sign-out, in every query client, and what is under way brings nothing back', async () => {
    let release: (response: Response) => void = () => undefined;
    const { client, kept } = createClient([answer(IN_GRACE), answer(IN_GRACE), new Promise<Response>((resolve) => (release = resolve))]);
    const holders = [new QueryClient(), new QueryClient()];
    const options = licenseQueryOptions(client);
    for (const queries of holders) await queries.fetchQuery(options);
    const late = client.check();
    await vi.waitFor(() => expect(client.checks().begun).toBe(3));
    client.forget();
    expect(client.license()).toBeNull();
    expect(client.clock.now()).toBeNull();
    expect(holders.map((queries) => queries.getQueryData(options.queryKey))).toEqual([null, null]);
    expect(kept.size).toBe(0);
    release(answer(IN_GRACE));
    await expect(late).rejects.toMatchObject({ code: 'unauthorized' });
    expect([client.license(), kept.size, client.isHeldBack()]).toEqual([null, 0, false]);
  });
});
