import type { EntitlementRoutes } from '../license/entitlements.js';
import type { License } from '../license/License.js';
import { DOCUMENTED_ROUTES, entitlementsOf, type PaymentRequiredResponse, parsePaymentRequired, routeOf } from './parsePaymentRequired.js';
import { licenseIdentity } from '../license/licenseIdentity.js';
import type { LicenseState } from '../license/licenseStatus.js';
import { refusalReason } from './refusalReason.js';
import { createEmitter } from '../lib/createEmitter.js';
import { createRouteEvidence } from './createRouteEvidence.js';

/** An entitlement that the API refused with a 402. One entry, however many requests failed. */
export type RefusedEntitlement = {
  /** `null` if the 402 named no entitlement. */
  readonly entitlement: string | null;
  /** True if no notice appears: only background requests failed, or the user dismissed it. */
  readonly silent: boolean;
  /** True if a component on the page explains the refusal, so that no notice is needed. */
  readonly explained: boolean;
  /** The `licenseIdentity` at the time of the 402; `null` before the first response. */
  readonly under: string | null;
  /** The number of license checks that had begun before the 402. */
  readonly checksBefore: number;
};

/** A request whose result is recorded. */
export type WatchedRequest = {
  /** The path below the base URL; `null` if unknown. */
  readonly path: string | null;
  /** Identifies the request by method, path, query and text body. */
  readonly id: string;
};

/** A 402, with the state at its arrival. */
type Refused = WatchedRequest &
  PaymentRequiredResponse & {
    /** True for background requests: no user waits for the response. */
    readonly background: boolean;
    /** From {@link RefusalStore.record402}. */
    readonly receipt: Receipt;
  };

/** The state when the headers of a 402 arrived. */
type Receipt = { readonly checksBefore: number; readonly license: License | null; readonly turn: number };

/** The entitlements that the API has refused since the page was loaded, and that do not work again yet. */
export type RefusalStore = {
  /** Returns the entries, as the same array until something changes. */
  refusals(): readonly RefusedEntitlement[];
  /** Returns the entitlement that a path needs; `null` if the path is not mapped. */
  routeOf(path: string | null): string | null;
  /** Records the arrival of a 402, before its body is read. Returns `null` if the response was recorded before. */
  record402(response: object): Receipt | null;
  /**
   * Adds the entitlements of a 402. Ignores 402s that are not about the license. Ignores a 402 if the same request has succeeded since. Pass `null` if
   * the body was not read, for example after an abort. Call it once per `record402`.
   */
  addRefusal(refused: Refused | null): void;
  /** Records a successful request, and removes the refusals that it disproves. */
  recordSuccess(request: WatchedRequest): void;
  /** Returns true if successes matter: refusals exist, or 402 bodies are being read. */
  isWaiting(): boolean;
  /** Returns the entitlements that last became available again. */
  restored(): {
    /** The number of restorations since the page was loaded. */
    readonly count: number;
    /** The entitlements that were restored last. */
    readonly entitlements: readonly string[];
    /** The proof: a successful request, or another license. */
    readonly by: 'request' | 'license';
  };
  /** Hides the notice of an entitlement until the entitlement works again. */
  dismiss(entitlement: string | null): void;
  /** Removes the refusal of an entitlement, so that the app can try again. */
  forget(entitlement: string): void;
  /** Marks an entitlement as explained by a component on the page. Returns a function that removes the mark. */
  explain(entitlement: string): () => void;
  /** Removes refusals that another license has restored, and those that a check has disproved. */
  reconcile(license: License | null, state: LicenseState): void;
  /** Calls `listener` when the entries change. Returns a function that unsubscribes. */
  subscribe(listener: () => void): () => void;
};

/** The parts of the license client that the store uses. */
export type RefusalSource = {
  readonly entitlementRoutes: EntitlementRoutes;
  /** Returns the last license; `null` if none is known. */
  license(): License | null;
  /** The numbers of the last check that began, and of the last that returned a license. */
  readonly checks: { readonly begun: number; readonly answered: number };
  /** Requests a check of the license. `isFirst` is true for the first 402 of an entitlement. */
  refresh(options: { readonly isFirst: boolean }): void;
};

type RefusalRecord = Omit<RefusedEntitlement, 'explained'> & { readonly dismissed: boolean; readonly requests: Set<string> };

// Limits memory: a hostile or broken API may name any number of entitlements.
const MAX_ENTRIES = 50;
const MAX_REQUESTS = 100;

