const PLAIN = /^[\w .:@/+;=-]{1,64}$/;
const JWT = /(?<![\w-])[\w-]{8,}\.[\w-]{8,}\./;
// A text that shares this many consecutive characters with a token is treated as part of it.
const PIECE = 12;

/**
 * Makes a text of the API safe to print. Returns short, plain texts unchanged. Replaces any other text by its length:
 * it may hold a license key, an echoed token or terminal control characters.
 *
 * @param sent The tokens that were sent.
 */
export function redact(text: string, sent: readonly string[]): string {
  return PLAIN.test(text) && !looksSecret(text, sent) ? text : `a text of ${text.length} characters`;
}

/** Returns true if a text looks like a token or a private key, or contains part of a sent token. */
export function looksSecret(text: string, sent: readonly string[]): boolean {
  if (JWT.test(text) || text.includes('-----BEGIN')) return true;
  return sent.some((token) => token === text || text.includes(token) || piecesOf(text).some((piece) => token.includes(piece)));
}

function piecesOf(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - PIECE + 1) }, (_, at) => text.slice(at, at + PIECE));
}
