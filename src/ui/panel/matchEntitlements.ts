import type { EntitlementRow } from '../../status/entitlementState.js';

/** The text of each entitlement, by its id, as it is searched. */
export function searchable(rows: readonly EntitlementRow[], titleOf: (row: EntitlementRow) => string): ReadonlyMap<string, string> {
  return new Map(rows.map((row) => [row.id, folded(`${titleOf(row)} ${row.id}`)]));
}

/** The ids whose text has every word of the query, case, accents and widths aside. */
export function matchEntitlements(texts: ReadonlyMap<string, string>, query: string): ReadonlySet<string> {
  const terms = folded(query).split(/\s+/);
  return new Set(Array.from(texts).flatMap(([id, text]) => (terms.every((term) => text.includes(term)) ? [id] : [])));
}

// Upper case, and by the rules of no language: "ß" is "SS" then, "ı" is "I", and ids are the same everywhere.
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();
}
