import { describe, expect, it, vi } from 'vitest';
import { createRefusalStore } from '../../../src/payment-required/createRefusalStore.js';
import type { License } from '../../../src/license/License.js';

const expired: License = { tier: 'enterprise', entitlements: ['scim', 'oidc'], expiresAt: 1_000, graceEndsAt: 2_000 };
const renewed: License = { ...expired, expiresAt: 9_000, graceEndsAt: 10_000 };

function createLedger(license: License | null = expired) {
  let current = license;
  const checks = { begun: 3, answered: 3 };
  const refresh = vi.fn();
  const ledger = createRefusalStore({
    entitlementRoutes: { '/mapped/': 'scim' },
    license: () => current,
    checks,
    refresh,
  });
  const receive = (path: string, method = 'GET') => {
    const receipt = ledger.record402({});
    if (receipt === null) throw new Error('A new response is always received.');
    return (entitlement: string | null, background = false) =>
      ledger.addRefusal({
        id: `${method} ${path}`,
        path,
        headers: new Headers(),
        background,
        receipt,
        body: JSON.stringify(entitlement === null ? {} : { entitlement }),
      });
  };
  return {
    ledger,
    checks,
    refresh,
    receive,
    refuse: (entitlement: string | null, path = '/a', background = false) => receive(path)(entitlement, background),
    works: (path: string) => ledger.recordSuccess({ path, id: `GET ${path}` }),
    renew: (next: License) => {
      current = next;
    },
    names: () => ledger.refusals().map(({ entitlement }) => entitlement),
  };
}

