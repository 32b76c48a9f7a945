import { isRecord } from '../lib/guards.js';
import { base64url } from 'jose';
import { LicenseError } from '../license/LicenseError.js';
import { hasDuplicateNames } from './hasDuplicateNames.js';

const MAX_LENGTH = 16_384;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
// The last letters that an encoder can write, by the length of a part modulo 4. Base64url has no length with remainder 1.
const LAST_LETTERS = [LETTERS, undefined, 'AQgw', 'AEIMQUYcgkosw048'];
const ENCODER = new TextEncoder();
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const COMPACT_JWS = /^[\w-]+\.[\w-]*\.[\w-]+$/;

/** `Uint8Array<ArrayBuffer>`, which Web Crypto requires. TypeScript before 5.7 cannot read that type in declarations. */
export type Bytes = ReturnType<TextEncoder['encode']>;

/** The decoded parts of a compact JWS. Not verified. Embedded keys and URLs of keys are never read. */
export type Token = {
  readonly alg: unknown;
  readonly kid: string | undefined;
  readonly payload: Bytes;
  readonly signature: Bytes;
  /** The signing input: the encoded header and payload. */
  readonly signed: Bytes;
};

/**
 * Decodes a compact JWS. Does not verify it.
 *
 * @throws {LicenseError} `malformed_token` if it is longer than 16,384 characters, not canonical base64url, or requires an extension.
 */
export function readToken(compactJws: string): Token {
  if (typeof compactJws !== 'string' || compactJws.length > MAX_LENGTH) throw malformed('it is no text of up to 16 KiB');
  if (!COMPACT_JWS.test(compactJws)) throw malformed('it does not have three parts of base64url');
  const [head = '', body = '', tail = ''] = compactJws.split('.');
  const [header, payload, signature] = [decode(head), decode(body), decode(tail)];
  const { alg, kid } = readHeader(parseJsonObject(header, 'its header'));
  return { alg, kid, payload, signature, signed: ENCODER.encode(`${head}.${body}`) };
}

/**
 * Parses a JSON object in UTF-8.
 *
 * @param subject Names the bytes in the error.
 * @throws {LicenseError} `malformed_token` if the bytes are not a JSON object, or if an object contains a name twice.
 */
export function parseJsonObject(bytes: Uint8Array, subject: string): Record<string, unknown> {
  let text: string;
  let value: unknown;
  try {
    text = DECODER.decode(bytes);
    value = JSON.parse(text);
  } catch {
    throw malformed(`${subject} is no JSON`);
  }
  if (!isRecord(value)) throw malformed(`${subject} is no JSON object`);
  if (!survivesRoundTrip(value, text) && hasDuplicateNames(text)) throw malformed(`${subject} has a name twice`);
  return value;
}

// Parsing drops duplicate names, so a text that survives a round trip has none. This saves the slower search for most tokens. `stringify` throws if
// the value is nested too deeply.
function survivesRoundTrip(value: unknown, text: string): boolean {
  try {
    return JSON.stringify(value) === text;
  } catch {
    return false;
  }
}

function readHeader(header: Record<string, unknown>): Pick<Token, 'alg' | 'kid'> {
  // This package supports no extension, so it refuses a token that requires one.
  if (Object.hasOwn(header, 'crit') || Object.hasOwn(header, 'b64')) throw malformed('its header asks for an extension');
  const kid = Object.hasOwn(header, 'kid') ? header['kid'] : undefined;
  if (kid !== undefined && typeof kid !== 'string') throw malformed('its kid is no text');
  return { alg: Object.hasOwn(header, 'alg') ? header['alg'] : undefined, kid };
}

// Decoders ignore trailing bits, so several texts decode to the same bytes. Only the canonical text is accepted: the trailing bits of its last
// letter are 0.
function decode(part: string): Bytes {
  const lastLetters = LAST_LETTERS[part.length % 4];
  if (lastLetters === undefined || !lastLetters.includes(part.slice(-1))) throw malformed('a part of it is not canonical base64url');
  // No copy needed: jose decodes into a new buffer.
  return base64url.decode(part) as Bytes;
}

function malformed(why: string): LicenseError {
  return new LicenseError('malformed_token', `This is no license key: ${why}. Copy the whole key, from the first letter to the last.`);
}
