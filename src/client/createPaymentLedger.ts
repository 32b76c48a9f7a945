import type { License } from '../contract/License.js';
import {
  DOCUMENTED_ROUTES,
  type EntitlementRoutes,
  entitlementsOf,
  type PaymentRequiredAnswer,
  readPaymentClues,
  routeOf,
} from '../contract/paymentClues.js';
import { licenseIdentity } from '../status/licenseIdentity.js';
import type { LicenseState } from '../status/licenseStatus.js';
import { paymentReason } from '../status/paymentReason.js';
import { createListeners } from './createListeners.js';

/** An entitlement for which the API has answered 402; one entry, however many requests failed. */
export type RefusedEntitlement = {
  /** `null` for answers that named none. */
  readonly entitlement: string | null;
  /** Whether the person has nothing to be told: only background requests failed, or the notice was dismissed. */
  readonly silent: boolean;
  /** Whether something on the page explains it in place, so that no notice is needed. */
  readonly explained: boolean;
  /** Which license was in force by the last answer before, as {@link licenseIdentity} tells it; `null` before the first. */
  readonly under: string | null;
  /** How many checks of the license had begun by then. */
  readonly checksBefore: number;
};

/** A 402, and what was known when its head came. */
type Refused = PaymentRequiredAnswer & {
  readonly method: string;
  /** Nobody waits for the answer. */
  readonly background: boolean;
  /** From {@link PaymentLedger.receive}. */
  readonly receipt: Receipt;
};

/** What was known when the head of a 402 came. */
type Receipt = { readonly checksBefore: number; readonly under: string | null; readonly turn: number };

/** What the API has refused with a 402 since the page was loaded, and still does as far as is known. */
export type PaymentLedger = {
  /** The entries; the same array until something changes. */
  entries(): readonly RefusedEntitlement[];
  /** Takes note that a 402 has come, before its body is read; `null` for a response that is known already. */
  receive(response: object): Receipt | null;
  /** Takes in a 402; what isn't about the license is ignored, and so is one that has been overtaken by an answer that worked. */
  report(refused: Refused): void;
  /** Takes in that a request has worked. */
  worked(method: string, path: string): void;
  /** Whether an answer that works would tell it anything. */
  isWaiting(): boolean;
  /** How often what was refused has worked again, and which entitlements did last. */
  restored(): { readonly count: number; readonly entitlements: readonly string[] };
  /** Silences the notice of an entitlement, until it works again. */
  dismiss(entitlement: string | null): void;
  /** Forgets that an entitlement was refused, so that it can be tried again. */
  forget(entitlement: string): void;
  /** Notes that something on the page explains an entitlement in place; returns the undo. */
  explain(entitlement: string): () => void;
  /** Drops what another license than the one that was refused has put in force again, and what a check has shown to mean nothing. */
  settle(license: License | null, state: LicenseState): void;
  /** Calls `listener` when the entries change; returns the undo. */
  subscribe(listener: () => void): () => void;
};

/** What the ledger needs of the license client. */
export type LedgerSource = {
  readonly entitlementRoutes: EntitlementRoutes;
  /** The last good answer of the license route. */
  license(): License | null;
  /** How many checks of it have begun, and which of them was answered last. */
  checks(): { readonly begun: number; readonly answered: number };
  /** Has the license read again. */
  requestCheck(): void;
};

type Entry = Omit<RefusedEntitlement, 'explained'> & { readonly dismissed: boolean; readonly requests: ReadonlySet<string> };

// A hostile or broken API can name as many as it likes.
const MAX_ENTRIES = 50;
const MAX_REQUESTS = 100;

