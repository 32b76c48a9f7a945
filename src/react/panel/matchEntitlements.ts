import type { EntitlementRow } from '../../license/entitlementState.js';

/** Returns the searchable text of each row. */
export function searchable(rows: readonly EntitlementRow[], titleOf: (row: EntitlementRow) => string): readonly string[] {
  // Folds all rows at once: with 10,000 rows, folding each one would be slower than typing.
  return fold(rows.map((row) => `${titleOf(row)} ${row.id}`.replaceAll('\n', ' ')).join('\n')).split('\n');
}

/** Returns the rows whose text contains every word of the query. Ignores case, accents and character widths. */
export function matchEntitlements(rows: readonly EntitlementRow[], texts: readonly string[], query: string): readonly EntitlementRow[] {
  const terms = fold(query).split(/\s+/);
  return rows.filter((_, at) => terms.every((term) => texts[at]?.includes(term)));
}

// Upper case, because it turns "ß" into "SS" and "ı" into "I". Independent of the locale, so that ids match in each language.
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();
}
