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

// A break in a wrapped token: white space without a blank line, and the marks that mail programs and shells add to it.
const MARKS = '\\\\>|"\'+^`';
const BREAK = `(?![^\\w.-]*\\n\\s*\\n)[${MARKS}]*\\s[\\s${MARKS}]*(?=[\\w.-])`;
// `eyJ` after a break starts the next token, except in a payload.
const SEGMENT = `(?:[\\w-]|${BREAK}(?!eyJ))*`;
const PAYLOAD = `(?:[\\w-]|${BREAK})*`;
// A header starts with `{"`, which is `eyJ` in base64url. After a letter, a digit or a dot, `eyJ` belongs to a longer text. Logs write a line break
// as `\n`.
const TOKEN = new RegExp(`(?:(?<![A-Za-z0-9.])|(?<=\\\\[nrt]))(eyJ${SEGMENT})\\.(${PAYLOAD})\\.(${SEGMENT})`, 'g');
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
    // The match may be a sentence and the start of a token.
    TOKEN.lastIndex = index + 3;
  }
  return found;
}

/** Returns the signature in the parts of a wrapped token. Words may follow. Returns `null` if there is no whole signature. */
function readSignature(parts: readonly string[], alg: unknown): string | null {
  const isEc = alg === 'EdDSA' || alg === 'ES256';
  let signature = '';
  let complete: string | null = null;
  for (const part of parts) {
    signature += part;
    if (isEc && signature.length >= EC_LENGTH) return signature.slice(0, EC_LENGTH);
    if (!isEc && isRsaLength(signature.length)) complete = signature;
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
