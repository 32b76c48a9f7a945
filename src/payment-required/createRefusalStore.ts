import { createEmitter } from '../lib/createEmitter.js';
import type { License } from '../license/License.js';
import { licenseIdentity } from '../license/licenseIdentity.js';
import type { LicenseState } from '../license/licenseStatus.js';
import { refusalReason } from './refusalReason.js';

/** An entitlement that the API refused with a 402. One per entitlement, even if several requests failed. */
export type Refusal = {
  /** `null` if the 402 named no entitlement. */
  readonly entitlement: string | null;
  /** True if no notice appears: only background requests failed, or the user dismissed it. */
  readonly isSilent: boolean;
  /** True if a gate explains the refusal, or explained it before the gate unmounted. */
  readonly isExplained: boolean;
  /** The `licenseIdentity` at the time of the first 402; `null` until the first license. */
  readonly under: string | null;
  /** The number of license checks that had begun before the 402. */
  readonly checksBefore: number;
  /** The requests that failed. The success of one of them ends the refusal. */
  readonly requestIds: Set<string>;
};

/** A 402 whose body is being read. */
type Pending402 = Pick<Refusal, 'under' | 'checksBefore'> & {
  /** The ids of the requests that have succeeded since the 402 arrived. */
  readonly succeeded: Set<string>;
};

/** A 402 whose body was read. `entitlements` is empty if the 402 names none. */
type Read402 = { readonly requestId: string; readonly entitlements: readonly string[]; readonly background: boolean };

/** The entitlements that became available again last. */
type Restored = {
  /** The number of restorations so far. */
  readonly count: number;
  readonly entitlements: readonly string[];
  /** The proof: a successful request, or another license. */
  readonly by: 'request' | 'license';
};

/** The parts of the license client that the store uses. */
export type RefusalSource = {
  /** Returns the last license; `null` if none is known. */
  license(): License | null;
  /** The numbers of the last check that began, and of the last that returned a license. */
  readonly checks: { readonly begun: number; readonly answered: number };
  /** Requests a check of the license. Without `force`, none is sent within 30 seconds after the last one began. */
  refresh(options: { readonly force: boolean }): void;
};

// Limits memory: a hostile or broken API may name any number of entitlements.
const MAX_REFUSALS = 50;
const MAX_REQUESTS = 100;

/** The entitlements that the API has refused since the client was created, and that do not work again yet. */
export type RefusalStore = ReturnType<typeof createRefusalStore>;

