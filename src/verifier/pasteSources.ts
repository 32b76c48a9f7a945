import { attempt, parseJson } from '../lib/attempt.js';
import { type PasteRepair, repairsBefore } from './pasteRepairs.js';

/** A text that may contain a key, and the repairs that led to it. */
export type PasteSource = { readonly text: string; readonly repairs: readonly PasteRepair[] };

// JSON, a manifest as a JSON string in it, and base64 in that.
const MAX_LAYERS = 3;
// Base64 or base64url, over several lines. Stops before `name:`, the next field of YAML.
const BASE64 = /(?<![\w+/.-])[\w+/-]{24,}(?:[\s>]+[\w+/-]+(?![\w+/:-]))*={0,2}/g;
// A shorter text contains neither a token nor a key.
const MIN_LENGTH = 24;

/** Yields the strings of JSON and the texts that are encoded as base64, and then the text itself. */
export function* sourcesIn(text: string, repairs: readonly PasteRepair[] = [], layers = MAX_LAYERS): Generator<PasteSource> {
  if (layers > 0) {
    const json = parseJson(text);
    // A string without escapes is a key in quotes.
    const isEscaped = typeof json === 'string' && text.includes('\\');
    for (const string of isEscaped ? [json] : stringsIn(json)) yield* sourcesIn(string, [...repairs, 'json'], layers - 1);
    if (typeof json !== 'object') {
      const whole = text.trim();
      for (const { 0: blob, index } of text.matchAll(BASE64)) {
        const around = whole === blob ? [] : repairsBefore(text, index);
        // The lines are one wrapped text, or one text each.
        for (const base64 of new Set([blob, ...blob.split(/[\s>]+/)])) {
          const decoded = decodeBase64(base64);
          if (/eyJ|PRIVATE\s+KEY|kty/.test(decoded)) yield* sourcesIn(decoded, [...repairs, ...around, 'base64'], layers - 1);
        }
      }
    }
  }
  yield { text, repairs };
}

/** Returns the strings in an object or an array. */
function stringsIn(value: unknown, depth = 8): readonly string[] {
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((member) => {
    if (typeof member === 'string') return member.length < MIN_LENGTH ? [] : member;
    return stringsIn(member, depth - 1);
  });
}

function decodeBase64(blob: string): string {
  const base64 = blob
    .replace(/[\s>=]/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  // A word below the base64 may be part of the match. Drops a character if the length is invalid. The rest decodes to bytes that end the token.
  const whole = base64.length % 4 === 1 ? base64.slice(0, -1) : base64;
  return attempt(() => new TextDecoder().decode(Uint8Array.from(atob(whole), (char) => char.charCodeAt(0)))) ?? '';
}