describe('the ledger', () => {
  it('holds one entry an entitlement, and tells once, however many requests fail', () => {
    const { ledger, refuse } = createLedger();
    const listener = vi.fn();
    ledger.subscribe(listener);
    // The same one, and others.
    for (let request = 0; request < 1_000; request += 1) refuse('scim', `/a/${request % 500}`);
    expect(ledger.refusals()).toHaveLength(1);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('does not sort a long license for each request that fails', () => {
    // Nothing but its identity tells the tier.
    const reads = vi.fn(() => expired.tier);
    const license: License = Object.defineProperty({ ...expired }, 'tier', { get: reads });
    const { refuse } = createLedger(license);
    for (let request = 0; request < 100; request += 1) refuse('scim', `/a/${request}`);
    expect(reads).toHaveBeenCalledTimes(1);
  });

  it('keeps the same array while nothing changes', () => {
    const { ledger, refuse, works } = createLedger();
    refuse('scim');
    const before = ledger.refusals();
    refuse('scim');
    works('/elsewhere');
    expect(ledger.refusals()).toBe(before);
  });

  it('says which 402 is the first for its entitlement', () => {
    const { refuse, refresh } = createLedger();
    refuse('scim');
    refuse('scim', '/b');
    refuse('oidc');
    // The second 402 for a feature is not its first.
    expect(refresh.mock.calls).toEqual([[{ isFirst: true }], [{ isFirst: false }], [{ isFirst: true }]]);
  });

  it('drops an entitlement when a request that it had stopped works', () => {
    const { refuse, names, works } = createLedger();
    refuse('scim', '/scim');
    refuse('oidc', '/oidc');
    works('/scim');
    expect(names()).toEqual(['oidc']);
  });

  it('stays silent about what was dismissed, until it works again', () => {
    const { ledger, refuse, works } = createLedger();
    refuse('scim');
    ledger.dismiss('scim');
    refuse('scim');
    refuse('scim', '/other');
    expect(ledger.refusals()).toMatchObject([{ silent: true }]);
    works('/a');
    refuse('scim');
    expect(ledger.refusals()).toMatchObject([{ silent: false }]);
  });

  it('notes what is explained in place, as long as it is', () => {
    const { ledger, refuse } = createLedger();
    const undo = ledger.explain('scim');
    const another = ledger.explain('scim');
    refuse('scim');
    expect(ledger.refusals()).toMatchObject([{ silent: false, explained: true }]);
    undo();
    expect(ledger.refusals()).toMatchObject([{ explained: true }]);
    another();
    expect(ledger.refusals()).toMatchObject([{ silent: false, explained: false }]);
  });

  it('hears of what works by the same method, and by the map of routes', () => {
    const { refuse, receive, names, works } = createLedger();
    receive('/a', 'POST')('scim');
    refuse('oidc', '/b');
    works('/a');
    expect(names()).toEqual(['scim', 'oidc']);
    works('/mapped/x');
    expect(names()).toEqual(['oidc']);
    works('/b');
    expect(names()).toEqual([]);
  });

  it('tells what has come back and by what, and not what was only forgotten', () => {
    const { ledger, refuse, works } = createLedger();
    refuse('scim', '/scim');
    works('/scim');
    expect(ledger.restored()).toEqual({ count: 1, entitlements: ['scim'], by: 'request' });
    refuse('oidc', '/oidc');
    ledger.forget('oidc');
    refuse('vault', '/vault');
    ledger.reconcile(renewed, 'active');
    refuse('scim', '/scim');
    ledger.reconcile(renewed, 'active');
    expect(ledger.restored()).toEqual({ count: 2, entitlements: ['scim'], by: 'license' });
  });

  it('keeps the place of an entry, so that notices do not change theirs', () => {
    const { refuse, names } = createLedger();
    refuse('scim', '/1');
    refuse('oidc', '/2');
    refuse('scim', '/3');
    expect(names()).toEqual(['scim', 'oidc']);
  });

  it('ignores a 402 whose body came after the same request had worked', () => {
    const { receive, names, works } = createLedger();
    const slow = receive('/a');
    works('/a');
    slow('scim');
    expect(names()).toEqual([]);
    receive('/a')('scim');
    expect(names()).toEqual(['scim']);
  });

  it('ignores no 402 because another request of the same route works', () => {
    const { receive, names, works } = createLedger();
    const slow = receive('/mapped/Users');
    works('/mapped/ServiceProviderConfig');
    slow('scim');
    expect(names()).toEqual(['scim']);
  });

  it('believes a request of the same route no longer once it was wrong', () => {
    const { refuse, names, works } = createLedger();
    refuse('scim', '/mapped/Users');
    works('/mapped/ServiceProviderConfig');
    expect(names()).toEqual([]);
    refuse('scim', '/mapped/Users');
    works('/mapped/ServiceProviderConfig');
    expect(names()).toEqual(['scim']);
    works('/mapped/Groups');
    expect(names()).toEqual([]);
    refuse('scim', '/mapped/Users');
    works('/mapped/Users');
    expect(names()).toEqual([]);
  });

  it('forgets a 402 that the host has aborted, and goes on', () => {
    const { ledger, receive, names } = createLedger();
    receive('/a');
    expect(ledger.isWaiting()).toBe(true);
    ledger.addRefusal(null);
    expect([ledger.isWaiting(), names()]).toEqual([false, []]);
  });

  it('knows a response that it has received', () => {
    const { ledger } = createLedger();
    const response = {};
    expect([ledger.record402(response) === null, ledger.record402(response) === null]).toEqual([false, true]);
  });

  it('starts anew when somebody waits for what only background requests had been refused', () => {
    const { ledger, refuse, checks, refresh } = createLedger();
    refuse('scim', '/a', true);
    expect(refresh).toHaveBeenCalledTimes(1);
    checks.begun = checks.answered = 7;
    refuse('scim', '/a');
    expect(refresh).toHaveBeenCalledTimes(2);
    expect(ledger.refusals()).toMatchObject([{ silent: false, checksBefore: 7 }]);
  });

  it('keeps an answer that named nothing only while every feature is off', () => {
    const { ledger, refuse, checks, names, refresh } = createLedger(renewed);
    refuse(null);
    ledger.reconcile(renewed, 'active');
    expect(names()).toEqual([null]);
    checks.answered = 4;
    ledger.reconcile(renewed, 'active');
    expect(names()).toEqual([]);
    refuse(null);
    expect(refresh).toHaveBeenCalledTimes(2);
    checks.answered = 9;
    ledger.reconcile(renewed, 'expired');
    expect(names()).toEqual([null]);
  });

  it('drops what another license puts in force, and keeps what it does not', () => {
    const { ledger, refuse, names } = createLedger();
    refuse('scim');
    refuse('vault');
    ledger.reconcile(expired, 'expired');
    expect(names()).toEqual(['scim', 'vault']);
    ledger.reconcile(renewed, 'active');
    expect(names()).toEqual(['vault']);
  });

  it('keeps what is refused under the license that is in force', () => {
    const { ledger, refuse, names } = createLedger(renewed);
    refuse('scim');
    ledger.reconcile(renewed, 'active');
    expect(names()).toEqual(['scim']);
  });

  it('counts a 402 before the first answer as one under the license that the answer brings', () => {
    const { ledger, refuse, names } = createLedger(null);
    refuse('scim');
    ledger.reconcile(expired, 'expired');
    expect(names()).toEqual(['scim']);
    ledger.reconcile(renewed, 'active');
    expect(names()).toEqual([]);
  });

  it('forgets what is to be tried again', () => {
    const { ledger, refuse, names } = createLedger();
    refuse('scim');
    ledger.forget('scim');
    expect(names()).toEqual([]);
  });

  it('does not grow without end', () => {
    const { ledger, refuse } = createLedger();
    for (let request = 0; request < 400; request += 1) refuse(`e${request}`, `/${request}`);
    for (let request = 0; request < 400; request += 1) refuse('scim', `/${request}`);
    expect(ledger.refusals().length).toBeLessThanOrEqual(50);
    expect(JSON.stringify(ledger.refusals(), (_, value) => (value instanceof Set ? [...value] : value)).length).toBeLessThan(10_000);
  });

  it('tells nobody who has left', () => {
    const { ledger, refuse } = createLedger();
    const listener = vi.fn();
    ledger.subscribe(listener)();
    refuse('scim');
    expect(listener).not.toHaveBeenCalled();
  });
});
