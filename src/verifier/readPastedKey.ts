import { base64url } from 'jose';
import { LicenseError, type LicenseErrorCode } from '../contract/LicenseError.js';
import { findTokens, type FoundToken, isComplete } from './findTokens.js';

/** What was undone to find the key; to be shown, so that nothing happens behind a person's back. */
export type PasteRepair = 'invisible-characters' | 'line-breaks' | 'quotes' | 'assignment' | 'yaml' | 'json' | 'base64' | 'surroundings';

/** A license key out of what was pasted; nothing in it is verified. */
export type PastedKey = { readonly licenseKey: string; readonly undone: readonly PasteRepair[] };

const MAX_LENGTH = 262_144;
// A byte order mark, zero-width and bidirectional characters, soft hyphens: they come with a copy, and nobody sees them.
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const BASE64 = /(?<![\w+/-])[A-Za-z0-9+/]{40}[A-Za-z0-9+/\s]*={0,2}(?![\w+/-])/g;

/**
 * Takes the license key out of what a person has pasted or dropped: the key itself, a line of a shell, an `.env` or unit
 * file, a Secret as YAML or JSON, also under one layer of base64. Linear in the length of the text.
 *
 * @throws {LicenseError} a code for each thing that isn't a license key: `empty_input`, `private_key`, `public_key`,
 *   `encrypted_token`, `session_token`, `truncated_token`, `json_serialization`, `several_keys`, else `malformed_token`. It
 *   never holds what was pasted.
 * @example const { licenseKey, undone } = readPastedKey('export LICENSE_KEY="eyJ…"') // undone: ['assignment', 'quotes']
 * @see docs/verifier.md
 */
export function readPastedKey(pasted: string): PastedKey {
  if (typeof pasted !== 'string' || pasted.length > MAX_LENGTH) throw refuse('malformed_token');
  const text = pasted.replace(INVISIBLE, '').replace(/\u00a0/g, ' ');
  if (text.trim() === '') throw refuse('empty_input');
  const invisible: readonly PasteRepair[] = text.length < pasted.length ? ['invisible-characters'] : [];
  const { licenseKey, undone } = search(text, true);
  return { licenseKey, undone: [...new Set([...invisible, ...undone])] };
}

function search(text: string, layered: boolean): PastedKey {
  // Whoever has pasted a secret of another kind has to know, whatever stands beside it.
  if (/-----BEGIN [A-Z ]*PRIVATE KEY/.test(text)) throw refuse('private_key');
  const json = parseJson(text);
  const kind = json === undefined ? null : jsonKind(json);
  if (kind !== null) throw refuse(kind);
  const found = findTokens(text);
  const candidates = found.map((each) => ({ ...each, kind: kindOf(each.token) }));
  const keys = candidates.filter(({ kind }) => kind === null);
  const [first, ...others] = keys;
  if (first) {
    if (others.some(({ token }) => token !== first.token)) throw refuse('several_keys');
    return { licenseKey: first.token, undone: repairs(text, first, json !== undefined) };
  }
  const inner = layered ? searchBase64(text, json !== undefined) : null;
  if (inner !== null) return inner;
  const [wrong] = candidates;
  if (wrong?.kind) throw refuse(wrong.kind);
  throw refuse(/-----BEGIN /.test(text) ? 'public_key' : 'malformed_token');
}