/** Creates an empty store. Requests a check of the license after each new 402. */
export function createRefusalStore({ entitlementRoutes, license, checks, refresh }: RefusalSource): RefusalStore {
  const routes = { ...DOCUMENTED_ROUTES, ...entitlementRoutes };
  const listeners = createEmitter();
  const seen = new WeakSet<object>();
  const explained: string[] = [];
  let records: readonly RefusalRecord[] = [];
  let shown: readonly RefusedEntitlement[] = [];
  let restored: ReturnType<RefusalStore['restored']> = { count: 0, entitlements: [], by: 'request' };
  // The number of 402 bodies being read, and the requests that succeeded meanwhile.
  let reading = 0;
  let turn = 0;
  const works = new Map<string, number>();
  const evidence = createRouteEvidence();

  const publish = () => {
    shown = records.map((entry) => ({ ...entry, explained: explained.includes(entry.entitlement ?? '') }));
    listeners.emit();
  };
  const setRefusals = (next: readonly RefusalRecord[]) => {
    if (next.length === records.length && next.every((entry, at) => entry === records[at])) return;
    records = next;
    publish();
  };
  const restore = (gone: readonly RefusalRecord[], by: 'request' | 'license') => {
    const entitlements = gone.flatMap(({ entitlement }) => (entitlement === null ? [] : [entitlement]));
    if (entitlements.length > 0) restored = { count: restored.count + 1, entitlements, by };
  };
  const refuse = (entitlement: string | null, { id, background, receipt }: Refused) => {
    const known = records.find((entry) => entry.entitlement === entitlement);
    const silent = background || known?.dismissed === true;
    // Already recorded for this request.
    if (known?.requests.has(id) && (silent || !known.silent)) return;
    evidence.refute(entitlement);
    const requests = known?.requests ?? new Set();
    const [oldest] = requests.size < MAX_REQUESTS ? [] : requests;
    if (oldest !== undefined) requests.delete(oldest);
    requests.add(id);
    // The notice names no request, so a burst of 402s is rendered once.
    if (known !== undefined && !(known.silent && !silent)) {
      refresh({ isFirst: false });
      return;
    }
    const { checksBefore } = receipt;
    const under = licenseIdentity(receipt.license);
    const entry: RefusalRecord = { entitlement, checksBefore, under, silent, dismissed: known?.dismissed ?? false, requests };
    // Replaces the entry in place, so that notices keep their order.
    setRefusals(known ? records.map((other) => (other === known ? entry : other)) : [...records, entry].slice(-MAX_ENTRIES));
    refresh({ isFirst: true });
  };

  return {
    refusals: () => shown,
    routeOf: (path) => routeOf(path, routes),
    record402(response) {
      if (seen.has(response)) return null;
      seen.add(response);
      reading += 1;
      return { checksBefore: checks.begun, license: license(), turn };
    },
    addRefusal(refused) {
      reading -= 1;
      const overtaken = refused !== null && (works.get(refused.id) ?? 0) > refused.receipt.turn;
      if (reading === 0) works.clear();
      if (refused === null || overtaken) return;
      const details = parsePaymentRequired(refused, routes);
      const entitlements = details && entitlementsOf(details, license()?.entitlements ?? []);
      if (entitlements === null) return;
      for (const entitlement of entitlements.length > 0 ? entitlements : [null]) refuse(entitlement, refused);
    },
    recordSuccess({ path, id }) {
      turn += 1;
      if (reading > 0) works.set(id, turn);
      const request = { id, route: routeOf(path, routes) };
      const gone = records.filter(({ entitlement, requests }) => requests.has(id) || evidence.shows(entitlement, request));
      for (const { entitlement, requests } of gone) if (!requests.has(id)) evidence.believe(entitlement, request);
      restore(gone, 'request');
      setRefusals(records.filter((entry) => !gone.includes(entry)));
    },
    isWaiting: () => records.length > 0 || reading > 0,
    restored: () => restored,
    dismiss: (entitlement) =>
      setRefusals(records.map((entry) => (entry.entitlement === entitlement ? { ...entry, silent: true, dismissed: true } : entry))),
    forget: (entitlement) => setRefusals(records.filter((entry) => entry.entitlement !== entitlement)),
    explain(entitlement) {
      explained.push(entitlement);
      publish();
      let undone = false;
      return () => {
        if (undone) return;
        undone = true;
        explained.splice(explained.indexOf(entitlement), 1);
        publish();
      };
    },
    reconcile(current, state) {
      const now = licenseIdentity(current);
      const isKept = ({ under, entitlement, checksBefore }: RefusalRecord) => {
        const isChecked = checks.answered > checksBefore;
        // A 402 without an entitlement stays until a check shows a license in force.
        if (entitlement === null) return !isChecked || state === 'expired' || state === 'unlicensed' || state === 'unknown';
        return under === null || under === now || refusalReason(current, state, entitlement) !== 'disputed';
      };
      const kept = records.filter(isKept);
      const gone = records.filter((entry) => !kept.includes(entry));
      restore(gone, 'license');
      // Refusals before the first response belong to the license of that response.
      setRefusals(kept.map((entry) => (entry.under === null && now !== null ? { ...entry, under: now } : entry)));
    },
    subscribe: listeners.subscribe,
  };
}
