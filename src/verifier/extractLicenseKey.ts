import { base64url } from 'jose';
import { attempt, parseJson } from '../lib/attempt.js';
import { isRecord } from '../lib/guards.js';
import { LicenseError, type LicenseErrorCode } from '../license/LicenseError.js';
import { type FoundToken, findTokens } from './findTokens.js';
import { type PasteRepair, repairsOf } from './pasteRepairs.js';
import { type PasteSource, sourcesIn } from './pasteSources.js';

export type { PasteRepair } from './pasteRepairs.js';

/** A license key found in a pasted text. Not verified. */
export type ExtractedLicenseKey = {
  /** The signed JWT alone. */
  readonly licenseKey: string;
  /** The kinds of text that were removed or replaced, the outermost first. */
  readonly repairs: readonly PasteRepair[];
};

const MAX_LENGTH = 262_144;
// Invisible characters that come with a copy: byte order marks, zero-width and bidirectional characters, soft hyphens, the zeros of UTF-16, and the
// colours of a terminal.
const INVISIBLE = /(?!\s)\p{Cc}(?:\[[\d;]*[A-Za-z])?|\p{Cf}|\p{Variation_Selector}|\ufffd/gu;
// The dashes that word processors write for a hyphen.
const DASHES = /[\u2010-\u2015\u2212]/g;
// Tried in this order until one contains a key. The last one is for word processors that write one em dash for two hyphens.
const READINGS: readonly (readonly [readonly PasteRepair[], (text: string) => string])[] = [
  [[], (text) => text],
  [['markdown'], (text) => text.replace(/\\(?=[-_.])/g, '')],
  [['dashes'], (text) => text.replace(DASHES, '-')],
  [['dashes'], (text) => text.replaceAll('\u2014', '--').replace(DASHES, '-')],
];

/**
 * Finds the license key in a pasted or dropped text. Accepts the key itself, an assignment, an `.env` or unit file, and a Secret as YAML or JSON.
 * Each may be encoded as base64. Runs in linear time.
 *
 * @throws {LicenseError} `empty_input`, `private_key`, `public_key`, `encrypted_token`, `session_token`, `truncated_token`, `json_serialization` or
 *   `several_keys`, depending on the text. Otherwise `malformed_token`. The error never contains the text.
 * @example const { licenseKey, repairs } = extractLicenseKey('export LICENSE_KEY="eyJ…"') // repairs: ['assignment', 'quotes']
 * @see docs/verifier.md
 */
export function extractLicenseKey(pasted: string): ExtractedLicenseKey {
  if (typeof pasted !== 'string' || pasted.length > MAX_LENGTH)
    throw new LicenseError('malformed_token', 'The text must be a string of at most 262,144 characters. Paste only the license key.');
  const text = pasted.replace(INVISIBLE, '');
  if (text.trim() === '') throw refusal('empty_input');
  const invisible: readonly PasteRepair[] = text === pasted ? [] : ['invisible-characters'];
  for (const [repairs, read] of READINGS) {
    const reading = read(text);
    const found = reading === text && repairs.length > 0 ? null : findKey(reading);
    if (found) return { licenseKey: found.licenseKey, repairs: [...new Set([...invisible, ...repairs, ...found.repairs])] };
  }
  throw refusal(problemOf(text));
}

/**
 * Returns the license key in a text; `null` if there is none.
 *
 * @throws {LicenseError} `private_key` or `several_keys`.
 */
function findKey(text: string): ExtractedLicenseKey | null {
  const sources = sourcesOf(text);
  // Refuses a private key even beside a license key, because the user must learn that it is exposed.
  if (sources.some((source) => isPrivateKey(source.text))) throw refusal('private_key');
  const keys = sources.flatMap((source) =>
    findTokens(source.text)
      .filter((found) => tokenProblem(found) === null)
      .map((found) => ({ ...found, source })),
  );
  const [first] = keys;
  if (first === undefined) return null;
  const { token, index, source } = first;
  if (keys.some((other) => other.token !== token)) throw refusal('several_keys');
  return { licenseKey: token, repairs: [...source.repairs, ...repairsOf(source.text, token, index)] };
}

/** Returns the error code for a text without a license key. */
function problemOf(text: string): keyof typeof REFUSALS {
  if (/"ciphertext"\s*:/.test(text)) return 'encrypted_token';
  if (/"payload"\s*:/.test(text) && /"signatures?"\s*:/.test(text)) return 'json_serialization';
  const sources = sourcesOf(text);
  const problems = sources.flatMap((source) => findTokens(source.text).map(tokenProblem));
  const [problem] = problems;
  if (problem) return problems.includes('truncated_token') ? 'truncated_token' : problem;
  const has = (pattern: RegExp) => sources.some((source) => pattern.test(source.text));
  if (has(/-----BEGIN [A-Z ]*(PUBLIC KEY|CERTIFICATE)|"kty"|\bssh-(ed25519|rsa) /)) return 'public_key';
  // The start of a token, or a token without its start.
  return has(/(?<![A-Za-z0-9.])eyJ[\w-]{5}|\.eyJ[\w-]+\.[\w-]{43}/) ? 'truncated_token' : 'malformed_token';
}

// Decoded JSON and base64 may also contain invisible characters.
function sourcesOf(text: string): readonly PasteSource[] {
  return [...sourcesIn(text)].map((source) => ({ ...source, text: source.text.replace(INVISIBLE, '') }));
}

/** Returns the error code for a token that is not a license key; `null` if it may be one. */
function tokenProblem({ token, isComplete }: FoundToken): keyof typeof REFUSALS | null {
  const [header, claims] = token.split('.').map(decodeJson);
  if (!isRecord(header)) return 'truncated_token';
  if ('enc' in header) return 'encrypted_token';
  const isLicense = isRecord(claims) && ('tier' in claims || 'entitlements' in claims);
  if (claims !== undefined && !isLicense) return 'session_token';
  return isLicense && isComplete ? null : 'truncated_token';
}

// A JWK may be written as JSON, as a JSON string, as YAML, or in the output of a program.
function isPrivateKey(text: string): boolean {
  return (
    /BEGIN[\sA-Z0-9]{0,40}PRIVATE\s+KEY|PuTTY-User-Key-File/.test(text) ||
    (/\bkty\b/.test(text) && /(^|[\s{,"'])[dk]\\?["']?\s*:/.test(text))
  );
}

function decodeJson(segment: string): unknown {
  return parseJson(attempt(() => new TextDecoder('utf-8', { fatal: true }).decode(base64url.decode(segment))) ?? '');
}

const REFUSALS = {
  empty_input: 'There is no text. Paste a license key, or drop a key file.',
  private_key: 'The text contains a private key. Treat it as compromised, and replace it wherever it is used.',
  public_key: 'This is a public key or a certificate, not a license key. License keys start with “eyJ”.',
  encrypted_token: 'This is an encrypted token. License keys are signed, not encrypted.',
  session_token: 'This is a different token, such as a session token. Keep it secret, and paste the license key.',
  truncated_token: 'The license key is incomplete. Copy it from the first character to the last.',
  json_serialization: 'This is a signature in JSON. Ask for the license key as one line of text with two periods.',
  several_keys: 'The text contains more than one license key. Paste only one.',
  malformed_token: 'The text contains no license key. License keys start with “eyJ” and contain two periods.',
} as const satisfies Partial<Record<LicenseErrorCode, string>>;

function refusal(code: keyof typeof REFUSALS): LicenseError {
  return new LicenseError(code, REFUSALS[code]);
}
