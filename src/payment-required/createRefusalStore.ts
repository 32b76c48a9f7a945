import type { EntitlementRoutes } from '../license/entitlements.js';
import type { License } from '../license/License.js';
import { DOCUMENTED_ROUTES, entitlementsOf, type PaymentRequiredResponse, parsePaymentRequired, routeOf } from './parsePaymentRequired.js';
import { licenseIdentity } from '../license/licenseIdentity.js';
import type { LicenseState } from '../license/licenseStatus.js';
import { refusalReason } from './refusalReason.js';
import { createEmitter } from '../lib/createEmitter.js';
import { createRouteEvidence } from './createRouteEvidence.js';

/** An entitlement for which the API has answered 402; one entry, however many requests failed. */
export type RefusedEntitlement = {
  /** `null` for answers that named none. */
  readonly entitlement: string | null;
  /** Whether the person has nothing to be told: only background requests failed, or the notice was dismissed. */
  readonly silent: boolean;
  /** Whether something on the page explains it in place, so that no notice is needed. */
  readonly explained: boolean;
  /** Which license was in force by the last answer before, as `licenseIdentity` tells it; `null` before the first. */
  readonly under: string | null;
  /** How many checks of the license had begun by then. */
  readonly checksBefore: number;
};

/** A request, as far as it matters what became of it. */
export type WatchedRequest = {
  /** The path below the base URL; `null` where it isn't known. */
  readonly path: string | null;
  /** Tells it from every other request: method, path, query, and a body of text. */
  readonly id: string;
};

/** A 402, and what was known when its head came. */
type Refused = WatchedRequest &
  PaymentRequiredResponse & {
    /** Nobody waits for the answer. */
    readonly background: boolean;
    /** From {@link RefusalStore.record402}. */
    readonly receipt: Receipt;
  };

/** What was known when the head of a 402 came. */
type Receipt = { readonly checksBefore: number; readonly license: License | null; readonly turn: number };

/** What the API has refused with a 402 since the page was loaded, and still does as far as is known. */
export type RefusalStore = {
  /** The entries; the same array until something changes. */
  refusals(): readonly RefusedEntitlement[];
  /** Which entitlement a request needs, as far as the address tells. */
  routeOf(path: string | null): string | null;
  /** Takes note that a 402 has come, before its body is read; `null` for a response that is known already. */
  record402(response: object): Receipt | null;
  /**
   * Takes in a 402; what isn't about the license is ignored, and so is one that the same request has overtaken, and worked.
   * `null` where it is left alone, or can't be told any more, as when the host has aborted it.
   */
  addRefusal(refused: Refused | null): void;
  /** Takes in that a request has worked. */
  recordSuccess(request: WatchedRequest): void;
  /** Whether an answer that works would tell it anything. */
  isWaiting(): boolean;
  /** What was refused, and has come back. */
  restored(): {
    /** How often something has. */
    readonly count: number;
    /** Which entitlements did last. */
    readonly entitlements: readonly string[];
    /** What has shown it: that a request works, or another license. */
    readonly by: 'request' | 'license';
  };
  /** Silences the notice of an entitlement, until it works again. */
  dismiss(entitlement: string | null): void;
  /** Forgets that an entitlement was refused, so that it can be tried again. */
  forget(entitlement: string): void;
  /** Notes that something on the page explains an entitlement in place; returns the undo. */
  explain(entitlement: string): () => void;
  /** Drops what another license than the one that was refused has put in force again, and what a check has shown to mean nothing. */
  reconcile(license: License | null, state: LicenseState): void;
  /** Calls `listener` when the entries change; returns the undo. */
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

// A hostile or broken API can name as many as it likes.
const MAX_ENTRIES = 50;
const MAX_REQUESTS = 100;

/** A store without entries. It suggests a check for each entitlement that is refused anew. */
export function createRefusalStore({ entitlementRoutes, license, checks, refresh }: RefusalSource): RefusalStore {
  const routes = { ...DOCUMENTED_ROUTES, ...entitlementRoutes };
  const listeners = createEmitter();
  const seen = new WeakSet<object>();
  const explained: string[] = [];
  let records: readonly RefusalRecord[] = [];
  let shown: readonly RefusedEntitlement[] = [];
  let restored: ReturnType<RefusalStore['restored']> = { count: 0, entitlements: [], by: 'request' };
  // How many 402s are being read, and when requests have worked meanwhile.
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
    // The thousandth 402 tells nothing that the first one didn't.
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
    // An entry keeps its place, so that notices don't change theirs.
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
        if (entitlement === null) return !isChecked || state === 'expired' || state === 'unlicensed' || state === 'unknown';
        return under === null || under === now || refusalReason(current, state, entitlement) !== 'disputed';
      };
      const kept = records.filter(isKept);
      const gone = records.filter((entry) => !kept.includes(entry));
      restore(gone, 'license');
      // What was refused before the first answer was refused under the license that it brought.
      setRefusals(kept.map((entry) => (entry.under === null && now !== null ? { ...entry, under: now } : entry)));
    },
    subscribe: listeners.subscribe,
  };
}
