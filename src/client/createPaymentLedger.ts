import type { License } from '../contract/License.js';
import {
  DOCUMENTED_ROUTES,
  type EntitlementRoutes,
  entitlementsOf,
  type PaymentRequiredAnswer,
  readPaymentClues,
} from '../contract/paymentClues.js';
import type { LicenseState } from '../status/licenseStatus.js';
import { paymentReason } from '../status/paymentReason.js';

/** An entitlement for which the API has answered 402; one entry, however many requests failed. */
export type RefusedEntitlement = {
  /** `null` for answers that named none. */
  readonly entitlement: string | null;
  /** Whether the person has nothing to be told: only background requests failed, or the notice was dismissed. */
  readonly silent: boolean;
  /** How many answers the license route had given when it was refused last. */
  readonly answersBefore: number;
};

/** What the API has refused with a 402 since the page was loaded, and still does as far as is known. */
export type PaymentLedger = {
  /** The entries; the same array until something changes. */
  entries(): readonly RefusedEntitlement[];
  /** Takes in a 402; what isn't about the license is ignored. `background`: nobody waits for the answer. */
  report(answer: PaymentRequiredAnswer, background?: boolean): void;
  /** Takes in that a request to this path, which was refused before, has worked. */
  worked(path: string): void;
  /** Silences the notice of an entitlement, until it works again. */
  dismiss(entitlement: string | null): void;
  /** Forgets that an entitlement was refused, so that it can be tried again. */
  forget(entitlement: string): void;
  /** Raises no notice for an entitlement while something on the page explains it in place; returns the undo. */
  explain(entitlement: string): () => void;
  /** Drops what another license than the one that was refused has put in force again; tells whether it was anything. */
  settle(license: License | null, state: LicenseState): boolean;
  /** Calls `listener` when the entries change; returns the undo. */
  subscribe(listener: () => void): () => void;
};

type Entry = RefusedEntitlement & { readonly dismissed: boolean; readonly under: string | null; readonly paths: ReadonlySet<string> };

// A hostile or broken API can name as many as it likes.
const MAX_ENTRIES = 50;
const MAX_PATHS = 100;

/** What the ledger needs of the license client. */
export type LedgerSource = {
  readonly entitlementRoutes: EntitlementRoutes;
  /** The last good answer of the license route. */
  license(): License | null;
  /** How many answers it has given. */
  answers(): number;
  /** Has the license read again. */
  requestCheck(): void;
};

/** A ledger without entries. It requests one check for each entitlement that is refused. */
export function createPaymentLedger({ entitlementRoutes, license, answers, requestCheck }: LedgerSource): PaymentLedger {
  const listeners = new Set<() => void>();
  let entries: readonly Entry[] = [];
  let shown: readonly RefusedEntitlement[] = entries;
  const explained: string[] = [];
  const publish = () => {
    shown = entries.map((entry) => (explained.includes(entry.entitlement ?? '') ? { ...entry, silent: true } : entry));
    for (const listener of [...listeners]) listener();
  };
  const become = (next: readonly Entry[]) => {
    if (next.length === entries.length && next.every((entry, at) => entry === entries[at])) return;
    entries = next;
    publish();
  };
  const refuse = (entitlement: string | null, path: string, background: boolean) => {
    const known = entries.find((entry) => entry.entitlement === entitlement);
    const silent = background || known?.dismissed === true;
    // The thousandth 402 tells nothing that the first one didn't.
    if (known?.paths.has(path) && (silent || !known.silent)) return;
    const entry: Entry = {
      entitlement,
      silent: silent && (known?.silent ?? true),
      dismissed: known?.dismissed ?? false,
      answersBefore: known?.answersBefore ?? answers(),
      under: known?.under ?? identity(license()),
      paths: new Set([...(known?.paths ?? []), path].slice(-MAX_PATHS)),
    };
    become([...entries.filter((other) => other !== known), entry].slice(-MAX_ENTRIES));
    if (known === undefined) requestCheck();
  };

  return {
    entries: () => shown,
    report(answer, background = false) {
      const clues = readPaymentClues(answer, { ...DOCUMENTED_ROUTES, ...entitlementRoutes });
      const entitlements = clues && entitlementsOf(clues, license()?.entitlements ?? []);
      if (entitlements === null) return;
      for (const entitlement of entitlements.length > 0 ? entitlements : [null]) refuse(entitlement, answer.path, background);
    },
    worked: (path) => become(entries.filter((entry) => !entry.paths.has(path))),
    dismiss: (entitlement) =>
      become(entries.map((entry) => (entry.entitlement === entitlement ? { ...entry, silent: true, dismissed: true } : entry))),
    forget: (entitlement) => become(entries.filter((entry) => entry.entitlement !== entitlement)),
    explain(entitlement) {
      explained.push(entitlement);
      publish();
      return () => {
        explained.splice(explained.indexOf(entitlement), 1);
        publish();
      };
    },
    settle(current, state) {
      const now = identity(current);
      const kept = entries.filter(({ under, entitlement }) => under === null || under === now || !inForce(current, state, entitlement));
      const dropped = kept.length < entries.length;
      // What was refused before the first answer was refused under the license that it brought.
      become(kept.map((entry) => (entry.under === null && now !== null ? { ...entry, under: now } : entry)));
      return dropped;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function inForce(license: License | null, state: LicenseState, entitlement: string | null): boolean {
  if (entitlement === null) return state === 'active' || state === 'expiring' || state === 'grace';
  return paymentReason(license, state, entitlement) === 'disputed';
}

function identity(license: License | null): string | null {
  return license && JSON.stringify([license.tier, license.entitlements, license.expiresAt]);
}
