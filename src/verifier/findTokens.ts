import { attempt } from '../lib/attempt.js';
import { base64url } from 'jose';

/** A token in a text. `start` and `end` are offsets in the text. `wrapped` is true if the token spans several lines. */
export type FoundToken = { readonly token: string; readonly start: number; readonly end: number; readonly wrapped: boolean };

// A header begins with `{"`, which is `eyJ` in base64url. After a letter, a digit or a dot, `eyJ` belongs to a longer text.
const START = /(?<![A-Za-z0-9.])eyJ[\w.-]*/g;
// Matches the next part of a wrapped token. Skips the marks at the break: quotation marks, backslashes, and line numbers of listings.
const NEXT = /[\\>|"'+^`│]*\s[\\>|"'+#│\s]*(?:\d{1,4}\t\s*)?([\w.-]+)(?=[\s"'\\^`│]|$)/y;
// The lengths of signatures in base64url. EdDSA and ES256: 64 bytes. RSA: the size of the key. Supported are keys of 2048 to 4096 bits in steps of
// 256, and the usual larger sizes.
const EC_LENGTH = 86;
const RSA_LENGTHS: readonly number[] = [256, 288, 320, 352, 384, 416, 448, 480, 512, 640, 768, 960, 1_024].map((bytes) =>
  Math.ceil((bytes * 4) / 3),
);
// A text with a license key contains far fewer tokens.
const MAX_TOKENS = 1_000;
// A word that follows a key in a mail, and not the end of its signature.
const MAIL_WORD = /^[A-Z]?[a-z]{4,}$/;

/** Returns the first 1,000 tokens in a text, also those that are wrapped over several lines. Runs in linear time. */
export function findTokens(text: string): readonly FoundToken[] {
  const found: FoundToken[] = [];
  START.lastIndex = 0;
  for (let match = START.exec(text); match !== null && found.length < MAX_TOKENS; match = START.exec(text)) {
    const [first] = match;
    const chunks: string[] = [];
    let [chunk, end] = [first, START.lastIndex];
    let [dots, tail] = [0, 0];
    let alg: unknown;
    for (;;) {
      if (dots === 0 && chunk.includes('.')) alg = algorithmOf(chunks.join('') + chunk);
      chunks.push(chunk);
      const lastDot = chunk.lastIndexOf('.');
      dots += chunk.split('.').length - 1;
      tail = lastDot < 0 ? tail + chunk.length : chunk.length - lastDot - 1;
      // A token has two dots. More dots end a sentence or mark an omission.
      if (dots > 2) break;
      NEXT.lastIndex = end;
      const next = NEXT.exec(text)?.[1];
      if (next === undefined || !isContinuation({ alg, dots, tail, chunk, first, next })) break;
      chunk = next;
      end = NEXT.lastIndex;
    }
    found.push({ token: trim(chunks.join(''), alg), start: match.index, end, wrapped: chunks.length > 1 });
  }
  return found;
}

/** Returns true if a token has three parts, and its signature has a valid length for its algorithm. */
export function isComplete(token: string): boolean {
  const [, , signature = '', ...more] = token.split('.');
  if (more.length > 0) return false;
  return isEc(algorithmOf(token)) ? signature.length === EC_LENGTH : RSA_LENGTHS.includes(signature.length);
}

type Progress = {
  readonly alg: unknown;
  /** The number of dots so far. */
  readonly dots: number;
  /** The number of characters since the last dot. */
  readonly tail: number;
  /** The last part that belongs to the token. */
  readonly chunk: string;
  /** The first part. */
  readonly first: string;
  /** The part after a break, which may belong to the token. */
  readonly next: string;
};

function isContinuation({ alg, dots, tail, chunk, first, next }: Progress): boolean {
  // `eyJ` begins another token, unless it is the payload of this one.
  if (next.startsWith('eyJ') && !(dots === 1 && alg !== undefined && next.split('.').length < 3)) return false;
  if (dots < 2) return true;
  if (MAIL_WORD.test(next)) return false;
  if (isEc(alg)) return tail + next.length <= EC_LENGTH;
  // A signature of valid length is complete if it ends the first line or fills one line.
  if (tail === 0) return true;
  if (RSA_LENGTHS.includes(tail) && (chunk === first || chunk.length === tail)) return false;
  // Wrapped lines are as long as the first one. Only the last line is shorter.
  return chunk.length >= first.length && next.length <= first.length;
}

// Removes trailing dots, and text glued to a signature of known length, such as a terminal prompt.
function trim(token: string, alg: unknown): string {
  let { length } = token;
  while (token[length - 1] === '.') length -= 1;
  const [head = '', body = '', signature] = token.split('.');
  const isLong = signature !== undefined && isEc(alg) && signature.length > EC_LENGTH;
  return isLong ? `${head}.${body}.${signature.slice(0, EC_LENGTH)}` : token.slice(0, length);
}

function isEc(alg: unknown): boolean {
  return alg === 'EdDSA' || alg === 'ES256';
}

function algorithmOf(token: string): unknown {
  return attempt(() => Object(JSON.parse(new TextDecoder().decode(base64url.decode(token.slice(0, token.indexOf('.')))))).alg);
}
