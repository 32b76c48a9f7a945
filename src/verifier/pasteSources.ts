import { parseJson } from '../lib/attempt.js';

/** One thing that was removed to find the key. The page lists them, so that the user knows how the pasted text differs from the key. */
export type PasteRepair = 'invisible-characters' | 'white-space' | 'quotes' | 'assignment' | 'yaml' | 'json' | 'base64' | 'surroundings';

/** A text that may contain a key, and the steps that led to it. */
export type PasteSource = {
  readonly text: string;
  readonly undone: readonly PasteRepair[];
  /** True if the text is JSON. Its strings are separate sources. */
  readonly isJson: boolean;
};

const MAX_DEPTH = 2;
const MAX_SOURCES = 5_000;
// A line, or a word in a line, that may be base64.
const BASE64_LINE = /(?<![\w+/.-])[A-Za-z0-9+/]{40,}={0,2}/g;
const NEXT_LINE = /[ \t\r]*\n[>| \t]*([A-Za-z0-9+/]+={0,2})(?=\s|$)/y;

/** Returns the text itself, the strings of its JSON, and the texts that are encoded in them as base64. */
export function sourcesOf(text: string, depth = MAX_DEPTH): readonly PasteSource[] {
  const json = parseJson(text);
  const whole: PasteSource = { text, undone: [], isJson: json !== undefined };
  const strings = stringsIn(json).map((string) => ({ text: string, undone: ['json' as const], isJson: parseJson(string) !== undefined }));
  const texts: readonly PasteSource[] = whole.isJson ? strings : [whole];
  if (depth === 0) return [whole, ...strings];
  const inner = texts.flatMap((source) =>
    // A manifest in an annotation is JSON in a JSON string.
    source.isJson ? sourcesOf(source.text, depth - 1) : base64In(source, depth - 1),
  );
  return [whole, ...strings, ...inner].slice(0, MAX_SOURCES);
}

/**
 * Derives from the text before a key how the key is wrapped.
 *
 * @param hasMore True if the text contains more than the key.
 */
export function surroundingsOf(before: string, hasMore: boolean): readonly PasteRepair[] {
  const line = before.slice(-200);
  const undone: PasteRepair[] = [];
  if (/=\s*["'`]?$/.test(line)) undone.push('assignment');
  else if (/:[ \t]*(?:[|>][-+]?\s*)?["']?$/.test(line)) undone.push('yaml');
  if (/["'`“”‘’«„]$/.test(line)) undone.push('quotes');
  return undone.length === 0 && hasMore ? ['surroundings'] : undone;
}

function base64In({ text, undone }: PasteSource, depth: number): readonly PasteSource[] {
  const found: PasteSource[] = [];
  BASE64_LINE.lastIndex = 0;
  const lines = [...text.matchAll(BASE64_LINE)];
  let end = 0;
  for (const { 0: first, index } of lines) {
    // This line belongs to the previous blob.
    if (index < end) continue;
    const [blob, next] = readBlob(text, first, index + first.length);
    end = next;
    const decoded = decodeText(blob);
    if (decoded === null || !/eyJ|PRIVATE KEY|"kty"/.test(decoded)) continue;
    const before = text.slice(0, index);
    const around = surroundingsOf(before, before.trim() !== '' || text.slice(next).trim() !== '');
    for (const inner of sourcesOf(decoded, depth)) found.push({ ...inner, undone: [...undone, ...around, 'base64', ...inner.undone] });
  }
  return found;
}

// Joins lines of equal length and a shorter last one. Skips a shorter line that does not decode, such as a word below the blob.
function readBlob(text: string, first: string, end: number): readonly [blob: string, end: number] {
  const lines = [first];
  for (NEXT_LINE.lastIndex = end; ; ) {
    const line = NEXT_LINE.exec(text)?.[1];
    const last = lines.at(-1) ?? '';
    if (line === undefined || last.length < first.length || line.length > first.length || last.endsWith('=')) break;
    if (line.length < first.length && decodeText(lines.join('') + line) === null) break;
    lines.push(line);
    end = NEXT_LINE.lastIndex;
  }
  return [lines.join(''), end];
}

function stringsIn(value: unknown, depth = 8): readonly string[] {
  if (typeof value === 'string') return [value];
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((member) => stringsIn(member, depth - 1));
}

function decodeText(base64: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
  } catch {
    return null;
  }
}