export function createRefusalStore({ license, checks, refresh }: RefusalSource) {
  const { subscribe, emit } = createEmitter();
  const seen = new WeakSet<object>();
  const pendings = new Set<Pending402>();
  const gates: string[] = [];
  const dismissed = new Set<string | null>();
  let refusals: readonly Refusal[] = [];
  let restored: Restored = { count: 0, entitlements: [], by: 'request' };

  const setRefusals = (next: readonly Refusal[]) => {
    if (next.length === refusals.length && next.every((refusal, at) => refusal === refusals[at])) return;
    refusals = next;
    emit();
  };
  const update = (entitlement: string | null, change: Partial<Refusal>) =>
    setRefusals(refusals.map((refusal) => (refusal.entitlement === entitlement ? { ...refusal, ...change } : refusal)));
  const end = (isOver: (refusal: Refusal) => boolean, by: Restored['by']) => {
    const ended = refusals.filter(isOver);
    const entitlements = ended.flatMap(({ entitlement }) => entitlement ?? []);
    for (const { entitlement } of ended) dismissed.delete(entitlement);
    if (entitlements.length > 0) restored = { count: restored.count + 1, entitlements, by };
    setRefusals(refusals.filter((refusal) => !ended.includes(refusal)));
  };
  const add = (entitlement: string | null, { requestId, background }: Read402, { under, checksBefore }: Pending402) => {
    const known = refusals.find((refusal) => refusal.entitlement === entitlement);
    const requestIds = known?.requestIds ?? new Set();
    const isSilent = dismissed.has(entitlement) || (background && known?.isSilent !== false);
    // After a gate unmounts, requests that failed in it stay explained.
    const wasExplained = known?.isExplained === true && (background || requestIds.has(requestId));
    const isExplained = wasExplained || (entitlement !== null && gates.includes(entitlement));
    addWithLimit(requestIds, requestId);
    const isRaised = known === undefined || (known.isSilent && !isSilent);
    refresh({ force: isRaised });
    // A background 402 changes nothing for the user.
    if (!isRaised && background) return;
    const raised = { entitlement, under, checksBefore, isSilent, isExplained, requestIds };
    const kept = known?.isExplained === isExplained ? known : { ...raised, ...known, isExplained };
    const others = refusals.filter((other) => other !== known);
    setRefusals([...others, isRaised ? raised : kept].slice(-MAX_REFUSALS));
  };

  return {
    /** Returns the refusals, with the latest at the end. Returns the same array until something changes. */
    refusals: () => refusals,
    restored: () => restored,
    /** Calls a listener when the refusals change. Returns a function that unsubscribes. */
    subscribe,
    /** Requests a check of the license. */
    refresh,
    /** Returns true if successes matter: refusals exist, or 402 bodies are being read. */
    isWaiting: () => refusals.length > 0 || pendings.size > 0,
    /** Returns the number of 402 bodies that are being read. */
    pendingCount: () => pendings.size,

    /** Records the arrival of a 402, before its body is read. Returns `null` if the response was recorded before. */
    begin402(response: object): Pending402 | null {
      if (seen.has(response)) return null;
      seen.add(response);
      const pending = { checksBefore: checks.begun, under: licenseIdentity(license()), succeeded: new Set<string>() };
      pendings.add(pending);
      return pending;
    },

    /** Ends the reading of a 402, and adds its refusals. `read` is `null` if the 402 does not count. Call it once per `begin402`. */
    end402(pending: Pending402, read: Read402 | null) {
      pendings.delete(pending);
      if (read === null || pending.succeeded.has(read.requestId)) return;
      for (const entitlement of read.entitlements.length > 0 ? read.entitlements : [null]) add(entitlement, read, pending);
    },

    /** Records a successful request, which ends the refusals that it caused. */
    recordSuccess(requestId: string) {
      for (const { succeeded } of pendings) succeeded.add(requestId);
      end(({ requestIds }) => requestIds.has(requestId), 'request');
    },

    /** Ends the refusals that another license has restored, and those that a check has disproved. */
    reconcile(current: License, state: LicenseState) {
      const now = licenseIdentity(current);
      const isInForce = state === 'active' || state === 'expiring' || state === 'grace';
      end(({ entitlement, under, checksBefore }) => {
        // A 402 that names nothing counts only while all licensed features are off.
        if (entitlement === null) return isInForce && checks.answered > checksBefore;
        return under !== null && under !== now && refusalReason(current, state, entitlement) === 'disputed';
      }, 'license');
      // A 402 before the first license belongs to that license.
      setRefusals(refusals.map((refusal) => (refusal.under === null ? { ...refusal, under: now } : refusal)));
    },

    /** Hides the notice of an entitlement until the entitlement works again. */
    dismiss(entitlement: string | null) {
      dismissed.add(entitlement);
      update(entitlement, { isSilent: true });
    },

    /** Removes the refusal of an entitlement, so that the app can try again. A dismissed refusal stays silent if it comes back. */
    forget: (entitlement: string) => setRefusals(refusals.filter((refusal) => refusal.entitlement !== entitlement)),

    /** Marks an entitlement as explained by a gate. Returns a function to call when the gate stops explaining. */
    explain(entitlement: string) {
      gates.push(entitlement);
      update(entitlement, { isExplained: true });
      let isUndone = false;
      return () => {
        if (!isUndone) gates.splice(gates.indexOf(entitlement), 1);
        isUndone = true;
      };
    },
  };
}

function addWithLimit(requestIds: Set<string>, requestId: string): void {
  requestIds.delete(requestId);
  requestIds.add(requestId);
  const [oldest] = requestIds;
  if (requestIds.size > MAX_REQUESTS && oldest !== undefined) requestIds.delete(oldest);
}
