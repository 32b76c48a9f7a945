import type { EntitlementRow } from '../../license/entitlementState.js';

/** The text of each row, as it is searched. */
export function searchable(rows: readonly EntitlementRow[], titleOf: (row: EntitlementRow) => string): readonly string[] {
  // Folded in one piece: of ten thousand, each for itself takes longer than a person types.
  return folded(rows.map((row) => `${titleOf(row)} ${row.id}`.replaceAll('\n', ' ')).join('\n')).split('\n');
}

/** The rows whose text has every word of the query, case, accents and widths aside. */
export function matchEntitlements(rows: readonly EntitlementRow[], texts: readonly string[], query: string): readonly EntitlementRow[] {
  const terms = folded(query).split(/\s+/);
  return rows.filter((_, at) => terms.every((term) => texts[at]?.includes(term)));
}

// Upper case, and by the rules of no language: "ß" is "SS" then, "ı" is "I", and ids are the same everywhere.
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();
}
