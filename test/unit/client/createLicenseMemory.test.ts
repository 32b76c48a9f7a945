import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLicenseMemory, type LicenseStorage, type RememberedBanner } from '../../../src/client/createLicenseMemory.js';

const E = Date.UTC(2027, 4, 1);
const GRACE: RememberedBanner = { state: 'grace', expiresAt: E, text: 'License expired', dismissal: null };

function createStorage() {
  const entries = new Map<string, string>();
  const storage: LicenseStorage = {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
  return { storage, entries };
}

const memoryOf = (storage: LicenseStorage | null, scope = 'ada', baseUrl = 'https://a.example') =>
  createLicenseMemory(baseUrl, scope, () => storage);

describe('createLicenseMemory', () => {
  it('stores one entry per base URL, with the scope inside', () => {
    const { storage, entries } = createStorage();
    memoryOf(storage).write(GRACE);
    expect([...entries]).toEqual([['alexandria-license:https://a.example', JSON.stringify({ scope: 'ada', ...GRACE })]]);
    expect(memoryOf(storage).read()).toEqual(GRACE);
  });

  it('does not read the entry of another user or another API', () => {
    const { storage } = createStorage();
    memoryOf(storage).write(GRACE);
    expect(memoryOf(storage, 'grace').read()).toBeNull();
    expect(memoryOf(storage, 'ada', 'https://b.example').read()).toBeNull();
  });

  it('returns the same object until it changes', () => {
    const memory = memoryOf(createStorage().storage);
    memory.write(GRACE);
    expect(memory.read()).toBe(memory.read());
    memory.write({ ...GRACE, state: 'expired' });
    expect(memory.read()?.state).toBe('expired');
  });

  it('removes the entry', () => {
    const { storage, entries } = createStorage();
    const memory = memoryOf(storage);
    memory.write(GRACE);
    memory.write(null);
    expect([memory.read(), entries.size]).toEqual([null, 0]);
  });

  it('stores at most 300 characters of the text', () => {
    const { storage, entries } = createStorage();
    memoryOf(storage).write({ ...GRACE, text: 'x'.repeat(10_000) });
    expect(memoryOf(storage).read()?.text).toHaveLength(300);
    expect([...entries.values()].join()).toHaveLength(JSON.stringify({ scope: 'ada', ...GRACE, text: '' }).length + 300);
  });

  it.each([
    ['that is null', () => null],
    [
      'whose access throws',
      () => {
        throw new DOMException('denied', 'SecurityError');
      },
    ],
  ])('works for one visit with a storage %s', (_, storage) => {
    const memory = createLicenseMemory('', 'ada', storage);
    memory.write(GRACE);
    expect(memory.read()).toEqual(GRACE);
    memory.write(null);
    expect(memory.read()).toBeNull();
  });

  it('reads either a warned state with a valid expiry or null, whatever another script has stored', () => {
    const states = fc.constantFrom('active', 'expiring', 'grace', 'expired', 'unlicensed', 'unknown', 7, null);
    const instants = fc.oneof(fc.constantFrom<unknown>(E, 0, -1, 8.64e15, 8.65e15, 1.5, '0', null), fc.double());
    const almost = fc
      .record({
        scope: fc.constant('ada'),
        state: states,
        expiresAt: instants,
        text: fc.constantFrom<unknown>('x'.repeat(400), 7, null),
        dismissal: fc.oneof(fc.constantFrom<unknown>(null, 7, 'x'), fc.record({ until: instants })),
        tier: fc.constant('enterprise'),
      })
      .map((value) => JSON.stringify(value));
    const reached = new Set<unknown>();
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: almost }, fc.json(), fc.string()), (stored) => {
        const entry = memoryOf({ getItem: () => stored, setItem: () => undefined, removeItem: () => undefined }).read();
        reached.add(entry?.state);
        if (entry === null) return;
        expect(Object.keys(entry)).toEqual(['state', 'expiresAt', 'text', 'dismissal']);
        expect(['expiring', 'grace', 'expired']).toContain(entry.state);
        expect(new Date(entry.expiresAt).getTime()).not.toBeNaN();
        expect(entry.text.length).toBeLessThanOrEqual(300);
        if (typeof entry.dismissal?.until === 'number') expect(new Date(entry.dismissal.until).getTime()).not.toBeNaN();
      }),
      { numRuns: 1_000 },
    );
    expect([...reached].sort()).toEqual(['expired', 'expiring', 'grace', undefined]);
  });
});
