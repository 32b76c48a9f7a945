const PLAIN = /^[\w .:@/+;=-]{1,64}$/;
const JWT = /[\w-]{8,}\.[\w-]{8,}\./;
const SHORTEST_SECRET = 8;

/**
 * A text of the API as it may be printed: as it is where it is short and plain; otherwise only how long it is, since it may hold a
 * license key, a token that came back, or what steers a terminal.
 *
 * @param sent The tokens that were sent.
 */
export function tellable(text: string, sent: readonly string[]): string {
  return PLAIN.test(text) && !looksSecret(text, sent) ? text : `a text of ${text.length} characters`;
}

/** Whether a text looks like a token or a private key, or is one of those that were sent, or a part of one. */
export function looksSecret(text: string, sent: readonly string[]): boolean {
  const isPart = (token: string) => text.includes(token) || (text.length >= SHORTEST_SECRET && token.includes(text));
  return JWT.test(text) || text.includes('-----BEGIN') || sent.some(isPart);
}
