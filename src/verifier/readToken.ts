import { isRecord } from '../lib/guards.js';
import { base64url } from 'jose';
import { LicenseError } from '../license/LicenseError.js';
import { hasDuplicateNames } from './hasDuplicateNames.js';

const MAX_LENGTH = 16_384;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
// By the letters of a part beyond the last four; one alone is none of an encoder's.
const LAST_LETTERS = [LETTERS, undefined, 'AQgw', 'AEIMQUYcgkosw048'];
const ENCODER = new TextEncoder();
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const COMPACT_JWS = /^[\w-]+\.[\w-]*\.[\w-]+$/;

/** Bytes as Web Crypto takes them: `Uint8Array<ArrayBuffer>`, which TypeScript can't read in declarations before 5.7. */
export type Bytes = ReturnType<TextEncoder['encode']>;

/** The parts of a compact JWS, decoded and not believed. Embedded keys and their addresses are never read. */
export type Token = {
  readonly alg: unknown;
  readonly kid: string | undefined;
  readonly payload: Bytes;
  readonly signature: Bytes;
  /** What is signed: header and payload as they came. */
  readonly signed: Bytes;
};

/**
 * Takes a compact JWS apart, before anything in it is believed.
 *
 * @throws {LicenseError} `malformed_token`.
 */
export function readToken(compactJws: string): Token {
  if (typeof compactJws !== 'string' || compactJws.length > MAX_LENGTH) throw malformed('it is no text of up to 16 KiB');
  if (!COMPACT_JWS.test(compactJws)) throw malformed('it does not have three parts of base64url');
  const [head = '', body = '', tail = ''] = compactJws.split('.');
  const [header, payload, signature] = [decode(head), decode(body), decode(tail)];
  const { alg, kid } = readHeader(parseJsonObject(header, 'its header'));
  return { alg, kid, payload, signature, signed: ENCODER.encode(`${head}.${body}`) };
}

/** @throws {LicenseError} `malformed_token` when the bytes aren't a JSON object in UTF-8, or one that says something twice. `what` names them. */
export function parseJsonObject(bytes: Uint8Array, what: string): Record<string, unknown> {
  let text: string;
  let value: unknown;
  try {
    text = DECODER.decode(bytes);
    value = JSON.parse(text);
  } catch {
    throw malformed(`${what} is no JSON`);
  }
  if (!isRecord(value)) throw malformed(`${what} is no JSON object`);
  if (!comesBack(value, text) && hasDuplicateNames(text)) throw malformed(`${what} has a name twice`);
  return value;
}

// What was written without a space comes back as it was, unless something was lost. Of what is nested deeper than calls can be, nobody knows.
function comesBack(value: unknown, text: string): boolean {
  try {
    return JSON.stringify(value) === text;
  } catch {
    return false;
  }
}

function readHeader(header: Record<string, unknown>): Pick<Token, 'alg' | 'kid'> {
  // An extension that has to be understood can't be: none is.
  if (Object.hasOwn(header, 'crit') || Object.hasOwn(header, 'b64')) throw malformed('its header asks for an extension');
  const kid = Object.hasOwn(header, 'kid') ? header['kid'] : undefined;
  if (kid !== undefined && typeof kid !== 'string') throw malformed('its kid is no text');
  return { alg: Object.hasOwn(header, 'alg') ? header['alg'] : undefined, kid };
}

// Decoders ignore trailing bits, so that many texts stand for the same bytes; only the one that an encoder writes is taken: its last
// letter has no bit beyond the last byte.
function decode(part: string): Bytes {
  const lastLetters = LAST_LETTERS[part.length % 4];
  if (lastLetters === undefined || !lastLetters.includes(part.slice(-1))) throw malformed('a part of it is not canonical base64url');
  // Not copied once more: jose decodes into memory of its own.
  return base64url.decode(part) as Bytes;
}

function malformed(why: string): LicenseError {
  return new LicenseError('malformed_token', `This is no license key: ${why}. Copy the whole key, from the first letter to the last.`);
}
