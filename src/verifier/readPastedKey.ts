import { attempt } from '../lib/attempt.js';
import { base64url } from 'jose';
import { LicenseError, type LicenseErrorCode } from '../license/LicenseError.js';
import { type FoundToken, findTokens, isComplete } from './findTokens.js';
import { type PasteRepair, sourcesOf, surroundingsOf } from './pasteSources.js';

export type { PasteRepair } from './pasteSources.js';

/** A license key found in a pasted text. Not verified. */
export type PastedKey = {
  /** The signed JWT alone. */
  readonly licenseKey: string;
  /** The things that were removed to find the key, in order. */
  readonly undone: readonly PasteRepair[];
};

const MAX_LENGTH = 262_144;
// Invisible characters that come with a copy: byte order marks, zero-width and bidirectional characters, soft hyphens, the zeros of UTF-16, and the
// colours of a terminal.
const INVISIBLE = /(?!\s)\p{Cc}(?:\[[\d;]*[A-Za-z])?|\p{Cf}|\p{Variation_Selector}|\ufffd/gu;
// An escape sequence right before a key, as in a fragment of JSON.
const ESCAPED = /\\(?:[nrt]|u00[0-9a-f]{2})(?=eyJ)/gi;
const HTML_BREAKS = /&#8203;|<w?br ?\/?>/g;

/**
 * Finds the license key in a pasted or dropped text. Accepts the key itself, a shell command, an `.env` or unit file, and a Secret as YAML or JSON.
 * Each may be encoded as base64. Runs in linear time.
 *
 * @throws {LicenseError} `empty_input`, `private_key`, `public_key`, `encrypted_token`, `session_token`, `truncated_token`, `json_serialization` or
 *   `several_keys`, depending on the text. Otherwise `malformed_token`. The error never contains the text.
 * @example const { licenseKey, undone } = readPastedKey('export LICENSE_KEY="eyJ…"') // undone: ['assignment', 'quotes']
 * @see docs/verifier.md
 */
export function readPastedKey(pasted: string): PastedKey {
  if (typeof pasted !== 'string' || pasted.length > MAX_LENGTH) throw createRefusal('malformed_token');
  const text = decodeTransport(removeInvisible(pasted)).replace(/\u00a0/g, ' ');
  if (text.trim() === '') throw createRefusal('empty_input');
  // Decoded JSON and base64 may also contain invisible characters.
  const sources = sourcesOf(text).map((source) => ({
    ...source,
    text: source.isJson ? removeInvisible(source.text) : removeInvisible(source.text).replace(ESCAPED, '\n'),
  }));
  // Refuses a private key even beside a license key, because the user must learn that it is exposed.
  if (sources.some((source) => isPrivateKey(source.text))) throw createRefusal('private_key');
  const found = sources
    .filter(({ isJson }) => !isJson)
    .flatMap((source) => findTokens(source.text).map((token) => ({ ...token, source, kind: kindOf(token.token) })));
  const keys = found.filter(({ kind }) => kind === null);
  const [first, ...others] = keys;
  if (first === undefined) throw createRefusal(kindOfJson(text) ?? found[0]?.kind ?? kindOfText(text));
  if (others.some(({ token }) => token !== first.token)) throw createRefusal('several_keys');
  const undone = [...first.source.undone, ...repairsOf(first.source.text, first)];
  const invisible: readonly PasteRepair[] = removeInvisible(pasted) === pasted ? [] : ['invisible-characters'];
  return { licenseKey: first.token, undone: [...new Set([...invisible, ...undone])] };
}

function removeInvisible(text: string): string {
  return text.replace(INVISIBLE, '').replace(HTML_BREAKS, '');
}

// Decodes percent-encoding of URLs and quoted-printable of mails.
function decodeTransport(text: string): string {
  if (/%(3D|3A|22|27|20|0A)/i.test(text)) {
    try {
      return decodeURIComponent(text);
    } catch {
      // Not percent-encoded after all.
    }
  }
  return /=3D|=\r?\n[\w.-]+=\r?\n/.test(text) ? text.replace(/=\r?\n/g, '').replace(/=3D/g, '=') : text;
}

function repairsOf(text: string, { token, start, end, wrapped }: FoundToken): readonly PasteRepair[] {
  if (text === token) return [];
  const before = text.slice(0, start);
  const after = text.slice(end);
  const isCut = !wrapped && end - start !== token.length;
  const undone: PasteRepair[] = [...surroundingsOf(before, before.trim() !== '' || after.trim() !== '' || isCut)];
  if (wrapped || undone.length === 0) undone.push('white-space');
  return undone;
}

/** Returns the error code for a token that is not a license key; `null` if it may be one. Verifies nothing. */
function kindOf(token: string): LicenseErrorCode | null {
  const parts = token.split('.');
  const [head = '', body = ''] = parts;
  const header = parse(head);
  const has = (object: unknown, name: string) => typeof object === 'object' && object !== null && Object.hasOwn(object, name);
  if (has(header, 'kty')) return has(header, 'd') || has(header, 'k') ? 'private_key' : 'public_key';
  if (has(header, 'enc')) return 'encrypted_token';
  const claims = parse(body);
  if (claims !== undefined && !has(claims, 'tier') && !has(claims, 'entitlements')) return 'session_token';
  if (parts.length > 3 && !parts.includes('')) return 'malformed_token';
  return header !== undefined && claims !== undefined && isComplete(token) ? null : 'truncated_token';
}

function isPrivateKey(text: string): boolean {
  // A JWK may be written as JSON, as a JSON string, as YAML, or in the output of a program.
  return (
    /-----BEGIN [A-Z ]*PRIVATE KEY|PuTTY-User-Key-File/.test(text) || (/\bkty\b/.test(text) && /(^|[\s{,"'])[dk]\\?["']?\s*:/.test(text))
  );
}

function kindOfJson(text: string): LicenseErrorCode | null {
  if (/"ciphertext"\s*:/.test(text)) return 'encrypted_token';
  if (/"payload"\s*:/.test(text) && /"signatures?"\s*:/.test(text)) return 'json_serialization';
  return null;
}

function kindOfText(text: string): LicenseErrorCode {
  // The first characters of the token are missing.
  if (/\.eyJ[\w-]+\.[\w-]{43}/.test(text)) return 'truncated_token';
  return /-----BEGIN |"kty"|\bssh-(ed25519|rsa) /.test(text) ? 'public_key' : 'malformed_token';
}

function parse(part: string): unknown {
  return attempt((): unknown => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(base64url.decode(part))));
}

const REFUSALS: Partial<Record<LicenseErrorCode, string>> = {
  empty_input: 'Nothing was pasted. Paste the license key, or drop the file that holds it.',
  private_key: 'There is a private key or another secret key in it. Treat it as exposed, and replace it wherever it is used.',
  public_key: 'This is a public key or a certificate, not a license key. Paste the license key, which begins with eyJ.',
  encrypted_token: 'This token is encrypted; a license key is only signed. Ask your account representative for the license key.',
  session_token: 'This is a token of another kind, such as a session token. Treat it as a secret, and paste the license key.',
  truncated_token: 'The license key is cut off. Copy the whole key, from the first letter to the last.',
  json_serialization: 'This is a signature in JSON form. Paste the compact license key: one text with two dots in it.',
  several_keys: 'There are several license keys in it. Paste one of them.',
  malformed_token: 'There is no license key in it. A license key begins with eyJ and has two dots in it.',
};

function createRefusal(code: LicenseErrorCode): LicenseError {
  return new LicenseError(code, REFUSALS[code] ?? '');
}
