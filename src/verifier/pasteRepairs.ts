/** Something that was removed or replaced to find the key. The page lists the repairs, so that the user knows how the text differs from the key. */
export type PasteRepair =
  | 'invisible-characters'
  | 'markdown'
  | 'dashes'
  | 'white-space'
  | 'quotes'
  | 'assignment'
  | 'yaml'
  | 'json'
  | 'base64'
  | 'surroundings';

/** Returns how a text differs from the token that was found in it. */
export function repairsOf(text: string, token: string, index: number): readonly PasteRepair[] {
  if (text === token) return [];
  if (text.replace(/\s/g, '') === token) return ['white-space'];
  const repairs = repairsBefore(text, index);
  return text.includes(token) ? repairs : [...repairs, 'white-space'];
}

/** Returns what stands directly before an index: an assignment, a YAML field, a quotation mark, or otherwise `surroundings`. */
export function repairsBefore(text: string, index: number): readonly PasteRepair[] {
  const line = text.slice(Math.max(0, index - 200), index);
  const repairs: PasteRepair[] = [];
  if (/=\s*["'`]?$/.test(line)) repairs.push('assignment');
  else if (/:[ \t]*(?:[|>][-+]?\s*)?["']?$/.test(line)) repairs.push('yaml');
  if (/["'`“”‘’«„]$/.test(line)) repairs.push('quotes');
  return repairs.length === 0 ? ['surroundings'] : repairs;
}
