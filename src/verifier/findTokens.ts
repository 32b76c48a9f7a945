import { base64url } from 'jose';
import { attempt, parseJson } from '../lib/attempt.js';

/** A token in a text, and its offset. */
export type FoundToken = {
  /** Three segments, without the breaks of a wrapped token. */
  readonly token: string;
  readonly index: number;
  /** True if the signature has a valid length for its algorithm. */
  readonly isComplete: boolean;
};

// A break in a wrapped token: white space, and the marks that mail programs, shells and comments add to it.
const MARKS = '\\\\>|│#"\'+^`';
const BREAK = `[${MARKS}]*\\s[\\s${MARKS}]*(?=[\\w.-])`;
// `eyJ` after a break starts the next token, except in a payload.
const SEGMENT = `(?:[\\w-]|${BREAK}(?!-?eyJ))*`;
const PAYLOAD = `(?:[\\w-]|${BREAK})*`;
// `eyJ` is `{"` and the start of a letter in base64url. It must not stand inside a longer word, but may follow the mark of a diff or an escaped line
// break.
const TOKEN = new RegExp(`(?:(?<![\\w.-])|(?<=^-)|(?<=\\\\[nrt]))(eyJ${SEGMENT})\\.(${PAYLOAD})\\.(${SEGMENT})`, 'gm');
// The 64 bytes of an EdDSA or ES256 signature in base64url.
const EC_LENGTH = 86;
// A text with a license key contains far fewer tokens.
const MAX_TOKENS = 1_000;

/** Returns the first 1,000 tokens in a text, also those that are wrapped over several lines. Runs in linear time. */
export function findTokens(text: string): readonly FoundToken[] {
  const found: FoundToken[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match && found.length < MAX_TOKENS; match = TOKEN.exec(text)) {
    const { 1: header = '', 2: payload = '', 3: rest = '', index } = match;
    const start = [header, payload].map((segment) => segment.replace(/[^\w-]/g, ''));
    const parts = rest.split(/[^\w-]+/);
    const signature = readSignature(parts, algorithmOf(start[0]));
    found.push({ token: [...start, signature ?? parts.join('')].join('.'), index, isComplete: signature !== null });
    // Searches again after this `eyJ`, because the match may have started in a sentence and contain the start of the key.
    TOKEN.lastIndex = index + 3;
  }
  return found;
}

/**
 * Joins the parts of a wrapped signature, and ignores the words after it. Returns `null` if there is no whole signature.
 *
 * The first part may be the end of a line. The next ones are lines of equal length, and a shorter last one.
 */
function readSignature([first = '', ...lines]: readonly string[], alg: unknown): string | null {
  const isEc = alg === 'EdDSA' || alg === 'ES256';
  // Text may be glued to a signature of known length, such as a terminal prompt.
  if (isEc && first.length >= EC_LENGTH) return first.slice(0, EC_LENGTH);
  const isComplete = (text: string) => (isEc ? text.length === EC_LENGTH : isRsaLength(text.length));
  const width = lines[0]?.length ?? 0;
  let signature = first;
  // A signature that ends its first line is complete, whatever follows.
  if (isComplete(first)) return first;
  let complete: string | null = null;
  for (const line of lines) {
    if (line.length > width) break;
    signature += line;
    if (isComplete(signature)) complete = signature;
    if (line.length < width) break;
  }
  return complete;
}

// An RSA signature is as long as the key: at least 2048 bits, in steps of 256.
function isRsaLength(length: number): boolean {
  const bytes = Math.floor((length * 3) / 4);
  return bytes >= 256 && bytes % 32 === 0 && length === Math.ceil((bytes * 4) / 3);
}

function algorithmOf(header = ''): unknown {
  return Object(parseJson(attempt(() => new TextDecoder().decode(base64url.decode(header))) ?? '')).alg;
}
