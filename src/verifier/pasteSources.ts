import { attempt, parseJson } from '../lib/attempt.js';
import { type PasteRepair, repairsBefore } from './pasteRepairs.js';

/** A text that may contain a key, and the repairs that led to it. */
export type PasteSource = { readonly text: string; readonly repairs: readonly PasteRepair[] };

// A Secret as JSON contains base64, and may contain a manifest as a JSON string.
const MAX_LAYERS = 3;
// Base64 or base64url, also if it is wrapped. A word before a colon is the next name in YAML.
const BASE64 = /(?<![\w+/.-])[\w+/-]{32,}(?:\s+[\w+/-]+(?![\w+/:-]))*={0,2}/g;

/** Yields the strings of JSON and the texts that are encoded as base64, and then the text itself. */
export function* sourcesIn(text: string, repairs: readonly PasteRepair[] = [], layers = MAX_LAYERS): Generator<PasteSource> {
  if (layers > 0) {
    const json = parseJson(text);
    for (const string of stringsIn(json)) yield* sourcesIn(string, [...repairs, 'json'], layers - 1);
    if (typeof json !== 'object') {
      for (const { 0: blob, index } of text.matchAll(BASE64)) {
        const around = text.trim() === blob ? [] : repairsBefore(text, index);
        // The lines are one wrapped text, or one text each.
        for (const base64 of new Set([blob, ...blob.split(/\s+/)])) {
          const decoded = decodeBase64(base64);
          if (/eyJ|PRIVATE KEY|"kty"/.test(decoded)) yield* sourcesIn(decoded, [...repairs, ...around, 'base64'], layers - 1);
        }
      }
    }
  }
  yield { text, repairs };
}

/** Returns the strings in an object or an array, but not a string itself: it may be the key in quotes. */
function stringsIn(value: unknown, depth = 8): readonly string[] {
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((member) => (typeof member === 'string' ? member : stringsIn(member, depth - 1)));
}

// A word below the blob may be part of the match. It decodes to characters that end the token.
function decodeBase64(blob: string): string {
  const base64 = blob.replace(/[\s=]/g, '').replaceAll('-', '+').replaceAll('_', '/');
  const whole = base64.length % 4 === 1 ? base64.slice(0, -1) : base64;
  const bytes = attempt(() => Uint8Array.from(atob(whole), (char) => char.charCodeAt(0)));
  return new TextDecoder().decode(bytes);
}
