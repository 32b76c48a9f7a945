// Matches braces and strings. A string with a colon is a name. In valid JSON, nothing else affects the result.
const TOKENS = /"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}]/g;

/** Returns true if an object in a valid JSON text contains a name twice. Parsers disagree on which of the two values counts. */
export function hasDuplicateNames(json: string): boolean {
  const objects: Set<unknown>[] = [];
  for (const [token] of json.matchAll(TOKENS)) {
    if (token === '{') objects.push(new Set());
    else if (token === '}') objects.pop();
    else if (token.endsWith(':')) {
      // Parsed, because escapes can spell the same name differently.
      const name: unknown = JSON.parse(token.slice(0, token.lastIndexOf('"') + 1));
      const names = objects.at(-1);
      if (names?.has(name)) return true;
      names?.add(name);
    }
  }
  return false;
}