/** A ledger without entries. It requests a check for each entitlement that is refused anew. */
export function createPaymentLedger({ entitlementRoutes, license, checks, requestCheck }: LedgerSource): PaymentLedger {
  const routes = { ...DOCUMENTED_ROUTES, ...entitlementRoutes };
  const listeners = createListeners();
  const seen = new WeakSet<object>();
  const explained: string[] = [];
  let entries: readonly Entry[] = [];
  let shown: readonly RefusedEntitlement[] = [];
  let restored: ReturnType<PaymentLedger['restored']> = { count: 0, entitlements: [] };
  // How many 402s are being read, and when requests and entitlements have worked meanwhile.
  let reading = 0;
  let turn = 0;
  const works = new Map<string | null, number>();

  const publish = () => {
    shown = entries.map((entry) => ({ ...entry, explained: explained.includes(entry.entitlement ?? '') }));
    listeners.tell();
  };
  const become = (next: readonly Entry[]) => {
    if (next.length === entries.length && next.every((entry, at) => entry === entries[at])) return;
    entries = next;
    publish();
  };
  const refuse = (entitlement: string | null, request: string, { background, receipt }: Refused) => {
    const known = entries.find((entry) => entry.entitlement === entitlement);
    const silent = background || known?.dismissed === true;
    // The thousandth 402 tells nothing that the first one didn't.
    if (known?.requests.has(request) && (silent || !known.silent)) return;
    const isNews = known === undefined || (known.silent && !silent);
    const { checksBefore, under } = isNews ? receipt : known;
    const entry: Entry = {
      entitlement,
      checksBefore,
      under,
      silent: silent && (known?.silent ?? true),
      dismissed: known?.dismissed ?? false,
      requests: new Set([...(known?.requests ?? []), request].slice(-MAX_REQUESTS)),
    };
    // An entry keeps its place, so that notices don't change theirs.
    become(known ? entries.map((other) => (other === known ? entry : other)) : [...entries, entry].slice(-MAX_ENTRIES));
    if (isNews) requestCheck();
  };

  return {
    entries: () => shown,
    receive(response) {
      if (seen.has(response)) return null;
      seen.add(response);
      reading += 1;
      return { checksBefore: checks().begun, under: licenseIdentity(license()), turn };
    },
    report(refused) {
      reading -= 1;
      const { method, path, receipt } = refused;
      const request = `${method} ${path}`;
      const overtaken = (what: string | null) => (works.get(what) ?? 0) > receipt.turn;
      const clues = overtaken(request) ? null : readPaymentClues(refused, routes);
      const entitlements = clues && entitlementsOf(clues, license()?.entitlements ?? []);
      for (const entitlement of entitlements?.length === 0 ? [null] : (entitlements ?? [])) {
        if (!overtaken(entitlement)) refuse(entitlement, request, refused);
      }
      if (reading === 0) works.clear();
    },
    worked(method, path) {
      const request = `${method} ${path}`;
      turn += 1;
      const route = routeOf(path, routes);
      if (reading > 0) for (const what of route === null ? [request] : [request, route]) works.set(what, turn);
      const isRestored = ({ requests, entitlement }: Entry) => requests.has(request) || (route !== null && entitlement === route);
      const kept = entries.filter((entry) => !isRestored(entry));
      if (kept.length === entries.length) return;
      const entitlements = entries.flatMap((entry) => (isRestored(entry) && entry.entitlement !== null ? [entry.entitlement] : []));
      restored = { count: restored.count + 1, entitlements };
      become(kept);
    },
    isWaiting: () => entries.length > 0 || reading > 0,
    restored: () => restored,
    dismiss: (entitlement) =>
      become(entries.map((entry) => (entry.entitlement === entitlement ? { ...entry, silent: true, dismissed: true } : entry))),
    forget: (entitlement) => become(entries.filter((entry) => entry.entitlement !== entitlement)),
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
    settle(current, state) {
      const now = licenseIdentity(current);
      const kept = entries.filter(({ under, entitlement, checksBefore }) => {
        const isChecked = checks().answered > checksBefore;
        if (entitlement === null) return !isChecked || state === 'expired' || state === 'unlicensed' || state === 'unknown';
        return under === null || under === now || paymentReason(current, state, entitlement) !== 'disputed';
      });
      // What was refused before the first answer was refused under the license that it brought.
      become(kept.map((entry) => (entry.under === null && now !== null ? { ...entry, under: now } : entry)));
    },
    subscribe: listeners.subscribe,
  };
}
