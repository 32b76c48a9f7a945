const PLAIN = /^[\w .:@/+;=-]{1,64}$/;
const JWT = /(?<![\w-])[\w-]{8,}\.[\w-]{8,}\./;
// As long a piece of a token comes from it.
const PIECE = 12;

/**
 * A text of the API as it may be printed: as it is where it is short and plain; otherwise only how long it is, since it may hold a
 * license key, a token that came back, or what steers a terminal.
 *
 * @param sent The tokens that were sent.
 */
export function redact(text: string, sent: readonly string[]): string {
  return PLAIN.test(text) && !looksSecret(text, sent) ? text : `a text of ${text.length} characters`;
}

/** Whether a text looks like a token or a private key, or holds one of those that were sent, or a piece of one. */
export function looksSecret(text: string, sent: readonly string[]): boolean {
  if (JWT.test(text) || text.includes('-----BEGIN')) return true;
  return sent.some((token) => token === text || text.includes(token) || piecesOf(text).some((piece) => token.includes(piece)));
}

function piecesOf(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - PIECE + 1) }, (_, at) => text.slice(at, at + PIECE));
}
