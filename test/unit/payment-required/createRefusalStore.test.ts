import { describe, expect, it, vi } from 'vitest';
import type { License } from '../../../src/license/License.js';
import { createRefusalStore } from '../../../src/payment-required/createRefusalStore.js';

const expired: License = { tier: 'enterprise', entitlements: ['scim', 'oidc'], expiresAt: 1_000, graceEndsAt: 2_000 };
const renewed: License = { ...expired, expiresAt: 9_000, graceEndsAt: 10_000 };

function setUp(license: License | null = expired) {
  const checks = { begun: 3, answered: 3 };
  const refresh = vi.fn();
  const store = createRefusalStore({ license: () => license, checks, refresh });
  const arrive = (requestId: string) => {
    const pending = store.begin402({});
    if (pending === null) throw new Error('A new response is always recorded.');
    return (entitlement: string | null, background = false) =>
      store.end402(pending, { requestId, entitlements: entitlement === null ? [] : [entitlement], background });
  };
  return {
    store,
    checks,
    refresh,
    arrive,
    refuse: (entitlement: string | null, requestId = '/a', background = false) => arrive(requestId)(entitlement, background),
    names: () => store.refusals().map(({ entitlement }) => entitlement),
  };
}

describe('createRefusalStore', () => {
  it('keeps one refusal per entitlement and notifies once, however many requests fail', () => {
    const { store, refuse } = setUp();
    const listener = vi.fn();
    store.subscribe(listener);
    for (let request = 0; request < 1_000; request += 1) refuse('scim', `/a/${request % 500}`);
    expect(store.refusals()).toHaveLength(1);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('returns the same array until something changes', () => {
    const { store, refuse } = setUp();
    refuse('scim');
    const before = store.refusals();
    refuse('scim');
    store.recordSuccess('/elsewhere');
    expect(store.refusals()).toBe(before);
  });

  it('requests a check for each 402, and forces one for the first 402 of an entitlement', () => {
    const { refuse, refresh } = setUp();
    refuse('scim');
    refuse('scim');
    refuse('scim', '/b');
    refuse('oidc');
    expect(refresh.mock.calls.map(([{ force }]) => force)).toEqual([true, false, false, true]);
  });

  it('ends a refusal when one of its requests succeeds', () => {
    const { store, refuse, names } = setUp();
    refuse('scim', '/scim');
    refuse('scim', '/scim/2');
    refuse('oidc', '/oidc');
    store.recordSuccess('/scim');
    expect(names()).toEqual(['oidc']);
  });

  it('keeps a dismissed refusal silent until its entitlement works again', () => {
    const { store, refuse } = setUp();
    refuse('scim');
    store.dismiss('scim');
    refuse('scim');
    refuse('scim', '/other');
    expect(store.refusals()).toMatchObject([{ isSilent: true }]);
    store.forget('scim');
    refuse('scim');
    expect(store.refusals()).toMatchObject([{ isSilent: true }]);
    store.recordSuccess('/a');
    refuse('scim');
    expect(store.refusals()).toMatchObject([{ isSilent: false }]);
  });

  it('stays explained for the requests that a gate has explained, also after the gate unmounts', () => {
    const { store, refuse } = setUp();
    const unmounts = [store.explain('scim'), store.explain('scim')];
    refuse('scim');
    expect(store.refusals()).toMatchObject([{ isSilent: false, isExplained: true }]);
    for (const unmount of unmounts) unmount();
    refuse('scim');
    refuse('scim', '/background', true);
    expect(store.refusals()).toMatchObject([{ isExplained: true }]);
    refuse('scim', '/other');
    expect(store.refusals()).toMatchObject([{ isSilent: false, isExplained: false }]);
  });

  it('explains a refusal that came before the gate', () => {
    const { store, refuse } = setUp();
    refuse('scim');
    const unmount = store.explain('scim');
    expect(store.refusals()).toMatchObject([{ isExplained: true }]);
    unmount();
    unmount();
    refuse('oidc');
    expect(store.refusals()).toMatchObject([{ isExplained: true }, { isExplained: false }]);
  });

  it('reports what was restored and by what, but not what was only forgotten', () => {
    const { store, refuse } = setUp();
    refuse('scim', '/scim');
    store.recordSuccess('/scim');
    expect(store.restored()).toEqual({ count: 1, entitlements: ['scim'], by: 'request' });
    refuse('oidc', '/oidc');
    store.forget('oidc');
    refuse('vault', '/vault');
    store.reconcile(renewed, 'active');
    refuse('scim', '/scim');
    store.reconcile(renewed, 'active');
    expect(store.restored()).toEqual({ count: 2, entitlements: ['scim'], by: 'license' });
  });

  it('puts the entitlement that was refused last at the end, and leaves it there after a background 402', () => {
    const { refuse, names } = setUp();
    refuse('scim', '/1');
    refuse('oidc', '/2');
    refuse('scim', '/1');
    refuse('oidc', '/2', true);
    expect(names()).toEqual(['oidc', 'scim']);
  });

  it('ignores a 402 if the same request succeeds before the body is read', () => {
    const { store, arrive, names } = setUp();
    const finish = arrive('/a');
    const finishOther = arrive('/b');
    store.recordSuccess('/a');
    finish('scim');
    finishOther('oidc');
    expect(names()).toEqual(['oidc']);
    arrive('/a')('scim');
    expect(names()).toEqual(['oidc', 'scim']);
  });

  it('counts the bodies that are being read', () => {
    const { store, names } = setUp();
    const pending = store.begin402({});
    expect([store.isWaiting(), store.pendingCount()]).toEqual([true, 1]);
    if (pending) store.end402(pending, null);
    expect([store.isWaiting(), store.pendingCount(), names()]).toEqual([false, 0, []]);
  });

  it('recognizes a response that was recorded before', () => {
    const { store } = setUp();
    const response = {};
    expect([store.begin402(response) === null, store.begin402(response) === null]).toEqual([false, true]);
  });

  it('requests a check again at the first foreground 402', () => {
    const { store, refuse, checks, refresh } = setUp();
    refuse('scim', '/a', true);
    checks.begun = checks.answered = 7;
    refuse('scim', '/a');
    expect(refresh.mock.calls).toEqual([[{ force: true }], [{ force: true }]]);
    expect(store.refusals()).toMatchObject([{ isSilent: false, checksBefore: 7 }]);
    refuse('scim', '/b', true);
    expect(store.refusals()).toMatchObject([{ isSilent: false }]);
  });

  it('ends an unnamed refusal if a later check finds a license in force', () => {
    const { store, refuse, checks, names } = setUp(renewed);
    refuse(null);
    store.reconcile(renewed, 'active');
    expect(names()).toEqual([null]);
    checks.answered = 4;
    store.reconcile(expired, 'expired');
    expect(names()).toEqual([null]);
    store.reconcile(renewed, 'active');
    expect(names()).toEqual([]);
    expect(store.restored().count).toBe(0);
  });

  it('ends a refusal once another license puts its feature in force', () => {
    const { store, refuse, names } = setUp();
    refuse('scim');
    refuse('vault');
    store.reconcile(expired, 'expired');
    expect(names()).toEqual(['scim', 'vault']);
    store.reconcile(renewed, 'active');
    expect(names()).toEqual(['vault']);
  });

  it('keeps a refusal while the license stays the same', () => {
    const { store, refuse, names } = setUp(renewed);
    refuse('scim');
    store.reconcile(renewed, 'active');
    expect(names()).toEqual(['scim']);
  });

  it('counts a 402 before the first license as a 402 under it', () => {
    const { store, refuse, names } = setUp(null);
    refuse('scim');
    store.reconcile(expired, 'expired');
    expect(names()).toEqual(['scim']);
    store.reconcile(renewed, 'active');
    expect(names()).toEqual([]);
  });

  it('forgets a refusal', () => {
    const { store, refuse, names } = setUp();
    refuse('scim');
    store.forget('scim');
    expect(names()).toEqual([]);
  });

  it('limits the number of refusals and of their requests', () => {
    const { store, refuse } = setUp();
    for (let request = 0; request < 400; request += 1) refuse(`e${request}`, `/${request}`);
    for (let request = 0; request < 400; request += 1) refuse('scim', `/${request}`);
    expect(store.refusals()).toHaveLength(50);
    expect(store.refusals().at(-1)?.requestIds.size).toBe(100);
    // The latest requests count. The last one is also the request of another entitlement.
    store.recordSuccess('/299');
    expect(store.refusals()).toHaveLength(50);
    store.recordSuccess('/399');
    expect(store.refusals()).toHaveLength(48);
  });

  it('calls no listener that has unsubscribed', () => {
    const { store, refuse } = setUp();
    const listener = vi.fn();
    store.subscribe(listener)();
    refuse('scim');
    expect(listener).not.toHaveBeenCalled();
  });
});
