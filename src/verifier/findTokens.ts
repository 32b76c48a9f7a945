import { attempt } from '../lib/attempt.js';
import { base64url } from 'jose';

/** A token within a text: where it stands, and whether it went over several lines. */
export type FoundToken = { readonly token: string; readonly start: number; readonly end: number; readonly wrapped: boolean };

// Every header begins with `{"`. What stands right before it is no part of a token, unless it is a dot.
const START = /(?<![A-Za-z0-9.])eyJ[\w.-]*/g;
// How a token goes on after a line break: of mails, shells and listings, quotation marks, backslashes and line numbers belong to the break.
const NEXT = /[\\>|"'+^`│]*\s[\\>|"'+#│\s]*(?:\d{1,4}\t\s*)?([\w.-]+)(?=[\s"'\\^`│]|$)/y;
// A signature has 64 bytes by EdDSA and ES256, and as many as the key by RSA: from 2048 bits on, in steps of 256 up to 4096, and of what is used beyond.
const EC_LENGTH = 86;
const RSA_LENGTHS: readonly number[] = [256, 288, 320, 352, 384, 416, 448, 480, 512, 640, 768, 960, 1_024].map((bytes) =>
  Math.ceil((bytes * 4) / 3),
);
// Nobody looks for a key among more.
const MAX_TOKENS = 1_000;
// What follows a key in a mail, rather than its last letters.
const WORD = /^[A-Z]?[a-z]{4,}$/;

/** Finds the tokens in a text, also those that were wrapped over several lines. Linear in its length. */
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
      // Three dots are the end of a sentence, or stand for what was left out.
      if (dots > 2) break;
      NEXT.lastIndex = end;
      const next = NEXT.exec(text)?.[1];
      if (next === undefined || !goesOn({ alg, dots, tail, chunk, first, next })) break;
      chunk = next;
      end = NEXT.lastIndex;
    }
    found.push({ token: trim(chunks.join(''), alg), start: match.index, end, wrapped: chunks.length > 1 });
  }
  return found;
}

/** Whether a token has its three parts, and a signature of a length that its algorithm gives. */
export function isComplete(token: string): boolean {
  const [, , signature = '', ...more] = token.split('.');
  if (more.length > 0) return false;
  return isEc(algorithmOf(token)) ? signature.length === EC_LENGTH : RSA_LENGTHS.includes(signature.length);
}

type Progress = {
  readonly alg: unknown;
  readonly dots: number;
  readonly tail: number;
  readonly chunk: string;
  readonly first: string;
  readonly next: string;
};

function goesOn({ alg, dots, tail, chunk, first, next }: Progress): boolean {
  // Another token begins, unless it is of the payload of this one.
  if (next.startsWith('eyJ') && !(dots === 1 && alg !== undefined && next.split('.').length < 3)) return false;
  if (dots < 2) return true;
  if (WORD.test(next)) return false;
  if (isEc(alg)) return tail + next.length <= EC_LENGTH;
  // A signature that begins a line, or ends the first one, is whole where it can be.
  if (tail === 0) return true;
  if (RSA_LENGTHS.includes(tail) && (chunk === first || chunk.length === tail)) return false;
  // A line as long as the first one is followed by another, if only by a shorter one.
  return chunk.length >= first.length && next.length <= first.length;
}

// What is glued to a signature whose length is known, such as the prompt of a terminal, and dots at the end.
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
