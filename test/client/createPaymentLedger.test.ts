import { describe, expect, it, vi } from 'vitest';
import { createPaymentLedger } from '../../src/client/createPaymentLedger.js';
import type { License } from '../../src/contract/License.js';

const expired: License = { tier: 'enterprise', entitlements: ['scim', 'oidc'], expiresAt: 1_000, graceEndsAt: 2_000 };
const renewed: License = { ...expired, expiresAt: 9_000, graceEndsAt: 10_000 };

function createLedger(license: License | null = expired) {
  let current = license;
  const requestCheck = vi.fn();
  const ledger = createPaymentLedger({ entitlementRoutes: {}, license: () => current, answers: () => 3, requestCheck });
  const refuse = (entitlement: string | null, path = '/a', background = false) =>
    ledger.report({ path, headers: new Headers(), body: JSON.stringify(entitlement === null ? {} : { entitlement }) }, background);
  return {
    ledger,
    refuse,
    requestCheck,
    read: (next: License) => (current = next),
    names: () => ledger.entries().map(({ entitlement }) => entitlement),
  };
}

describe('the ledger', () => {
  it('holds one entry an entitlement, and tells once, however many requests fail', () => {
    const { ledger, refuse } = createLedger();
    const listener = vi.fn();
    ledger.subscribe(listener);
    for (let request = 0; request < 1_000; request += 1) refuse('scim');
    expect(ledger.entries()).toHaveLength(1);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('keeps the same array while nothing changes', () => {
    const { ledger, refuse } = createLedger();
    refuse('scim');
    const before = ledger.entries();
    refuse('scim');
    ledger.worked('/elsewhere');
    expect(ledger.entries()).toBe(before);
  });

  it('asks for one check for each entitlement', () => {
    const { refuse, requestCheck } = createLedger();
    refuse('scim');
    refuse('scim', '/b');
    expect(requestCheck).toHaveBeenCalledTimes(1);
    refuse('oidc');
    expect(requestCheck).toHaveBeenCalledTimes(2);
  });

  it('drops an entitlement when a request that it had stopped works', () => {
    const { ledger, refuse, names } = createLedger();
    refuse('scim', '/scim');
    refuse('oidc', '/oidc');
    ledger.worked('/scim');
    expect(names()).toEqual(['oidc']);
  });

  it('stays silent about what was dismissed, until it works again', () => {
    const { ledger, refuse } = createLedger();
    refuse('scim');
    ledger.dismiss('scim');
    refuse('scim');
    refuse('scim', '/other');
    expect(ledger.entries()).toMatchObject([{ silent: true }]);
    ledger.worked('/a');
    refuse('scim');
    expect(ledger.entries()).toMatchObject([{ silent: false }]);
  });

  it('raises no notice for what is explained in place, as long as it is', () => {
    const { ledger, refuse } = createLedger();
    const undo = ledger.explain('scim');
    const another = ledger.explain('scim');
    refuse('scim');
    expect(ledger.entries()).toMatchObject([{ silent: true }]);
    undo();
    expect(ledger.entries()).toMatchObject([{ silent: true }]);
    another();
    expect(ledger.entries()).toMatchObject([{ silent: false }]);
  });

  it('drops what another license puts in force, and keeps what it does not', () => {
    const { ledger, refuse, names } = createLedger();
    refuse('scim');
    refuse('vault');
    refuse(null);
    expect(ledger.settle(expired, 'expired')).toBe(false);
    expect(ledger.settle(renewed, 'active')).toBe(true);
    expect(names()).toEqual(['vault']);
  });

  it('keeps what is refused under the license that is in force', () => {
    const { ledger, refuse, names } = createLedger(renewed);
    refuse('scim');
    expect(ledger.settle(renewed, 'active')).toBe(false);
    expect(names()).toEqual(['scim']);
  });

  it('counts a 402 before the first answer as one under the license that the answer brings', () => {
    const { ledger, refuse, names } = createLedger(null);
    refuse('scim');
    expect(ledger.settle(expired, 'expired')).toBe(false);
    expect(names()).toEqual(['scim']);
    expect(ledger.settle(renewed, 'active')).toBe(true);
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
    for (let request = 0; request < 5_000; request += 1) refuse(`e${request}`, `/${request}`);
    for (let request = 0; request < 5_000; request += 1) refuse('scim', `/${request}`);
    expect(ledger.entries().length).toBeLessThanOrEqual(50);
    expect(JSON.stringify(ledger.entries(), (_, value) => (value instanceof Set ? [...value] : value)).length).toBeLessThan(10_000);
  });

  it('tells nobody who has left', () => {
    const { ledger, refuse } = createLedger();
    const listener = vi.fn();
    ledger.subscribe(listener)();
    refuse('scim');
    expect(listener).not.toHaveBeenCalled();
  });
});