// What a Secret holds is base64, and so is what some tools print.
function searchBase64(text: string, isJson: boolean): PastedKey | null {
  let refusal: unknown;
  for (const [blob] of text.matchAll(BASE64)) {
    const decoded = decodeText(blob.replace(/\s/g, '').replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_'));
    if (decoded === null || !/eyJ|PRIVATE KEY/.test(decoded)) continue;
    try {
      const { licenseKey, undone } = search(decoded, false);
      const around: readonly PasteRepair[] = isJson
        ? ['json']
        : surroundings(text.slice(0, text.indexOf(blob)), text.trim() !== blob.trim());
      return { licenseKey, undone: [...around, 'base64', ...undone] };
    } catch (error) {
      refusal ??= error;
    }
  }
  if (refusal !== undefined) throw refusal;
  return null;
}

function repairs(text: string, { token, start, end, wrapped }: FoundToken, isJson: boolean): readonly PasteRepair[] {
  const before = text.slice(0, start);
  const hasMore = before.trim() !== '' || text.slice(end).trim() !== '';
  const undone: PasteRepair[] = isJson && token !== text.trim() ? ['json'] : [...surroundings(before, hasMore)];
  if (wrapped || (undone.length === 0 && text !== token)) undone.push('line-breaks');
  return undone;
}

function surroundings(before: string, hasMore: boolean): readonly PasteRepair[] {
  const line = before.slice(Math.max(0, before.length - 200));
  const undone: PasteRepair[] = [];
  if (/=\s*["'`]?$/.test(line)) undone.push('assignment');
  else if (/[\w.-]["']?[ \t]*:[ \t]*(?:[|>][-+]?\s*)?["']?$/.test(line)) undone.push('yaml');
  if (/["'`“”‘’«„]$/.test(line)) undone.push('quotes');
  return undone.length === 0 && hasMore ? ['surroundings'] : undone;
}

/** What a token is, if it is no license key; `null` if it may be one. Nothing is verified: it is about kinds alone. */
function kindOf(token: string): LicenseErrorCode | null {
  const parts = token.split('.');
  const [head = '', body = ''] = parts;
  const header = parseJson(decodeText(head) ?? '');
  if (Object.hasOwn(Object(header), 'enc')) return 'encrypted_token';
  const claims = parseJson(decodeText(body) ?? '');
  if (claims !== undefined && !Object.hasOwn(Object(claims), 'tier') && !Object.hasOwn(Object(claims), 'entitlements'))
    return 'session_token';
  if (parts.length > 3) return 'malformed_token';
  return header !== undefined && claims !== undefined && isComplete(token) ? null : 'truncated_token';
}

function jsonKind(json: unknown): LicenseErrorCode | null {
  const objects = [json, ...Object.values(Object(json)).flatMap((member) => (Array.isArray(member) ? member : [member]))];
  for (const object of objects) {
    const has = (name: string) => typeof object === 'object' && object !== null && Object.hasOwn(object, name);
    if (has('kty')) return has('d') || has('k') ? 'private_key' : 'public_key';
    if (has('ciphertext')) return 'encrypted_token';
    if (has('payload') && (has('signature') || has('signatures'))) return 'json_serialization';
  }
  return null;
}

function parseJson(text: string): unknown {
  if (!/^\s*[{["]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function decodeText(part: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(base64url.decode(part));
  } catch {
    return null;
  }
}

const REFUSALS: Partial<Record<LicenseErrorCode, string>> = {
  empty_input: 'Nothing was pasted. Paste the license key, or drop the file that holds it.',
  private_key: 'This is a private key, not a license key. Treat it as exposed, and replace it wherever it is used.',
  public_key: 'This is a public key or a certificate, not a license key. Paste the license key, which begins with eyJ.',
  encrypted_token: 'This token is encrypted; a license key is only signed. Ask your account representative for the license key.',
  session_token: 'This is a token of another kind, such as a session token. Treat it as a secret, and paste the license key.',
  truncated_token: 'The license key is cut off. Copy the whole key, from the first letter to the last.',
  json_serialization: 'This is a signature in JSON form. Paste the compact license key: one text with two dots in it.',
  several_keys: 'There are several license keys in it. Paste one of them.',
  malformed_token: 'There is no license key in it. A license key begins with eyJ and has two dots in it.',
};

function refuse(code: LicenseErrorCode): LicenseError {
  return new LicenseError(code, REFUSALS[code] ?? '');
}
