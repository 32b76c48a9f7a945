/** A token within a text: where it stands, and whether it went over several lines. */
export type FoundToken = { readonly token: string; readonly start: number; readonly end: number; readonly wrapped: boolean };

// Every header begins with `{"`. What stands before it is no part of a token.
const START = /(?<![\w.-])eyJ[\w.-]+/g;
// How a token goes on after a line break: of mails and shells, `>` and a backslash belong to the break.
const NEXT = /[\\>|"'+]*\s[\\>|"'+\s]*([\w.-]+)(?=[\s"'\\]|$)/y;
// The letters of a signature: EdDSA and ES256, then RSA with 2048, 3072 and 4096 bits.
const SIGNATURE_LENGTHS: readonly number[] = [86, 342, 512, 683];

/** Finds the tokens in a text, also those that were wrapped over several lines. Linear in its length. */
export function findTokens(text: string): readonly FoundToken[] {
  const found: FoundToken[] = [];
  START.lastIndex = 0;
  for (let match = START.exec(text); match !== null; match = START.exec(text)) {
    const chunks: string[] = [];
    let [dots, tail] = [0, 0];
    let [chunk = ''] = match;
    let end = START.lastIndex;
    for (;;) {
      chunks.push(chunk);
      const lastDot = chunk.lastIndexOf('.');
      dots += chunk.split('.').length - 1;
      tail = lastDot < 0 ? tail + chunk.length : chunk.length - lastDot - 1;
      if (dots === 2 && SIGNATURE_LENGTHS.includes(tail)) break;
      NEXT.lastIndex = end;
      const next = NEXT.exec(text)?.[1];
      if (next === undefined) break;
      chunk = next;
      end = NEXT.lastIndex;
    }
    // A full stop may end a sentence, or stand for what was left out.
    found.push({ token: withoutDots(chunks.join('')), start: match.index, end, wrapped: chunks.length > 1 });
    START.lastIndex = end;
  }
  return found;
}

function withoutDots(token: string): string {
  let { length } = token;
  while (token[length - 1] === '.') length -= 1;
  return token.slice(0, length);
}

/** Whether a token has its three parts, and a signature of a length that one of the algorithms gives. */
export function isComplete(token: string): boolean {
  const [, payload, signature = '', ...more] = token.split('.');
  return payload !== undefined && more.length === 0 && SIGNATURE_LENGTHS.includes(signature.length);
}
