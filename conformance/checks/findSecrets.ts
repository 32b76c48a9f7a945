import { looksSecret, redact } from '../redact.js';

const SECRET_NAMES = [/token|secret|passw|credential|private|jwt|signature|(^|[_-])key$/i, /[a-z]Key$/];
const MAX_DEPTH = 8;

/**
 * Returns a description of each field that looks like a secret, by its name or by its value. Never includes a value.
 *
 * @param sent The tokens that were sent. The API may have echoed them.
 */
export function findSecrets(body: unknown, sent: readonly string[]): readonly string[] {
  return [...new Set(search(body, sent, MAX_DEPTH))];
}

function search(value: unknown, sent: readonly string[], depth: number): string[] {
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    if (looksSecret(name, sent)) return ['a name looks like a token'];
    if (typeof member !== 'string') return search(member, sent, depth - 1);
    const where = Array.isArray(value) ? 'an array' : redact(name, sent);
    if (looksSecret(member, sent)) return [`${where} holds what looks like a token`];
    // Only texts: a number such as max_tokens is not a secret.
    return member !== '' && SECRET_NAMES.some((pattern) => pattern.test(name)) ? [`${where} holds a text`] : [];
  });
}
