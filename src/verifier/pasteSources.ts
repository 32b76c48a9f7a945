import { parseJson } from '../lib/attempt.js';
/** What was undone to find the key; to be shown, so that nothing happens behind a person's back. */
export type PasteRepair = 'invisible-characters' | 'white-space' | 'quotes' | 'assignment' | 'yaml' | 'json' | 'base64' | 'surroundings';

/** A text in which a key may stand, and what was undone to come to it. */
export type PasteSource = {
  readonly text: string;
  readonly undone: readonly PasteRepair[];
  /** Whether it is JSON, whose strings are sources of their own. */
  readonly isJson: boolean;
};

const MAX_DEPTH = 2;
const MAX_SOURCES = 5_000;
// A line, or a word of it, that may be base64.
const BASE64_LINE = /(?<![\w+/.-])[A-Za-z0-9+/]{40,}={0,2}/g;
const NEXT_LINE = /[ \t\r]*\n[>| \t]*([A-Za-z0-9+/]+={0,2})(?=\s|$)/y;

/** The texts within a text: itself, the strings of its JSON, and what stands under base64 in them. */
export function sourcesOf(text: string, depth = MAX_DEPTH): readonly PasteSource[] {
  const json = parseJson(text);
  const whole: PasteSource = { text, undone: [], isJson: json !== undefined };
  const strings = stringsIn(json).map((string) => ({ text: string, undone: ['json' as const], isJson: parseJson(string) !== undefined }));
  const texts: readonly PasteSource[] = whole.isJson ? strings : [whole];
  if (depth === 0) return [whole, ...strings];
  const inner = texts.flatMap((source) =>
    // A manifest within an annotation is JSON in a string of JSON.
    source.isJson ? sourcesOf(source.text, depth - 1) : base64In(source, depth - 1),
  );
  return [whole, ...strings, ...inner].slice(0, MAX_SOURCES);
}

/** What stands around a key, from what stands before it. */
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
    // It was a line of the one before.
    if (index < end) continue;
    const [blob, next] = wholeBlob(text, first, index + first.length);
    end = next;
    const decoded = decodeText(blob);
    if (decoded === null || !/eyJ|PRIVATE KEY|"kty"/.test(decoded)) continue;
    const before = text.slice(0, index);
    const around = surroundingsOf(before, before.trim() !== '' || text.slice(next).trim() !== '');
    for (const inner of sourcesOf(decoded, depth)) found.push({ ...inner, undone: [...undone, ...around, 'base64', ...inner.undone] });
  }
  return found;
}

// Lines of one length, and a last one that is shorter; a word below them is no part of it where they end by themselves.
function wholeBlob(text: string, first: string, end: number): readonly [blob: string, end: number] {
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
