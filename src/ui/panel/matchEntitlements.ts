/**
 * Texts of entitlements as they are searched, by id. Upper case by no language's own rules lets "ı" and "I" be one letter, and
 * "ß" be "SS"; ids mean the same everywhere.
 */
export function searchable(titles: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(Array.from(titles, ([id, title]) => [id, folded(`${title} ${id}`)]));
}

/** The ids whose text has every word of the query; `null` for an empty query, which asks nothing. */
export function matchEntitlements(texts: ReadonlyMap<string, string>, query: string): ReadonlySet<string> | null {
  const terms = folded(query).split(/\s+/).filter(Boolean);
  if (terms.length === 0) return null;
  return new Set(Array.from(texts).flatMap(([id, text]) => (terms.every((term) => text.includes(term)) ? [id] : [])));
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();
}
